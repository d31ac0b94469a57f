"""The one path: article -> claims -> candidates -> comparisons -> report. Forward only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

import claimcheck
from claimcheck.compare import (
    RULES,
    Profile,
    compare,
    findings_from,
    is_worth_judging,
    profile,
)
from claimcheck.database import Filter
from claimcheck.datatypes import (
    Article,
    Candidate,
    Citation,
    Claim,
    Lookup,
    Match,
    NliScores,
    Report,
    Scores,
    Span,
)
from claimcheck.embed import Encoder, Vectors
from claimcheck.index import IndexReader
from claimcheck.index.chunks import encode_distinct, reading_of
from claimcheck.nli import Nli, Pair, both_ways
from claimcheck.segment import Segmenter, worth_checking
from claimcheck.segment.posts import plain_words
from claimcheck.settings import PAIR_K


@dataclass(frozen=True, slots=True)
class Checker:
    """An index with the encoder and segmenter that it was built with.

    `k` is how many candidates are compared for each claim; without `nli` no language inference
    takes part.
    """

    index: IndexReader
    encoder: Encoder
    segmenter: Segmenter
    k: int
    nli: Nli | None = None

    def check(self, article: Article, where: Filter, min_checkworthy: float = 0.0) -> Report:
        """Compare the claims of `article` with what the index's other outlets say.

        Those whose check-worthiness is less than `min_checkworthy` are left out.
        """
        claims = worth_checking(self.segmenter.segment(article), min_checkworthy)
        texts = [_searched(claim) for claim in claims]
        vectors, _ = encode_distinct(self.encoder, texts)
        found = self.index.search(texts, vectors, self.k, _without(where, article))
        matched = matches(list(zip(claims, found, strict=True)), self.nli)
        return _report(article, claims, matched, self.signature())

    def lookup(self, queries: Sequence[Claim], wheres: Sequence[Filter]) -> list[Lookup]:
        """Find what the index holds on each claim, best first by retrieval."""
        texts = [_searched(query) for query in queries]
        vectors, _ = encode_distinct(self.encoder, texts)
        places: dict[Filter, list[int]] = {}
        for place, where in enumerate(wheres):
            places.setdefault(where, []).append(place)
        found: dict[int, list[Candidate]] = {}
        for where, some in places.items():
            ranked = self.index.search([texts[i] for i in some], vectors[some], self.k, where)
            found.update(zip(some, ranked, strict=True))
        matched = matches([(query, found[i]) for i, query in enumerate(queries)], self.nli)
        signature = self.signature()
        return [
            Lookup(query, tuple(some), signature)
            for query, some in zip(queries, matched, strict=True)
        ]

    def signature(self) -> str:
        """Return one line that names everything that decided the result."""
        manifest = self.index.manifest
        return "|".join(
            (
                f"seg:{manifest.segmenter}",
                f"enc:{manifest.encoder}/{manifest.engine}",
                f"store:{self.index.store_kind}",
                f"k:{self.k}",
                f"idx:{manifest.content}",
                _ending(self.nli),
            )
        )


def compare_articles(
    article: Article,
    other: Article,
    encoder: Encoder,
    segmenter: Segmenter,
    nli: Nli | None = None,
) -> Report:
    """Compare two articles without an index: each claim with the closest ones of `other`."""
    claims, theirs = segmenter.segment(article), segmenter.segment(other)
    vectors, _ = encode_distinct(encoder, [reading_of(claim) for claim in (*claims, *theirs)])
    similarities = vectors[: len(claims)] @ vectors[len(claims) :].T
    found = [
        (claim, _closest(row, theirs)) for claim, row in zip(claims, similarities, strict=True)
    ]
    signature = f"seg:{segmenter.name}|enc:{encoder.identity}/{encoder.engine}|k:{PAIR_K}"
    return _report(article, claims, matches(found, nli), f"{signature}|{_ending(nli)}")


def _closest(similarities: Vectors, theirs: Sequence[Claim]) -> list[Candidate]:
    order = np.argsort(-similarities, kind="stable")[:PAIR_K]
    return [
        Candidate(theirs[place], Scores(float(similarities[place]), rank))
        for rank, place in enumerate(order.tolist(), 1)
    ]


def compare_pairs(
    pairs: Sequence[tuple[Claim, Claim]], encoder: Encoder, nli: Nli | None = None
) -> list[Match]:
    """Compare many pairs of claims, embedding and judging them in one batch each."""
    texts = [reading_of(claim) for pair in pairs for claim in pair]
    vectors, _ = encode_distinct(encoder, texts)
    similarities = (vectors[::2] * vectors[1::2]).sum(axis=1)
    found = [
        (ours, [Candidate(theirs, Scores(float(similarity)))])
        for (ours, theirs), similarity in zip(pairs, similarities, strict=True)
    ]
    return [match for some in matches(found, nli) for match in some]


def typed_claim(text: str, outlet: str = "", published: str | None = None) -> Claim:
    """Return a claim that a person typed in, as if its text were the whole article."""
    return Claim(Citation("", outlet, published=published), (Span(0, len(text)),), text)


def _searched(claim: Claim) -> str:
    """Return the words that a claim is searched by."""
    return plain_words(reading_of(claim))


def _ending(nli: Nli | None) -> str:
    return f"cmp:{RULES}|nli:{nli.identity if nli else 'none'}|v:{claimcheck.__version__}"


def _report(
    article: Article, claims: Sequence[Claim], matched: Sequence[list[Match]], signature: str
) -> Report:
    compared = [match for one in matched for match in one]
    return Report(
        article=article,
        claims=tuple(claims),
        findings=findings_from(matched),
        outlets=len({match.evidence.citation.outlet for match in compared}),
        compared=len(compared),
        signature=signature,
    )


def matches(
    found: Sequence[tuple[Claim, Sequence[Candidate]]], nli: Nli | None = None
) -> list[list[Match]]:
    """Compare claims with their candidates, in their order; NLI judges all in one batch."""
    ours = [_profile(claim) for claim, _ in found]
    theirs = [[_profile(one.evidence) for one in candidates] for _, candidates in found]
    pairs = {
        (place, rank): (reading_of(one.evidence), reading_of(claim))
        for place, (claim, candidates) in enumerate(found)
        for rank, one in enumerate(candidates)
        if is_worth_judging(ours[place], theirs[place][rank], one.scores.similarity)
    }
    judged = _judged(pairs, nli)
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
                    *judged.get((place, rank), ()),
                ),
            )
            for rank, one in enumerate(candidates)
        ]
        for place, (claim, candidates) in enumerate(found)
    ]


def _judged(
    pairs: dict[tuple[int, int], Pair], nli: Nli | None
) -> dict[tuple[int, int], tuple[NliScores, NliScores]]:
    """Judge pairs in both directions, the evidence as premise first."""
    if nli is None or not pairs:
        return {}
    return dict(zip(pairs, both_ways(nli, list(pairs.values())), strict=True))


def _profile(claim: Claim) -> Profile:
    # The words as they stand, not as they read: a difference points to them.
    return profile(claim.text, claim.citation.date)


def _without(where: Filter, article: Article) -> Filter:
    """Leave the article itself and its own outlet out."""
    return Filter(
        outlets=where.outlets,
        exclude_outlets=(*where.exclude_outlets, article.outlet),
        since=where.since,
        until=where.until,
        exclude_articles=(*where.exclude_articles, article.id),
        exclude_urls=(*where.exclude_urls, *([article.url] if article.url else [])),
    )
