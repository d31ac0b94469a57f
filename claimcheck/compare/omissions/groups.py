"""What several independent origins report and our article leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from claimcheck.annotate.checkworthiness import checkworthiness
from claimcheck.compare.omissions.coverage import Coverage, is_dated_back, is_of_the_newsroom
from claimcheck.compare.omissions.sisters import centre, of_sisters
from claimcheck.compare.omissions.statements import (
    Statement,
    Told,
    Vectors,
    Weights,
    Words,
    runs,
    statements,
)
from claimcheck.compare.origins import Signature, group_claims
from claimcheck.datatypes import Article, Claim, ClaimKind, Omission
from claimcheck.settings import (
    CHECKWORTHY,
    ECHO_RUN,
    MAX_OMISSIONS_READ,
    MIN_OMISSION_WORDS,
    SAME_STATEMENT,
    SAME_STATEMENT_SIMILARITY,
    STORY_SIMILARITY,
    TWIN_SIMILARITY,
)

_MIN_ORIGINS: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class LeftOut:
    """An omission, with the vector of its leading claim."""

    omission: Omission
    vector: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class _Story:
    """The claims of the sister articles: how alike they are, and which our article makes too."""

    told: Sequence[Statement]
    vectors: Vectors
    alike: npt.NDArray[np.float32]
    closeness: npt.NDArray[np.float32]
    is_covered: Sequence[bool]
    weights: Weights

    @classmethod
    def of(cls, article: Article, ours: Told, theirs: Told) -> _Story:
        told = statements(theirs.claims)
        weights = Weights.of([*told, *statements(ours.claims)])
        coverage = Coverage(article, ours.claims, weights)
        similarities = theirs.vectors @ ours.vectors.T
        return cls(
            told,
            theirs.vectors,
            theirs.vectors @ theirs.vectors.T,
            theirs.vectors @ centre(ours.vectors),
            [coverage.covers(one, row) for one, row in zip(told, similarities, strict=True)],
            weights,
        )

    def same(self, place: int) -> list[int]:
        """Return the places of the other claims that state what this one states, closest first."""
        near = np.argsort(-self.alike[place], kind="stable").tolist()
        return [other for other in near if other != place and self._is_same(place, other)]

    def _is_same(self, one: int, other: int) -> bool:
        alike = float(self.alike[one, other])
        if alike < SAME_STATEMENT_SIMILARITY:
            return False
        overlap = self.weights.overlap(self.told[one], self.told[other])
        return 2 * alike + overlap >= SAME_STATEMENT


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Claims that state one thing, by origin, each by its place; the first one leads."""

    origins: tuple[tuple[int, ...], ...]
    places: tuple[int, ...]
    score: float
    echoes: frozenset[Words]


def left_out(
    article: Article,
    ours: Told,
    others: Told,
    signatures: Mapping[str, Signature],
    least: float = 0.0,
) -> list[LeftOut]:
    """Return what at least two independent origins report and `article` doesn't, foremost first.

    `ours` are all claims of the article, `others` those of the articles that may tell its story.
    A leading claim's check-worthiness is at least `least`. Sorted by the number of origins, then by
    how much the claim is worth checking, how close to the story and how alike its tellers are.
    """
    theirs = of_sisters(article, ours, others)
    if not theirs.claims or not ours.claims:
        return []
    story = _Story.of(article, ours, theirs)
    groups = (_group(story, place, signatures) for place in _leads(story, max(least, CHECKWORTHY)))
    ranked = sorted(
        (group for group in groups if group),
        key=lambda group: (-len(group.origins), -group.score, group.places[0]),
    )
    return [_left_out(story, group) for group in _distinct(story, ranked)][:MAX_OMISSIONS_READ]


def _leads(story: _Story, least: float) -> Iterator[int]:
    """Yield the places of claims that may stand for an omission."""
    for place, one in enumerate(story.told):
        if (
            not story.is_covered[place]
            and _is_tellable(one)
            and len(one.stems) >= MIN_OMISSION_WORDS
            and story.closeness[place] >= STORY_SIMILARITY
            and _worth(one.claim) >= least
            and not is_of_the_newsroom(one.claim)
            and not is_dated_back(one.claim)
        ):
            yield place


def _is_tellable(one: Statement) -> bool:
    return one.is_sentence and one.claim.kind is not ClaimKind.HEADLINE


def _worth(claim: Claim) -> float:
    known = claim.checkworthiness
    return checkworthiness([claim.text])[0] if known is None else known


def _group(story: _Story, lead: int, signatures: Mapping[str, Signature]) -> _Group | None:
    """Return the claims that state what one claim states; None where one origin is all there is.

    What a near twin of ours says is ours, too.
    """
    same = story.same(lead)
    if any(story.is_covered[one] and story.alike[lead, one] >= TWIN_SIMILARITY for one in same):
        return None
    places = _one_per_article(story, [lead, *same])
    origins = group_claims([story.told[place].claim for place in places], signatures)
    if len(origins) < _MIN_ORIGINS:
        return None
    likeness = float(story.alike[lead, places[1:]].mean())
    score = _worth(story.told[lead].claim) + float(story.closeness[lead]) + likeness
    echoes = frozenset[Words]().union(*(runs(story.told[one].words, ECHO_RUN) for one in places))
    found = tuple(tuple(places[at] for at in origin) for origin in origins)
    return _Group(found, tuple(places), score, echoes)


def _one_per_article(story: _Story, places: Iterable[int]) -> list[int]:
    first: dict[str, int] = {}
    for place in places:
        one = story.told[place]
        if not story.is_covered[place] and _is_tellable(one):
            first.setdefault(one.claim.citation.article_id, place)
    return list(first.values())


def _distinct(story: _Story, groups: Iterable[_Group]) -> list[_Group]:
    """Leave out what a group before states already, or quotes the same words of."""
    kept: list[_Group] = []
    for group in groups:
        known = {place for one in kept for place in (*one.places, *story.same(one.places[0]))}
        if known.isdisjoint(group.places) and not any(group.echoes & one.echoes for one in kept):
            kept.append(group)
    return kept


def _left_out(story: _Story, group: _Group) -> LeftOut:
    origins = tuple(tuple(story.told[at].claim for at in origin) for origin in group.origins)
    return LeftOut(Omission(origins), story.vectors[group.places[0]])
