"""From similarity and differences to a relation, with a sentence that says why."""

from __future__ import annotations

from typing import Final

from claimcheck.compare.analysis import Analysis, analyse
from claimcheck.compare.anchors import share_a_figure
from claimcheck.compare.differences import differences
from claimcheck.compare.explanation import DISTANT, EMPTY, EQUAL, explanation
from claimcheck.compare.found import Found
from claimcheck.compare.profile import Profile, days_apart, is_near_copy, is_nearly_equal
from claimcheck.compare.tokens import containment
from claimcheck.datatypes import Comparison, DifferenceKind, NliScores, Relation
from claimcheck.settings import (
    CONFLICT_CONTRADICTION,
    CONFLICT_OVERLAP,
    CONFLICT_SIMILARITY,
    FIGURE_OVERLAP,
    FIGURE_SIMILARITY,
    LOOSE_CONTRADICTION,
    LOOSE_OVERLAP,
    LOOSE_SIMILARITY,
    MAX_DIFFERENCES,
    MAX_PAIR_WORDS,
    MIN_CONTRADICTS_CERTAINTY,
    RELATED_SIMILARITY,
    SAME_EVENT_DAYS,
    SAME_FACT_OVERLAP,
    SAME_FACT_SIMILARITY,
    SAME_SIMILARITY,
    SAME_STORY_DAYS,
    UNSURE_CONTRADICTION,
)

RULES: Final = "rules-7"
"""The name of these rules; it changes when they do."""


def is_worth_judging(ours: Profile, theirs: Profile, similarity: float) -> bool:
    """Tell whether NLI can say more of two claims than that they are the same, or strangers."""
    return similarity >= RELATED_SIMILARITY and ours.bare != theirs.bare


def compare(
    ours: Profile,
    theirs: Profile,
    similarity: float,
    judged: tuple[NliScores, NliScores] | None = None,
    analyses: tuple[Analysis, Analysis] | None = None,
) -> Comparison:
    """Say how two claims stand to each other; `similarity` is the cosine of their vectors.

    Rules, in this order: the same words are the same; what states nothing is unrelated; too unlike
    is unrelated or related; a conflict counts only where the wording shows that both speak of one
    fact, and where NLI, if it took part, reads a contradiction too; near copies without a telling
    difference are the same; what is left differs. `judged` are the NLI scores with the evidence as
    premise and the reverse; `analyses` are those of the two claims; both where they are at hand.
    """
    forward, backward = judged or (None, None)
    if ours.bare == theirs.bare:
        return Comparison(Relation.SAME, 1.0, (), EQUAL, forward, backward)
    if not (ours.states or theirs.states):
        return Comparison(Relation.UNRELATED, 1.0, (), EMPTY, forward, backward)
    if not is_same_fact(ours, theirs, similarity):
        relation = _distant(ours, theirs, similarity)
        why = DISTANT[relation]
        return Comparison(relation, _clamped(1 - similarity), (), why, forward, backward)
    read = _contradiction(forward, backward)
    found = differences(*(analyses or analyse([ours, theirs])))
    found = [one if _is_borne_out(one, read) else one.settled(None) for one in found]
    relation = _close(ours, theirs, similarity, found, read)
    if relation is Relation.CONTRADICTS and _is_doubtful(ours, theirs, similarity, read):
        found = [one.settled(None) if one.conflict else one for one in found]
        relation = _close(ours, theirs, similarity, found, read)
    if relation is not Relation.CONTRADICTS:
        # What isn't sure to be about one fact is called no conflict either.
        found = [one.settled(None) if one.conflict else one for one in found]
    if relation is Relation.SAME:
        found = [one for one in found if one.kind is not DifferenceKind.ADDED]
    shown = tuple(one.difference for one in found[:MAX_DIFFERENCES])
    why = explanation(relation, found[:MAX_DIFFERENCES], ours.text, theirs.text)
    sure = _certainty(relation, similarity, read, _length_share(ours, theirs))
    return Comparison(relation, sure, shown, why, forward, backward)


def _contradiction(
    forward: NliScores | None, backward: NliScores | None
) -> tuple[float, float] | None:
    """Return how likely each direction is a contradiction; None where NLI took no part."""
    if forward is None or backward is None:
        return None
    return forward.contradiction, backward.contradiction


