"""Pairs judged in a second, beside sentence-transformers' CrossEncoder with the same weights.

    python benchmarks/judging.py WEIGHTS PATH... --out benchmarks/results/judging.json

WEIGHTS is the folder of the float32 or half-precision weights; PATH... are articles, of which each
claim is paired with the one after it. Each engine has a process of its own, in turns, and the best
of some rounds counts. Also measures how long import and loading take in a new process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from measuring import report, run_json

from claimcheck.datatypes import Article
from claimcheck.loaders import load
from claimcheck.nli import Pair, load_nli, table_of
from claimcheck.segment import SentenceSegmenter

PAIRS, ROUNDS = 600, 3
LOADING = """
import time; started = time.perf_counter()
from claimcheck.nli import load_nli
load_nli().predict([("The ship sank.", "The ship is afloat.")])
print(time.perf_counter() - started)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--engine", choices=("claimcheck", "cross-encoder"))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.engine:
        print(json.dumps(measured(options.engine, options.weights, neighbours(options.articles))))
        return
    rounds: dict[str, list[Any]] = {"claimcheck": [], "cross-encoder": []}
    for _ in range(ROUNDS):
        for engine, found in rounds.items():
            given = (options.weights, *options.articles, "--engine", engine)
            found.append(run_json(Path(__file__).name, *given))
    ours, theirs = (max(found, key=lambda one: one["rate"]) for found in rounds.values())
    labels = np.array(ours.pop("labels")), np.array(theirs.pop("labels"))
    result = {
        "pairs": PAIRS,
        "claimcheck": ours,
        "cross_encoder": theirs,
        "ratio": round(ours["rate"] / theirs["rate"], 2),
        "same_label": round(float((labels[0] == labels[1]).mean()), 4),
        "import_and_load_s": round(min(loading() for _ in range(ROUNDS)), 2),
    }
    report(result, options.out)


def neighbours(articles: list[str]) -> list[Pair]:
    """Return pairs of claims that stand next to each other."""
    segmenter, pairs = SentenceSegmenter(), []
    for article in load(articles):
        if isinstance(article, Article):
            texts = [claim.text for claim in segmenter.segment(article)]
            pairs += list(pairwise(texts))
        if len(pairs) >= PAIRS:
            break
    return pairs[:PAIRS]


def measured(engine: str, weights: Path, pairs: list[Pair]) -> dict[str, Any]:
    """Return pairs per second and the labels given, after one round to warm up."""
    if engine == "claimcheck":
        nli = load_nli()

        def judge() -> Any:
            return table_of(nli.predict(pairs))

    else:
        from sentence_transformers import CrossEncoder

        encoder = CrossEncoder(str(weights), device="cpu", model_kwargs={"dtype": "float32"})

        def judge() -> Any:
            return encoder.predict(pairs, show_progress_bar=False)

    judge()
    started = time.perf_counter()
    table = judge()
    rate = len(pairs) / (time.perf_counter() - started)
    words = sum(len(text.split()) for pair in pairs for text in pair) / len(pairs)
    labels = np.asarray(table).argmax(axis=1).tolist()
    return {"rate": round(rate, 1), "words_per_pair": round(words, 1), "labels": labels}


def loading() -> float:
    """Return the seconds that import, loading and a first pair take in a new process."""
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
