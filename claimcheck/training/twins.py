"""Groups of a contradiction and its twin, made from articles: a set to judge models by.

    python -m claimcheck.training.twins PATH... > corpora/contrasts/generated.jsonl

The same makers as in training, on sentences that were not trained on. A group counts as right only
if both of its pairs are.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator

from claimcheck.datatypes import Article
from claimcheck.loaders import load
from claimcheck.segment import SentenceSegmenter
from claimcheck.training import contrasts
from claimcheck.training.mixture import SEED, named_in, parser

KINDS = ("number", "date", "name", "roles", "negation", "antonym", "kind")
MOST_PER_KIND = 150


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="+")
    for row in twins(arguments.parse_args().paths):
        print(json.dumps(row, ensure_ascii=False))


def twins(paths: list[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of every group, a contradiction and then its twin."""
    chance = random.Random(SEED)
    segmenter = SentenceSegmenter()
    articles = [item for item in load(paths) if isinstance(item, Article)]
    texts = dict.fromkeys(claim.text for one in articles for claim in segmenter.segment(one))
    docs = list(parser().pipe(texts, batch_size=256))
    makers = contrasts.one_word(named_in(docs))
    groups = dict.fromkeys(KINDS, 0)
    for doc in docs:
        pairs = [pair for maker in makers for pair in maker(doc, chance)]
        for kind in KINDS:
            # The makers put plain copies first, and what is rounded or shortened last.
            against = _last(pairs, kind, "contradiction")
            twin = _last(pairs, f"{kind} twin", "entailment")
            if against and twin and groups[kind] < MOST_PER_KIND:
                groups[kind] += 1
                for pair in (against, twin):
                    yield _row(pair, kind, f"{kind}-{groups[kind]:03}")


def _last(pairs: list[contrasts.Pair], kind: str, label: str) -> contrasts.Pair | None:
    alike = [pair for pair in pairs if (pair.kind, pair.label) == (kind, label)]
    return alike[-1] if alike else None


def _row(pair: contrasts.Pair, kind: str, group: str) -> dict[str, str]:
    return {
        "group": group,
        "kind": kind,
        "premise": pair.premise,
        "hypothesis": pair.hypothesis,
        "label": pair.label,
    }


if __name__ == "__main__":
    main()
