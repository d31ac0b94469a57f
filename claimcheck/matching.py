"""Claims and their candidates -> matches: profiles, NLI and parses in one batch each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.compare import (
    Analysis,
    Profile,
    analyse,
    compare,
    is_same_fact,
    is_worth_judging,
    profile,
)
from claimcheck.datatypes import Candidate, Claim, Match, NliScores
from claimcheck.index.chunks import reading_of
from claimcheck.nli import Nli, Pair, both_ways
from claimcheck.segment.furniture import is_furniture


def matches(
    found: Sequence[tuple[Claim, Sequence[Candidate]]],
    nli: Nli | None = None,
    *,
    judge_distant: bool = True,
    story_day: date | None = None,
) -> list[list[Match]]:
    """Compare claims with their candidates, in their order; NLI judges all in one batch.

    Pairs too distant to speak of one fact stay so whatever NLI reads; without `judge_distant` it
    leaves them out, which a report, where they don't show, has most of its time from. `story_day`
    is about when the claims were published, where they don't say it.
    """
    ours = [_profile(claim, story_day) for claim, _ in found]
    theirs = [[_profile(one.evidence) for one in candidates] for _, candidates in found]
    close = {
        (place, rank): (ours[place], theirs[place][rank])
        for place, (_, candidates) in enumerate(found)
        for rank, one in enumerate(candidates)
        if is_same_fact(ours[place], theirs[place][rank], one.scores.similarity)
    }
    pairs = {
        (place, rank): (reading_of(one.evidence), reading_of(claim))
        for place, (claim, candidates) in enumerate(found)
        for rank, one in enumerate(candidates)
        if (judge_distant or (place, rank) in close)
        and is_worth_judging(ours[place], theirs[place][rank], one.scores.similarity)
    }
    judged = _judged(pairs, nli)
    analyses = _analysed(close)
    return [
        [
            Match(
                claim,
                one.evidence,
                one.scores,
                compare(
                    ours[place],
                    theirs[place][rank],
                    one.scores.similarity,
                    judged.get((place, rank)),
                    analyses.get((place, rank)),
                ),
            )
            for rank, one in enumerate(candidates)
        ]
        for place, (claim, candidates) in enumerate(found)
    ]


def _analysed(
    pairs: dict[tuple[int, int], tuple[Profile, Profile]],
) -> dict[tuple[int, int], tuple[Analysis, Analysis]]:
    """Parse the claims of pairs that may speak of one fact, each claim once."""
    distinct = {(one.text, one.day): one for pair in pairs.values() for one in pair}
    read = dict(zip(distinct, analyse(list(distinct.values())), strict=True))
    return {
        key: (read[mine.text, mine.day], read[rival.text, rival.day])
        for key, (mine, rival) in pairs.items()
    }


def _judged(
    pairs: dict[tuple[int, int], Pair], nli: Nli | None
) -> dict[tuple[int, int], tuple[NliScores, NliScores]]:
    """Judge pairs in both directions, the evidence as premise first."""
    if nli is None or not pairs:
        return {}
    return dict(zip(pairs, both_ways(nli, list(pairs.values())), strict=True))


def _profile(claim: Claim, story_day: date | None = None) -> Profile:
    # The words as they stand, not as they read: a difference points to them.
    states = not is_furniture(claim.text, lone=True)
    return profile(claim.text, claim.citation.date, states=states, story_day=story_day)
