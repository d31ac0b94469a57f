"""Rank the contradictions among all pairs of one week, for a person to read.

    python benchmarks/contradictions.py PATH... --weeks 26 --show 50

PATH... are articles as `claimcheck index` takes them. Of weeks drawn at random, every claim that is
worth checking is compared with the similar ones of other outlets, as at the rate at which they
really come. A person reads the first pairs, in which each sentence comes once, and counts how many
contradict each other.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from claimcheck.cli.tools import load_named_encoder, load_named_nli
from claimcheck.datatypes import Article, Candidate, Claim, Match, Relation, Scores
from claimcheck.embed import Encoder
from claimcheck.index.chunks import encode_distinct, reading_of
from claimcheck.loaders import load
from claimcheck.matching import matches
from claimcheck.nli import Nli
from claimcheck.segment import SentenceSegmenter, worth_checking

# Fewer words are fragments; less similar claims are never called a contradiction.
MIN_WORDS = 5
MIN_SIMILARITY = 0.6
MIN_CHECKWORTHY = 0.15


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--show", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    encoder, nli = load_named_encoder(None), load_named_nli("news-minilm")
    pairs, found = 0, []
    for articles in drawn(options.paths, options.weeks, random.Random(options.seed)):
        candidates = similar(articles, encoder)
        pairs += len(candidates)
        found += [match for match in compared(candidates, None) if contradicts(match)]
    judged = compared([(one.claim, Candidate(one.evidence, one.scores)) for one in found], nli)
    ranked = sorted(
        (match for match in judged if contradicts(match)),
        key=lambda match: -match.comparison.confidence,
    )
    print(f"{pairs:,} pairs, {len(ranked):,} called a contradiction")
    for number, match in enumerate(distinct(ranked)):
        if number == options.show:
            return
        show(number + 1, match)


def drawn(paths: Sequence[str], count: int, chance: random.Random) -> list[list[Article]]:
    """Return the articles of weeks drawn at random."""
    weeks: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for article in load(paths):
        if isinstance(article, Article) and article.citation.date:
            weeks[week_of(article.citation.date)].append(article)
    names = sorted(weeks)
    return [weeks[name] for name in sorted(chance.sample(names, min(count, len(names))))]


def week_of(day: date) -> tuple[int, int]:
    """Return the ISO year and week."""
    return day.isocalendar()[:2]


def similar(articles: Sequence[Article], encoder: Encoder) -> list[tuple[Claim, Candidate]]:
    """Return every two similar claims of different outlets, once."""
    segmenter = SentenceSegmenter()
    claims = [
        claim
        for article in articles
        for claim in worth_checking(segmenter.segment(article), MIN_CHECKWORTHY)
        if len(claim.text.split()) >= MIN_WORDS
    ]
    if not claims:
        return []
    vectors, _ = encode_distinct(encoder, [reading_of(claim) for claim in claims])
    similarity = np.triu(vectors @ vectors.T, 1)
    return [
        (claims[i], Candidate(claims[k], Scores(float(similarity[i, k]))))
        for i, k in np.argwhere(similarity >= MIN_SIMILARITY).tolist()
        if claims[i].citation.outlet != claims[k].citation.outlet
    ]


def compared(pairs: Sequence[tuple[Claim, Candidate]], nli: Nli | None) -> list[Match]:
    """Compare pairs on the way that reports take."""
    found = matches([(claim, [candidate]) for claim, candidate in pairs], nli)
    return [match for some in found for match in some]


def contradicts(match: Match) -> bool:
    return match.comparison.relation is Relation.CONTRADICTS


def distinct(ranked: Sequence[Match]) -> Iterator[Match]:
    """Yield the matches in which neither sentence has come before."""
    seen: set[str] = set()
    for match in ranked:
        texts = {match.claim.text, match.evidence.text}
        if not texts & seen:
            seen |= texts
            yield match


def show(number: int, match: Match) -> None:
    """Print a pair and the difference that makes it a contradiction."""
    print(f"=== {number} | {match.comparison.confidence:.2f}")
    for claim in (match.claim, match.evidence):
        print(f"  {claim.citation.outlet}, {claim.citation.day}: {claim.text.strip()}")
    for one in match.comparison.differences[:1]:
        here = one.in_claim.of(match.claim.text) if one.in_claim else "-"
        there = one.in_evidence.of(match.evidence.text) if one.in_evidence else "-"
        print(f"  {one.kind}: {here} | {there}")


if __name__ == "__main__":
    main()
