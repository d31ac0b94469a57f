"""How an article stands to a headline: it agrees, disagrees, discusses, or is about another thing.

The four stances are those of the Fake News Challenge (FNC-1, 2017). Nothing is trained: what the
headline does and what the article's sentences do are compared by rules with a few thresholds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.compare.stance.reading import Body, Headline, Sentence
from claimcheck.datatypes import NliScores, Span
from claimcheck.settings import (
    ABOUT_HEADLINE,
    DENIAL_SIMILARITY,
    DENIED,
    DENIED_THOUGH_HEDGED,
    ECHO,
    ECHO_SIMILARITY,
    ECHOED_WORDS,
    HEADLINE_WORDS_SHARE,
    HEDGED_SHARE,
    LEAD_SENTENCES,
    LEAD_WEIGHT,
    SAME_DENIAL_ENTAILMENT,
    SAME_DENIAL_SIMILARITY,
)


class ArticleStance(StrEnum):
    """How an article stands to what a headline states."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DISCUSS = "discuss"
    UNRELATED = "unrelated"


class Role(StrEnum):
    """What a sentence does with the story of a headline."""

    STATES = "states"
    DENIES = "denies"
    HEDGES = "hedges"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that decides a stance and the words in it that do; spans in the article's text."""

    role: Role
    sentence: Span
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class StanceFinding:
    """A stance, the sentences that decide it, weightiest first, and one sentence why."""

    stance: ArticleStance
    evidence: tuple[Evidence, ...]
    why: str


def article_stance(
    headline: Headline,
    body: Body,
    similarities: Sequence[float],
    judged: Mapping[int, NliScores],
) -> StanceFinding:
    """Return how an article stands to a headline.

    `similarities` are the cosines of the headline with each sentence (-1 to 1). `judged` holds, by
    the place of the sentence, what an NLI model says with the sentence as premise and the headline
    as hypothesis; sentences may be missing.
    """
    if not is_about(headline, body, similarities):
        return StanceFinding(ArticleStance.UNRELATED, (), "The article is about something else.")
    nearest = max(range(len(similarities)), key=similarities.__getitem__)
    if headline.denial:
        return _towards_denial(headline, body, similarities, judged, nearest)
    denying = _denying(headline, body, similarities)
    if _amount(denying) >= (DENIED_THOUGH_HEDGED if headline.hedge else DENIED):
        return StanceFinding(
            ArticleStance.DISAGREE, _evidence(denying), "The article denies what the headline says."
        )
    return _without_denial(headline, body, nearest)


def is_about(headline: Headline, body: Body, similarities: Sequence[float]) -> bool:
    """Tell whether an article is about what a headline is about, whatever it says of it."""
    shared = len(headline.stems & body.stems) / max(1, len(headline.stems))
    nearest = max(similarities, default=-1.0)
    return nearest + HEADLINE_WORDS_SHARE * shared >= ABOUT_HEADLINE


def _denying(
    headline: Headline, body: Body, similarities: Sequence[float]
) -> list[tuple[float, Evidence]]:
    """Return the sentences that deny the story, each with its weight, weightiest first."""
    weighed = [
        (_weight(headline, one, similarity) * (LEAD_WEIGHT if place < LEAD_SENTENCES else 1.0), one)
        for place, (one, similarity) in enumerate(zip(body.sentences, similarities, strict=True))
    ]
    denying = [
        (weight, Evidence(Role.DENIES, one.span, one.denial or one.negation))
        for weight, one in weighed
        if weight
    ]
    return sorted(denying, key=lambda pair: -pair[0])


def _weight(headline: Headline, sentence: Sentence, similarity: float) -> float:
    """Return how much a sentence denies the story of a headline, 0 to 1."""
    if sentence.denial and (similarity >= DENIAL_SIMILARITY or sentence.refers_back):
        return sentence.weight
    echoed = len(sentence.negated & headline.stems)
    if echoed >= ECHOED_WORDS and similarity >= ECHO_SIMILARITY and not headline.denial:
        return ECHO
    return 0.0


def _amount(denying: Sequence[tuple[float, Evidence]]) -> float:
    return sum(weight for weight, _ in denying)


def _evidence(denying: Sequence[tuple[float, Evidence]]) -> tuple[Evidence, ...]:
    return tuple(one for _, one in denying)


def _towards_denial(
    headline: Headline,
    body: Body,
    similarities: Sequence[float],
    judged: Mapping[int, NliScores],
    nearest: int,
) -> StanceFinding:
    """Return the stance to a headline that denies."""
    denying = _denying(headline, body, similarities)
    evidence = _evidence(denying) if _amount(denying) >= DENIED else ()
    evidence += tuple(
        Evidence(Role.DENIES, one.span, one.negation)
        for place, one in enumerate(body.sentences)
        if (one.negation and similarities[place] >= SAME_DENIAL_SIMILARITY)
        or (place in judged and judged[place].entailment >= SAME_DENIAL_ENTAILMENT)
    )
    if evidence:
        return StanceFinding(ArticleStance.AGREE, evidence, "Headline and article both deny it.")
    hedging = _hedging(body.sentences)
    if len(hedging) > HEDGED_SHARE * len(body.sentences):
        return StanceFinding(
            ArticleStance.DISCUSS, hedging, "The article hedges what the headline denies."
        )
    stating = (Evidence(Role.STATES, body.sentences[nearest].span),)
    why = "The article states what the headline denies."
    return StanceFinding(ArticleStance.DISAGREE, stating, why)


def _without_denial(headline: Headline, body: Body, nearest: int) -> StanceFinding:
    """Return the stance of an article that does not deny, to a headline that does not either."""
    told = body.sentences[nearest]
    hedging = _hedging(dict.fromkeys((told, body.sentences[0])))
    if headline.hedge or hedging:
        whose = "headline" if headline.hedge else "article"
        return StanceFinding(
            ArticleStance.DISCUSS,
            hedging or (Evidence(Role.STATES, told.span),),
            f"The {whose} passes the story on without vouching for it.",
        )
    stating = (Evidence(Role.STATES, told.span),)
    return StanceFinding(ArticleStance.AGREE, stating, "The article states what the headline does.")


def _hedging(sentences: Iterable[Sentence]) -> tuple[Evidence, ...]:
    return tuple(Evidence(Role.HEDGES, one.span, one.hedge) for one in sentences if one.hedge)
