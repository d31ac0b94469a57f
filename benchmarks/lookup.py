"""Search time over a whole index: warm, per stage, and as a whole process.

    python benchmarks/lookup.py index corpora/sample/gold/lookups.jsonl

Prints JSON: milliseconds at the 50th and 95th percentile for embedding one claim, searching, and
both with the comparison of the results; and seconds for `claimcheck lookup` from start to end.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np

from claimcheck.cli.tools import open_checker
from claimcheck.database import Filter
from claimcheck.evaluation.gold import read_lookups
from claimcheck.pipeline import typed_claim


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("lookups", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = [one.text for one in read_lookups(options.lookups)]
    with open_checker(options.index, None, 10) as checker:
        checker.lookup([typed_claim(texts[0])], [Filter()])
        stages: dict[str, list[float]] = {"embed": [], "search": [], "lookup": []}
        search = partial(checker.index.search, k=10, where=Filter())
        for text in texts * options.rounds:
            vector = _timed(stages["embed"], lambda t=text: checker.encoder.encode([t]))
            _timed(stages["search"], lambda t=text, v=vector: search([t], v))
            _timed(stages["lookup"], lambda t=text: checker.lookup([typed_claim(t)], [Filter()]))
        claims = checker.index.counts()["claims"]
    whole: list[float] = []
    for text in texts[:5]:
        command = [sys.executable, "-m", "claimcheck", "lookup", text, "--index", options.index]
        _timed(whole, lambda c=command: subprocess.run(c, capture_output=True, check=True))
    figures = {name: _percentiles(times) for name, times in stages.items()}
    result = {"claims": claims, "warm_ms": figures, "whole_process_s": round(min(whole), 2)}
    print(json.dumps(result, indent=2))


def _timed(times: list[float], action):  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    result = action()
    times.append(time.perf_counter() - started)
    return result


def _percentiles(times: list[float]) -> dict[str, float]:
    p50, p95 = np.percentile(np.array(times) * 1000, [50, 95])
    return {"p50": round(float(p50), 1), "p95": round(float(p95), 1)}


if __name__ == "__main__":
    main()
