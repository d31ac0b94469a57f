"""Changed attributions: another source, a source that is gone, another word for saying."""

from __future__ import annotations

from claimcheck.compare.analysis import Analysis
from claimcheck.compare.found import Found
from claimcheck.compare.naming import are_one
from claimcheck.compare.sourcing import is_pronoun, is_statement, source_span
from claimcheck.compare.stretches import Side, Stretch
from claimcheck.datatypes import Attribution, Difference, DifferenceKind, Quoting, Span, Stance


def source(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch that holds a source or a word for saying on either side."""
    mine, rival = _touched(ours, stretch.ours), _touched(theirs, stretch.theirs)
    if mine is None and rival is None:
        return None
    if mine is None or rival is None:
        return _one_sided(ours, theirs, stretch, mine, rival)
    if _denies(mine) != _denies(rival):
        if all(any(_denies(one) for one in side.attributions) for side in (ours, theirs)):
            # Both deny, in another place of the sentence.
            return None
        spans = _cue(mine, stretch.ours), _cue(rival, stretch.theirs)
        return [Found(Difference(DifferenceKind.NEGATION, *spans), conflict=True)]
    if _in_source(mine, stretch.ours) or _in_source(rival, stretch.theirs):
        return _sources(ours, theirs, stretch, mine, rival)
    return None


def _touched(claim: Analysis, side: Side) -> Attribution | None:
    return next(
        (
            one
            for one in claim.attributions
            if is_statement(claim, one)
            and any(piece.overlaps(side.span) for piece in (*one.source, *one.cue))
        ),
        None,
    )


def _one_sided(
    ours: Analysis,
    theirs: Analysis,
    stretch: Stretch,
    mine: Attribution | None,
    rival: Attribution | None,
) -> list[Found] | None:
    """Read a source for which the other side has none at all, or has one elsewhere."""
    one = mine or rival
    other = stretch.theirs if mine else stretch.ours
    side = stretch.ours if mine else stretch.theirs
    if one is None or not _in_source(one, side):
        return None
    if other.content:
        if _has_verb(theirs if mine else ours, other):
            return None
        # A parser may see who speaks on one side only.
        both = stretch.ours.span, stretch.theirs.span
        return [Found(Difference(DifferenceKind.ATTRIBUTION, *both))] if side.content else None
    whole = source_span(one)
    spans = (whole, None) if mine else (None, whole)
    # That a quotation is somebody's is told by its quotation marks.
    telling = one.quoting is not Quoting.DIRECT
    return [Found(Difference(DifferenceKind.ATTRIBUTION, *spans), telling=telling)]


def _sources(
    ours: Analysis, theirs: Analysis, stretch: Stretch, mine: Attribution, rival: Attribution
) -> list[Found] | None:
    if not mine.source or not rival.source:
        return None
    if is_pronoun(ours, mine) or is_pronoun(theirs, rival):
        return []
    named = [
        [one for one in claim.names if one.span.overlaps(side.span)]
        for claim, side in ((ours, stretch.ours), (theirs, stretch.theirs))
    ]
    if any(are_one(a, b) for a in named[0] for b in named[1]):
        return None
    here, there = _span(mine.source), _span(rival.source)
    return [Found(Difference(DifferenceKind.ATTRIBUTION, here, there))]


def _has_verb(claim: Analysis, side: Side) -> bool:
    tokens = (one for one in claim.doc if side.span.start <= one.idx < side.span.end)
    return any(token.tag_[:1] in "VM" for token in tokens)


def _denies(one: Attribution) -> bool:
    return one.stance is Stance.DENYING


def _in_source(one: Attribution, side: Side) -> bool:
    return any(piece.overlaps(side.span) for piece in one.source)


def _cue(one: Attribution, side: Side) -> Span:
    return _span(one.cue) if one.cue else side.span


def _span(pieces: tuple[Span, ...]) -> Span:
    return Span(min(one.start for one in pieces), max(one.end for one in pieces))
