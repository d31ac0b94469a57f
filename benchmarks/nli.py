"""How well the NLI model judges, set by set, beside simpler means.

    python benchmarks/nli.py DIR --articles PATH... --out benchmarks/results/nli.json

DIR holds public sets (premise, hypothesis, label as JSON lines) in the layout below; none is part
of the project, and none was trained on. The sets of corpora/contrasts are always judged. Every
figure is one of `claimcheck evaluate nli FILE --split SPLIT` or, for copies, of
`claimcheck evaluate copies PATH...`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from measuring import report

from claimcheck.embed import load_encoder
from claimcheck.evaluation.examples import read_examples
from claimcheck.evaluation.nli import evaluate_nli
from claimcheck.evaluation.stability import evaluate_copies, some_claims
from claimcheck.loaders import load
from claimcheck.nli import DEFAULT_NLI, load_nli
from claimcheck.segment import SentenceSegmenter

ROOT = Path(__file__).parent.parent
COPIES = 2_000
# Name, file and split.
SETS = (
    ("MultiNLI mismatched", "nli/mnli-subset.jsonl.gz", "dev_mismatched"),
    ("SNLI dev", "nli/snli-devtest.jsonl.gz", "dev"),
    ("News pairs", "claim-pairs/dev.jsonl", None),
    ("ClaimDiff train", "stance/claimdiff.jsonl.gz", None),
    ("PropSegmEnt dev", "nli/propsegment.jsonl.gz", None),
    ("FoolMeTwice dev", "nli/fool-me-twice.jsonl.gz", None),
    ("Breaking NLI", "nli/breaking-nli.jsonl.gz", None),
)
OWN = ("numbers", "negation", "names", "generated")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", nargs="+", required=True)
    parser.add_argument("--nli-model", default=DEFAULT_NLI)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    nli, encoder = load_nli(options.nli_model), load_encoder()
    files = [(name, options.data / file, split) for name, file, split in SETS]
    files += [(name, ROOT / "corpora" / "contrasts" / f"{name}.jsonl", None) for name in OWN]
    sets: dict[str, Any] = {}
    for name, path, split in files:
        print(name, file=sys.stderr, flush=True)
        sets[name] = evaluate_nli(read_examples(path, split), nli, encoder)
    texts = some_claims(load(options.articles), SentenceSegmenter(), COPIES)
    copies = evaluate_copies(texts, nli)
    report({"nli": str(nli.identity), "sets": sets, "copies": copies}, options.out)


if __name__ == "__main__":
    main()
