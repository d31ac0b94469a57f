"""Premises and hypotheses with the label that annotators gave, from the usual files."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claimcheck.errors import InputError
from claimcheck.evaluation.json_lines import parsed
from claimcheck.nli import LABELS

# What is only known not to be a contradiction.
OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with its label, one of LABELS or OTHER.

    Examples of one `group` are twins, made to be judged right together; "" where there are none.
    """

    premise: str
    hypothesis: str
    label: str
    kind: str = ""
    group: str = ""


def read_examples(path: Path, split: str | None = None) -> list[Example]:
    """Read JSON lines, gzipped or not; of the rows that name a `split`, only those of `split`.

    A row has `premise`, `hypothesis` and `label`, or `relation` in place of it (ClaimDiff, where
    what weakens a claim counts as against it); or it is a pair of claims `a` and `b` with their
    `relation`. Raises InputError naming the line.
    """
    rows = ((where, row) for where, row in rows_of(path) if not split or row.get("split") == split)
    examples = [_example(row, where) for where, row in rows]
    if not examples:
        raise InputError(
            f"{path} has no example" + (f" of the split {split!r}." if split else "."),
            "Give a file of JSON lines with premise, hypothesis and label.",
        )
    return examples


def _example(row: dict[str, Any], where: str) -> Example:
    try:
        if "a" in row:
            return Example(row["b"]["text"], row["a"]["text"], _label(row["relation"]))
        label = row["label"] if "label" in row else _label(row["relation"])
        kind, group = str(row.get("kind", "")), str(row.get("group", ""))
        example = Example(row["premise"], row["hypothesis"], label, kind, group)
    except (LookupError, TypeError) as error:
        raise InputError(
            f"{where} has no premise, hypothesis and label.",
            'A line looks like {"premise": "...", "hypothesis": "...", "label": "entailment"}.',
        ) from error
    if example.label not in (*LABELS, OTHER):
        raise InputError(
            f"{where} has the label {example.label!r}.", f"Labels are {', '.join(LABELS)}."
        )
    return example


def _label(relation: str) -> str:
    against = ("contradicts", "weaken", "both")
    return "contradiction" if relation in against else OTHER


def rows_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield file and line, and the row, of JSON lines, gzipped or not. Raises InputError."""
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}).", "Check the path.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield f"{path}:{number}", parsed(line)
