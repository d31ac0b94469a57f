"""Draw claims at random and print each in its context with its self-contained reading.

    python benchmarks/readings.py PATH... --seed 1 --claims 60 [--segmenter clauses] [--changed]

PATH... are articles as `claimcheck index` takes them. A person reads what is printed and counts the
readings that are right, wrong or left open. Printed words in double brackets are the claim; "open"
lists the references in it that were left unresolved.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence

from claimcheck.datatypes import Article, Claim
from claimcheck.loaders import load
from claimcheck.segment import find_segmenter

CONTEXT_CHARS = 350


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--claims", type=int, default=60)
    parser.add_argument("--segmenter", default="clauses")
    parser.add_argument("--changed", action="store_true", help="only claims whose reading differs")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    segmenter = find_segmenter(options.segmenter)
    shown = 0
    for article in drawn(options.paths, 4 * options.claims, chance):
        claims = segmenter.segment(article)
        if options.changed:
            claims = [claim for claim in claims if claim.reading]
        if claims and shown < options.claims:
            shown += 1
            show(shown, article, chance.choice(claims))


def drawn(paths: Sequence[str], count: int, chance: random.Random) -> list[Article]:
    """Return articles drawn without regard to their length (reservoir sampling)."""
    kept: list[Article] = []
    articles = (one for one in load(paths) if isinstance(one, Article))
    for number, article in enumerate(articles):
        if len(kept) < count:
            kept.append(article)
        elif (at := chance.randrange(number + 1)) < count:
            kept[at] = article
    chance.shuffle(kept)
    return kept


def show(number: int, article: Article, claim: Claim) -> None:
    """Print a claim between what stands before and after it, and its reading."""
    start, end = claim.span.start, claim.span.end
    before = article.text[max(0, start - CONTEXT_CHARS) : start]
    print(f"=== {number} | {article.outlet} | {article.published} | {article.title}")
    print(f"{before}[[{article.text[start:end]}]]{article.text[end : end + 150]}")
    print("  claim:", claim.text)
    print("  ->", claim.reading or "(as it is)")
    if claim.speaker:
        print(f"  said by: {claim.speaker} ({claim.cue}, {claim.stance})")
    if claim.unresolved:
        print("  open:", ", ".join(span.of(article.text) for span in claim.unresolved))


if __name__ == "__main__":
    main()
