"""Who says what in two claims, and whether it is somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.annotate.parsing import FINITE
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.found import Found
from claimcheck.compare.naming import are_one
from claimcheck.compare.predicates import root_of
from claimcheck.datatypes import Attribution, Difference, DifferenceKind, Quoting, Span
from claimcheck.settings import MIN_SOURCED_SHARE


def sources(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Find a source that stands on one side only, or two that are not one."""
    mine, rival = _main_source(ours), _main_source(theirs)
    if mine is None and rival is None:
        return
    if mine and rival and not _are_others(ours, theirs, mine, rival):
        return
    if not (mine and rival) and _is_unsure(ours, theirs, mine, rival):
        return
    here, there = source_span(mine) if mine else None, source_span(rival) if rival else None
    yield Found(Difference(DifferenceKind.ATTRIBUTION, here, there))


def _is_unsure(
    ours: Analysis, theirs: Analysis, mine: Attribution | None, rival: Attribution | None
) -> bool:
    """Tell whether a source on one side tells nothing.

    That is a pronoun, one of whom the other side tells the same without "said", and any where the
    other side only quotes.
    """
    claim, one, other = (ours, mine, theirs) if mine else (theirs, rival, ours)
    if one is not None and (is_pronoun(claim, one) or _is_subject(other, claim, one)):
        return True
    return other.text.lstrip()[:1] in _QUOTES


def _is_subject(other: Analysis, claim: Analysis, one: Attribution) -> bool:
    """Tell whether the other claim tells what its source does: "Ryan said", "Ryan rejected"."""
    subjects = [token for token in other.doc if token.dep_ in _SUBJECTS]
    named = [name for name in claim.names if name.span.overlaps(one.source[0])]
    if named:
        places = [Span(token.idx, token.idx + len(token)) for token in subjects]
        theirs = [name for name in other.names if any(map(name.span.overlaps, places))]
        return any(are_one(a, b) for a in named for b in theirs)
    root = root_of(claim, one.source[0])
    return root is not None and any(root.lower_ == token.lower_ for token in subjects)


_SUBJECTS = ("nsubj", "nsubjpass")


def is_pronoun(claim: Analysis, one: Attribution) -> bool:
    """Tell whether a source is "he" and the like, so that anybody may be meant."""
    return one.source[0].of(claim.text).casefold() in _PRONOUNS


_QUOTES = frozenset("\"“‘'«„")


def _main_source(claim: Analysis) -> Attribution | None:
    """Return who says most of the claim, if anybody does."""
    told = [
        one
        for one in claim.attributions
        if one.source and is_statement(claim, one) and not _is_nobody(claim, one)
    ]
    longest = max(told, key=_said, default=None)
    return longest if longest and _said(longest) >= MIN_SOURCED_SHARE * len(claim.text) else None


def _is_nobody(claim: Analysis, one: Attribution) -> bool:
    """Tell whether nobody says it: "No one mentioned the front-runner"."""
    return one.source[0].of(claim.text).casefold().split()[0] in _NOBODY


_NOBODY = frozenset(("no", "nobody", "none", "neither"))


def is_statement(claim: Analysis, one: Attribution) -> bool:
    """Tell whether what is attributed is a statement or a quotation, not a thing condemned."""
    if one.quoting is not Quoting.INDIRECT:
        return True
    return any(
        token.tag_ in FINITE and piece.start <= token.idx < piece.end
        for token in claim.doc
        for piece in one.content
    )


def _said(one: Attribution) -> int:
    return sum(piece.end - piece.start for piece in one.content)


def source_span(one: Attribution) -> Span:
    """Return source and cue in one where they stand together, else the source."""
    source, cue = one.source[0], (one.cue or one.source)[0]
    whole = Span(min(source.start, cue.start), max(source.end, cue.end))
    together = cue.start - source.end < _GAP and source.start - cue.end < _GAP
    return whole if together else source


_GAP = 20
_PRONOUNS = frozenset("he she they i we it who his her their its my our".split())
_ARTICLES = frozenset(("the", "a", "an"))


def _are_others(ours: Analysis, theirs: Analysis, mine: Attribution, rival: Attribution) -> bool:
    """Tell whether two sources are known to be others: two names, or words without any shared."""
    here, there = mine.source[0], rival.source[0]
    words = [
        set(span.of(claim.text).casefold().split()) - _ARTICLES
        for span, claim in ((here, ours), (there, theirs))
    ]
    if any(one <= _PRONOUNS for one in words):
        return False
    named = [
        [one for one in claim.names if one.span.overlaps(span)]
        for span, claim in ((here, ours), (there, theirs))
    ]
    if all(named):
        return not any(are_one(a, b) for a in named[0] for b in named[1])
    # A name and a description ("the president") may well be one.
    return not any(named) and not words[0] & words[1]
