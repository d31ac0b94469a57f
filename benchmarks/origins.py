"""How well copies of one text are found, beside Jaccard of 3-grams, and how long it takes.

    python benchmarks/origins.py PATH... [--gold corpora/origins/gold.jsonl] [--out FILE]

PATH... are the articles that the gold names, as corpora/origins/README.md says.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from claimcheck.evaluation.origins import evaluate_origins, read_groups
from claimcheck.loaders import load

GOLD = Path(__file__).parents[1] / "corpora" / "origins" / "gold.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    gold, items = read_groups(options.gold), list(load(options.paths))
    began = time.perf_counter()
    found = evaluate_origins(gold, items)
    found["seconds"] = round(time.perf_counter() - began, 1)
    text = json.dumps(found, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
