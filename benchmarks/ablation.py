"""What each part of the NLI model's training data brings: short runs, each without one part.

    python benchmarks/ablation.py MIXTURE DATA --out benchmarks/results/ablation.json

MIXTURE is a folder that `python -m claimcheck.training.mixture` wrote, DATA the folder of public
sets that `nli.py` takes. Every run starts from the encoder's weights and has the same number
of steps, batch and seed; it sees the first rows of the mixture, which is shuffled, but for those
of the part left out. The results are kept after each run, and a run that is in OUT is skipped.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from measuring import report

from claimcheck.evaluation.examples import Example, read_examples
from claimcheck.evaluation.metrics import share_interval
from claimcheck.evaluation.nli import judge
from claimcheck.nli import Nli, load_nli
from claimcheck.training.export import write
from claimcheck.training.trainer import Plan, train

ROOT = Path(__file__).parent.parent
SEED, SAMPLE = 1, 800
STEPS, BATCH, WARM_UP = 1_000, 32, 100
# Public sets, of each of which SAMPLE pairs are drawn: name, file and split.
SETS = (
    ("MultiNLI mismatched", "nli/mnli-subset.jsonl.gz", "dev_mismatched"),
    ("SNLI dev", "nli/snli-devtest.jsonl.gz", "dev"),
    ("FoolMeTwice dev", "nli/fool-me-twice.jsonl.gz", "dev"),
    ("Breaking NLI", "nli/breaking-nli.jsonl.gz", None),
)
# Groups of contrasts that count if all their pairs are judged right: name and files.
TWINS = (
    ("Contrasts by hand", ("numbers", "negation", "names")),
    ("Contrasts generated", ("generated",)),
)
OF_SOURCE = {
    "mnli-subset": "annotated NLI",
    "entailment-new-protocols": "annotated NLI",
    "fever-nli": "fact-checking sets",
    "wikifactcheck": "fact-checking sets",
    "conjnli": "small sets",
    "cad-nli": "small sets",
    "help": "small sets",
    "fever-neutral": "own neutrals",
    "neighbours": "own neutrals",
    "strangers": "own neutrals",
    "denied": "denied",
}
OWN = ("contrasts", "reworded contrasts", "denied", "own neutrals")


@dataclass(frozen=True, slots=True)
class Run:
    """A run: the parts that it leaves out, and how many rows of the mixture it skips."""

    without: tuple[str, ...] = ()
    skipped: int = 0


RUNS = {
    "everything": Run(),
    **{f"without {part}": Run((part,)) for part in OWN},
    "without fact-checking sets": Run(("fact-checking sets",)),
    "without annotated NLI": Run(("annotated NLI",)),
    # How much two runs differ by chance.
    "everything, other rows": Run(skipped=STEPS * BATCH),
    "without all parts of our own": Run(OWN),
    "without small sets": Run(("small sets",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mixture", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    plan = Plan(STEPS, batch=BATCH, warm_up=WARM_UP)
    result = kept(options.out, asdict(plan))
    for name, run in RUNS.items():
        if name not in result["runs"]:
            print(name, file=sys.stderr, flush=True)
            rows = list(islice(rows_of(options.mixture, run), STEPS * BATCH))
            result["runs"][name] = measured(rows, plan, options.data)
            report(result, options.out)


def kept(path: Path, plan: dict[str, Any]) -> dict[str, Any]:
    """Return the results of an earlier call, or none where it had another plan."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found if found.get("plan") == plan else {"plan": plan, "runs": {}}


def rows_of(mixture: Path, run: Run) -> Iterator[dict[str, str]]:
    """Yield the rows of the mixture that a run may see, in their order."""
    with gzip.open(mixture / "train.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in islice(file, run.skipped, None):
            row = json.loads(line)
            if part_of(row["source"]) not in run.without:
                yield row


def part_of(source: str) -> str:
    if source.startswith("contrast: "):
        return "reworded contrasts" if source.endswith(", reworded") else "contrasts"
    return OF_SOURCE[source]


def measured(rows: Sequence[dict[str, str]], plan: Plan, data: Path) -> dict[str, Any]:
    """Train on some rows, and return how many of each part they were and what is judged right."""
    with tempfile.TemporaryDirectory() as folder:
        nli = trained(rows, plan, Path(folder))
        sets = {name: drawn(data / file, split) for name, file, split in SETS}
        figures = {name: accuracy(examples, nli) for name, examples in sets.items()}
    figures |= {name: twins(files, nli) for name, files in TWINS}
    return {"rows": Counter(part_of(row["source"]) for row in rows), "sets": figures}


def trained(rows: Sequence[dict[str, str]], plan: Plan, folder: Path) -> Nli:
    """Train on some rows, and return the model as it would be shipped."""
    sample, shipped = folder / "train.jsonl.gz", folder / "shipped"
    with gzip.open(sample, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    train(sample, folder, plan)
    write(folder / "model", shipped)
    # Which label is the likeliest doesn't hang on the temperature.
    (shipped / "calibration.json").write_text('{"temperature": 1.0}', "utf-8")
    return load_nli(str(shipped))


def drawn(path: Path, split: str | None) -> list[Example]:
    return random.Random(SEED).sample(read_examples(path, split), SAMPLE)


def accuracy(examples: Sequence[Example], nli: Nli) -> dict[str, float]:
    _, gold, given, _ = judge(examples, nli)
    return share_interval(int((gold == given).sum()), len(gold)).figures()


def twins(files: Sequence[str], nli: Nli) -> dict[str, float]:
    """Return the share of groups whose pairs are all judged right; single pairs don't count."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for file in files:
        examples = read_examples(ROOT / "corpora" / "contrasts" / f"{file}.jsonl")
        _, gold, given, _ = judge(examples, nli)
        for one, is_right in zip(examples, (gold == given).tolist(), strict=True):
            groups[f"{file} {one.kind} {one.group}"].append(is_right)
    found = [all(some) for some in groups.values() if len(some) > 1]
    return share_interval(sum(found), len(found)).figures()


if __name__ == "__main__":
    main()