def _is_borne_out(one: Found, read: tuple[float, float] | None) -> bool:
    """Tell whether NLI bears a conflict out; without NLI, all count.

    Another name in a near copy is mostly another form of it.
    """
    if read is None or not one.conflict:
        return True
    if not one.sure or one.difference.kind is DifferenceKind.ENTITY:
        return min(read) >= UNSURE_CONTRADICTION
    return max(read) >= CONFLICT_CONTRADICTION


def _is_doubtful(
    ours: Profile, theirs: Profile, similarity: float, read: tuple[float, float] | None
) -> bool:
    """Tell whether a contradiction is too unsure to be called one; near copies show it as it is."""
    if read is None or is_near_copy(ours, theirs):
        return False
    share = _length_share(ours, theirs)
    certainty = _certainty(Relation.CONTRADICTS, similarity, read, share)
    return certainty < MIN_CONTRADICTS_CERTAINTY


def _certainty(
    relation: Relation, similarity: float, read: tuple[float, float] | None, share: float
) -> float:
    """Return how sure a relation is: what both directions contradict comes first.

    `share` is that of the words that a contradiction may be about.
    """
    if relation is not Relation.CONTRADICTS or read is None:
        return _clamped(similarity)
    return _clamped(similarity * share * sum(read) / len(read))


def _length_share(ours: Profile, theirs: Profile) -> float:
    """Return how much of two claims may be about one fact: long ones say much besides."""
    return min(1.0, MAX_PAIR_WORDS / max(1, len(ours.tokens) + len(theirs.tokens)))


def is_same_fact(ours: Profile, theirs: Profile, similarity: float) -> bool:
    """Tell whether two claims are near enough to each other to speak of one fact."""
    overlap = containment(ours.stems, theirs.stems)
    days = days_apart(ours, theirs)
    if days is not None and days > SAME_EVENT_DAYS:
        return similarity >= SAME_SIMILARITY
    if similarity >= SAME_FACT_SIMILARITY or is_nearly_equal(ours, theirs):
        return True
    # Less alike, they must come from the same days; a claim that a person typed in has none.
    tied = ours.day is None or (days is not None and days <= SAME_STORY_DAYS)
    if tied and similarity >= CONFLICT_SIMILARITY and overlap >= SAME_FACT_OVERLAP:
        return True
    near = tied and similarity >= FIGURE_SIMILARITY and overlap >= FIGURE_OVERLAP
    return near and share_a_figure(ours.text, theirs.text)


def _distant(ours: Profile, theirs: Profile, similarity: float) -> Relation:
    if not (ours.states and theirs.states):
        return Relation.UNRELATED
    shares_a_name = bool(ours.names & theirs.names)
    close = similarity >= RELATED_SIMILARITY
    return Relation.RELATED if close or shares_a_name else Relation.UNRELATED


def _close(
    ours: Profile,
    theirs: Profile,
    similarity: float,
    found: list[Found],
    read: tuple[float, float] | None,
) -> Relation:
    conflicts = [one for one in found if one.conflict and not _is_adrift(ours, theirs)]
    if conflicts and (
        is_nearly_equal(ours, theirs) or _is_near(ours, theirs, similarity, conflicts, read)
    ):
        return Relation.CONTRADICTS
    telling = [one for one in found if one.telling]
    alike = similarity >= SAME_SIMILARITY or is_nearly_equal(ours, theirs)
    if alike and not telling:
        return Relation.SAME
    # What can't be pointed to is not reported as a difference.
    return Relation.DIFFERS if found else Relation.RELATED


def _is_near(
    ours: Profile,
    theirs: Profile,
    similarity: float,
    conflicts: list[Found],
    read: tuple[float, float] | None,
) -> bool:
    """Tell whether a conflict may count; with fewer words in common NLI has to see it both ways."""
    overlap = containment(ours.stems, theirs.stems)
    if similarity >= CONFLICT_SIMILARITY and overlap >= CONFLICT_OVERLAP:
        return True
    loose = similarity >= LOOSE_SIMILARITY and overlap >= LOOSE_OVERLAP
    seen = read is not None and min(read) >= LOOSE_CONTRADICTION
    return loose and seen and any(one.sure for one in conflicts)


def _is_adrift(ours: Profile, theirs: Profile) -> bool:
    """Tell whether the evidence has no date that would tie it to our event, nor our words."""
    undated = ours.day is not None and theirs.day is None
    return undated and not is_near_copy(ours, theirs)


def _clamped(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 3)
