"""Draw claims at random and print each in its context with its self-contained reading.

    python benchmarks/readings.py PATH... --seed 1 --claims 60 [--changed]

PATH... are articles as `claimcheck index` takes them. A person reads what is printed and counts the
readings that are right, wrong or left open. Printed words in double brackets are the claim; "open"
lists the references in it that were left unresolved.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date

from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.annotate.references import reading, resolve
from claimcheck.datatypes import Article, Claim
from claimcheck.loaders import load
from claimcheck.segment import SentenceSegmenter
from claimcheck.segment.blocks import blocks, sentences
from claimcheck.segment.furniture import without_dateline

CONTEXT_CHARS = 350


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--claims", type=int, default=60)
    parser.add_argument("--changed", action="store_true", help="only claims whose reading differs")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    seconds, count, shown = 0.0, 0, 0
    tally: Counter[tuple[str, bool]] = Counter()
    for article in drawn(options.paths, 4 * options.claims, rng):
        if shown == options.claims:
            break
        claims = SentenceSegmenter().segment(article)
        known = parsed(article.text)
        started = time.process_time()
        references = resolve(article.text, known, day(article))
        seconds, count = seconds + time.process_time() - started, count + len(known)
        tally.update((one.kind.value, one.antecedent is not None) for one in references)
        if not claims:
            continue
        claim = rng.choice(claims)
        found = reading(article.text, claim.spans, references)
        if options.changed and found.text == claim.text:
            continue
        shown += 1
        show(shown, article, claim, found.text, [one.of(article.text) for one in found.unresolved])
    for (kind, is_resolved), number in sorted(tally.items()):
        print(kind, "resolved" if is_resolved else "open", number)
    print(f"{seconds / count * 1000:.3f} ms a sentence over {count} sentences, without parsing")


def drawn(paths: Sequence[str], count: int, rng: random.Random) -> list[Article]:
    """Return articles drawn without regard to their length (reservoir sampling)."""
    kept: list[Article] = []
    articles = (one for one in load(paths) if isinstance(one, Article))
    for number, article in enumerate(articles):
        if len(kept) < count:
            kept.append(article)
        elif (at := rng.randrange(number + 1)) < count:
            kept[at] = article
    rng.shuffle(kept)
    return kept


def parsed(text: str) -> list[Sentence]:
    """Return the sentences of a text with their parse."""
    spans = [
        (paragraph, without_dateline(text, span))
        for paragraph, block in enumerate(blocks(text))
        for span in sentences(text, block, "en")
    ]
    docs = parse(span.of(text) for _, span in spans)
    return [Sentence(s, doc, paragraph) for (paragraph, s), doc in zip(spans, docs, strict=True)]


def day(article: Article) -> date | None:
    return date.fromisoformat(article.published[:10]) if article.published else None


def show(number: int, article: Article, claim: Claim, read: str, open_words: list[str]) -> None:
    """Print a claim between what stands before and after it, and its reading."""
    start, end = claim.spans[0].start, claim.spans[-1].end
    before = article.text[max(0, start - CONTEXT_CHARS) : start]
    print(f"=== {number} | {article.outlet} | {article.published} | {article.title}")
    print(f"{before}[[{article.text[start:end]}]]{article.text[end : end + 150]}")
    print("  ->", read if read != claim.text else "(as it is)")
    if open_words:
        print("  open:", ", ".join(open_words))


if __name__ == "__main__":
    main()
