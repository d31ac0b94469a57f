"""From similarity and differences to a relation, with a sentence that says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.compare.differences import Found, differences
from claimcheck.compare.profile import Profile, days_apart
from claimcheck.compare.tokens import containment, jaccard
from claimcheck.datatypes import Comparison, DifferenceKind, NliScores, Relation
from claimcheck.settings import (
    CONFLICT_CONTRADICTION,
    CONFLICT_OVERLAP,
    CONFLICT_SIMILARITY,
    MAX_DIFFERENCES,
    NAMES_CONTRADICTION,
    NEAR_COPY,
    RELATED_SIMILARITY,
    SAME_EVENT_DAYS,
    SAME_FACT_OVERLAP,
    SAME_FACT_SIMILARITY,
    SAME_OVERLAP,
    SAME_SIMILARITY,
    SAME_STORY_DAYS,
)

RULES: Final = "rules-2"
"""The name of these rules; it changes when they do."""


def is_worth_judging(ours: Profile, theirs: Profile, similarity: float) -> bool:
    """Tell whether NLI can say more of two claims than that they are the same, or strangers."""
    return similarity >= RELATED_SIMILARITY and ours.bare != theirs.bare


def compare(
    ours: Profile,
    theirs: Profile,
    similarity: float,
    forward: NliScores | None = None,
    backward: NliScores | None = None,
) -> Comparison:
    """Say how two claims stand to each other; `similarity` is the cosine of their vectors.

    Rules, in this order: the same words are the same; too unlike is unrelated or related; a
    conflict counts only where the wording shows that both speak of one fact, and where NLI, if it
    took part, reads a contradiction too; near copies without a telling difference are the same;
    what is left differs.
    """
    overlap = containment(ours.stems, theirs.stems)
    if ours.bare == theirs.bare:
        return Comparison(Relation.SAME, 1.0, (), "Both use the same words.", forward, backward)
    if not _is_same_fact(ours, theirs, similarity, overlap):
        relation = _distant(ours, theirs, similarity)
        why = _WHY_DISTANT[relation]
        return Comparison(relation, _clamped(1 - similarity), (), why, forward, backward)
    read = _contradiction(forward, backward)
    found = differences(ours, theirs)
    found = [one if _is_borne_out(one, read) else Found(one.difference) for one in found]
    relation = _close(ours, theirs, similarity, overlap, found)
    shown = tuple(one.difference for one in found[:MAX_DIFFERENCES])
    why = explanation(relation, found[:MAX_DIFFERENCES])
    sure = _certainty(relation, similarity, read)
    return Comparison(relation, sure, shown, why, forward, backward)


def _contradiction(
    forward: NliScores | None, backward: NliScores | None
) -> tuple[float, float] | None:
    """Return how likely each direction is a contradiction; None where NLI took no part."""
    if forward is None or backward is None:
        return None
    return forward.contradiction, backward.contradiction


def _is_borne_out(one: Found, read: tuple[float, float] | None) -> bool:
    """Tell whether NLI reads a contradiction where a conflict was found; without it, all count."""
    if read is None or not one.conflict:
        return True
    if one.difference.kind is DifferenceKind.ENTITY:
        return min(read) >= NAMES_CONTRADICTION
    return max(read) >= CONFLICT_CONTRADICTION


def _certainty(relation: Relation, similarity: float, read: tuple[float, float] | None) -> float:
    """Return how sure a relation is: what both directions contradict comes first."""
    if relation is not Relation.CONTRADICTS or read is None:
        return _clamped(similarity)
    return _clamped(similarity * sum(read) / len(read))


def _is_same_fact(ours: Profile, theirs: Profile, similarity: float, overlap: float) -> bool:
    days = days_apart(ours, theirs)
    if days is not None and days > SAME_EVENT_DAYS:
        return similarity >= SAME_SIMILARITY
    if similarity >= SAME_FACT_SIMILARITY:
        return True
    # Less alike, they must come from the same days; a claim that a person typed in has none.
    tied = ours.day is None or (days is not None and days <= SAME_STORY_DAYS)
    return tied and similarity >= CONFLICT_SIMILARITY and overlap >= SAME_FACT_OVERLAP


def _distant(ours: Profile, theirs: Profile, similarity: float) -> Relation:
    shares_a_name = bool(ours.names & theirs.names)
    close = similarity >= RELATED_SIMILARITY
    return Relation.RELATED if close or shares_a_name else Relation.UNRELATED


def _close(
    ours: Profile, theirs: Profile, similarity: float, overlap: float, found: list[Found]
) -> Relation:
    conflict = any(one.conflict for one in found) and not _is_adrift(ours, theirs)
    if conflict and similarity >= CONFLICT_SIMILARITY and overlap >= CONFLICT_OVERLAP:
        return Relation.CONTRADICTS
    telling = [one for one in found if one.difference.kind is not DifferenceKind.WORDING]
    alike = similarity >= SAME_SIMILARITY or jaccard(ours.stems, theirs.stems) >= SAME_OVERLAP
    if alike and not telling:
        return Relation.SAME
    # What can't be pointed to is not reported as a difference.
    return Relation.DIFFERS if found else Relation.RELATED


def _is_adrift(ours: Profile, theirs: Profile) -> bool:
    """Tell whether the evidence has no date that would tie it to our event, nor our words."""
    undated = ours.day is not None and theirs.day is None
    return undated and jaccard(ours.stems, theirs.stems) < NEAR_COPY


_WHY_DISTANT = {
    Relation.RELATED: "The same story or subject, but not the same fact.",
    Relation.UNRELATED: "Nothing links the two.",
}


def explanation(relation: Relation, found: Sequence[Found]) -> str:
    """Return one sentence that names what differs."""
    if relation is Relation.SAME:
        return "Both say the same in other words."
    if relation is Relation.RELATED:
        return "Close, but no difference in detail can be pointed to."
    telling = [one for one in found if one.conflict or relation is not Relation.CONTRADICTS]
    kinds = dict.fromkeys(one.difference.kind for one in telling)
    what = ", ".join(_IN_WORDS[kind] for kind in kinds)
    if relation is Relation.CONTRADICTS:
        return f"Both cannot hold if they speak of one fact: {what}."
    return f"The same event, told differently: {what}."


_IN_WORDS = {
    DifferenceKind.NUMBER: "the figures differ",
    DifferenceKind.TIME: "the times differ",
    DifferenceKind.ENTITY: "the names differ",
    DifferenceKind.NEGATION: "one denies what the other states",
    DifferenceKind.MODALITY: "one is less certain or less settled",
    DifferenceKind.ATTRIBUTION: "the source differs or is missing on one side",
    DifferenceKind.PRECISION: "one is more exact",
    DifferenceKind.ADDED: "one gives a detail that the other leaves out",
    DifferenceKind.WORDING: "the words differ",
}


def _clamped(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 3)
