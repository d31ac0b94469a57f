"""Changes that turn a statement: denials and their removal, other certainty, plans, duties."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.compare.analysis import Analysis
from claimcheck.compare.cues import is_hypothetical
from claimcheck.compare.denials import has_come_since, stated_there
from claimcheck.compare.found import Found
from claimcheck.compare.stretches import Side, Stretch
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span
from claimcheck.settings import MAX_REPLACED_WORDS

# Modal verbs that say how certain or how bound something is; "may" and "will" come with the hedges
# and plans.
_MODAL = re.compile(r"\b(?:should|must|could|would|can|shall|ought to|need to|have to)\b", re.I)
# A denial by itself has hardly another word with content ("did not", "refused to", "never once").
_MAX_DENYING_WORDS: Final = 1
# How many words after a denial stand for what it denies.
_DENIED = 3


def denial(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch in which only one side denies, or both deny unequally often."""
    mine, rival = _cues(ours, stretch.ours), _cues(theirs, stretch.theirs)
    if (len(mine) - len(rival)) % 2 == 0:
        return None
    sides = (ours, stretch.ours), (theirs, stretch.theirs)
    (denier, denying), (stating, stated) = sides if mine else sides[::-1]
    if _is_clause(denying) and not stated.content:
        # A denial within an added clause denies nothing that the other side says.
        return None
    # A supposition conflicts with nothing.
    states = not is_hypothetical(stating.text, stated.span.start) and any(
        stated_there(denier, cue, stating) for cue in mine or rival
    )
    if not states and (
        len(ours.modality.negations) == len(theirs.modality.negations)
        or len(denying.tokens) > MAX_REPLACED_WORDS
    ):
        # Both deny as often, at another place of the sentence, or a clause denies something else.
        return None
    here = mine[0] if mine else _stated(ours, stretch.ours)
    there = rival[0] if rival else _stated(theirs, stretch.theirs)
    update = states and any(has_come_since(denier, cue, stating) for cue in mine or rival)
    bearing = Bearing.UPDATE if update else None
    difference = Difference(DifferenceKind.NEGATION, here, there, bearing)
    return [Found(difference, conflict=states and not update)]


def _is_clause(side: Side) -> bool:
    return len(side.tokens) > MAX_REPLACED_WORDS or len(side.content) > _MAX_DENYING_WORDS


def _cues(claim: Analysis, side: Side) -> list[Span]:
    return [one.cue for one in claim.modality.negations if one.cue.overlaps(side.span)]


def _stated(claim: Analysis, side: Side) -> Span:
    """Return the words that stand where the other side denies."""
    if side.tokens:
        return side.span
    after = [token for token in claim.tokens if token.span.start >= side.span.end][:_DENIED]
    if not after:
        return side.wide
    return Span(after[0].span.start, after[-1].span.end)


def certainty(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found] | None:
    """Read a stretch in which the sides hedge, plan or oblige otherwise."""
    mine, rival = _marks(ours, stretch.ours), _marks(theirs, stretch.theirs)
    words = [
        {span.of(claim.text).casefold() for span in marks}
        for claim, marks in ((ours, mine), (theirs, rival))
    ]
    if words[0] == words[1]:
        return None
    here, there = mine[0] if mine else None, rival[0] if rival else None
    return [Found(Difference(DifferenceKind.MODALITY, here, there))]


def _marks(claim: Analysis, side: Side) -> list[Span]:
    modals = (Span(*match.span()) for match in _MODAL.finditer(claim.text))
    marks = (*claim.modality.hedges, *claim.modality.plans, *modals)
    return sorted(one for one in marks if one.overlaps(side.span))
