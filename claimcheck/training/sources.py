"""The public data that the NLI model learns from, with the licence of each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LABELS: Final = ("entailment", "neutral", "contradiction")
# How the source's name begins of pairs that nobody labelled but the teacher.
UNLABELLED: Final = "unlabelled"


@dataclass(frozen=True, slots=True)
class Source:
    """One data set: where it comes from, what it allows, and how many rows of a label are taken.

    `repeats` is how often each row is seen in one pass.
    """

    name: str
    licence: str
    origin: str
    most_per_label: int = 1_000_000
    repeats: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A premise and a hypothesis with their label, and the data set that they come from."""

    premise: str
    hypothesis: str
    label: str
    source: str


SOURCES: Final = (
    Source(
        "mnli-subset", "OANC, CC BY 3.0, CC BY-SA 3.0", "Williams et al. 2018, parts", repeats=3
    ),
    Source("entailment-new-protocols", "CC BY-SA 3.0", "Bowman et al. 2020", repeats=2),
    Source("conjnli", "MIT", "Saha et al. 2020"),
    Source("cad-nli", "Apache-2.0, text CC BY-SA 4.0", "Kaushik et al. 2020", repeats=2),
    Source("fever-nli", "CC BY-SA 3.0", "Thorne et al. 2018, Nie et al. 2019", 16_000),
    Source("help", "CC BY-SA 4.0", "Yanaka et al. 2019", 1_500),
    Source("wikifactcheck", "CC BY-SA 4.0", "Sathe et al. 2020", 5_000),
)


def read(folder: Path, name: str, use: str = "train") -> Iterator[Row]:
    """Yield the rows of a data set that are marked for `use` (train or dev)."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["use"] == use and row["label"] in LABELS:
                yield Row(row["premise"], row["hypothesis"], row["label"], name)
