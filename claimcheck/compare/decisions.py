"""What a person decided about pairs of claims, put to use. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.compare.findings import telling
from claimcheck.datatypes import Decision, Judgement, Match


@dataclass(frozen=True, slots=True)
class Respected:
    """Matches with the decisions about them, and how many rejected ones were left out."""

    matches: list[list[Match]]
    rejected: int


def with_decisions(
    matches: Sequence[Sequence[Match]], decisions: Mapping[str, Decision]
) -> list[list[Match]]:
    """Return the matches of each claim with the decisions about them, by match id."""
    return [
        [replace(one, decision=decisions.get(one.id, one.decision)) for one in some]
        for some in matches
    ]


def without_rejected(matches: Sequence[Sequence[Match]]) -> Respected:
    """Leave out the rejected matches of each claim, and those in which others use the same words.

    A reprint would otherwise take the rejected one's place. Counted are those that would have been
    shown.
    """
    kept = [_kept(some) for some in matches]
    shown = (len(telling(some)) for some in matches)
    still = (len(telling(some)) for some in kept)
    return Respected(kept, sum(shown) - sum(still))


def _kept(matches: Sequence[Match]) -> list[Match]:
    rejected = {_words(one) for one in matches if one.judgement is Judgement.REJECTED}
    return [
        one
        for one in matches
        if _words(one) not in rejected or one.judgement is Judgement.CONFIRMED
    ]


def _words(match: Match) -> str:
    return " ".join(match.evidence.text.casefold().split())
