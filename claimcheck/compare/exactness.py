"""What one claim tells more exactly than the other: "fourteen states" and "several states"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import Pos, lemma
from claimcheck.annotate.quantities import Kind, Quantity
from claimcheck.annotate.times import TimeMention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import is_resolved, overlap
from claimcheck.compare.figures import are_comparable, figures_of
from claimcheck.compare.found import Found
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whoever speaks of these without a number need not mean those that the other side counts.
_ANY: Final = frozenset(
    "person people man woman time thing way year month week day hour minute dollar percent "
    "percentage part side number".split()
)
# "Dozens" and the like count as figures.
_VAGUE: Final = frozenset(
    "some several many few various numerous multiple number handful couple".split()
)
_PERSON: Final = "person"


def exactness(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Yield what only one side counts, and a time within which the other side's lies."""
    counted = _counted(ours, theirs)
    if counted is not None:
        yield _found(*counted)
    counted = _counted(theirs, ours)
    if counted is not None:
        yield _found(*reversed(counted))
    yield from _timed(ours, theirs)


def _found(mine: Span, rival: Span) -> Found:
    return Found(Difference(DifferenceKind.PRECISION, mine, rival, Bearing.COMPATIBLE))


def _counted(counting: Analysis, naming: Analysis) -> tuple[Span, Span] | None:
    """Return a figure, and where the other claim names what is counted there; None without."""
    others = figures_of(naming)
    for figure in figures_of(counting):
        if any(are_comparable(figure, other) for other in others):
            continue
        if (place := _uncounted(naming, figure)) is not None:
            return figure.span, place
    return None


def _uncounted(claim: Analysis, figure: Quantity) -> Span | None:
    """Return where a claim names what a figure counts, with a vague number or none."""
    if figure.kind is not Kind.CARDINAL:
        return None
    for noun in claim.doc:
        unit = _PERSON if noun.lower_ == "people" else lemma(noun.lower_, Pos.NOUN)
        if noun.tag_[:2] != "NN" or unit != figure.unit:
            continue
        place = Span(noun.idx, noun.idx + len(noun))
        if any(one.span.overlaps(place) for one in claim.quantities):
            continue
        if (vague := _vague(noun)) is not None:
            return Span(vague.idx, place.end)
        if noun.tag_ == "NNS" and figure.unit not in _ANY:
            return place
    return None


def _vague(noun: Token) -> Token | None:
    """Return the vague number of a noun: "several states", "a number of states"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun
    return next((one for one in (above, *noun.lefts) if one.lower_ in _VAGUE), None)


def _timed(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Find a time that overlaps one of the other side without being it; at most one."""
    mine, rival = _known(ours), _known(theirs)
    told = [{(one.start, one.end) for one in side} for side in (mine, rival)]
    for one in mine:
        for other in rival:
            shared = (one.start, one.end) in told[1] or (other.start, other.end) in told[0]
            if not shared and overlap(one, other):
                # Which year "May" is of is a guess; that they overlap is none.
                yield _found(one.span, other.span)
                return


def _known(claim: Analysis) -> Sequence[TimeMention]:
    return [one for one in claim.times if is_resolved(one)]
