"""Annotated data: pairs of claims, and claims with what should be found for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.datatypes import Claim
from claimcheck.errors import InputError
from claimcheck.evaluation.json_lines import parsed
from claimcheck.pipeline import typed_claim


@dataclass(frozen=True, slots=True)
class GoldDifference:
    """An annotated difference; its words, "" when absent. Only agreed ones must be found."""

    kind: str
    ours: str
    theirs: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two claims of two outlets with the relation and differences that annotators gave."""

    id: str
    event: str
    claim: Claim
    evidence: Claim
    relation: str
    differences: tuple[GoldDifference, ...]


@dataclass(frozen=True, slots=True)
class GoldLookup:
    """A claim with the texts that speak of it, and those of them that contradict it."""

    id: str
    text: str
    relevant: frozenset[str]
    contradicting: frozenset[str]


def read_pairs(path: Path) -> list[GoldPair]:
    """Read annotated pairs from JSON lines. Raises InputError naming the line."""
    return [_pair(row) for row in _rows(path, ("a", "b", "relation", "differences"))]


def read_lookups(path: Path) -> list[GoldLookup]:
    """Read lookups from JSON lines. Raises InputError naming the line."""
    return [
        GoldLookup(
            str(row["id"]),
            row["text"],
            frozenset(item["text"] for item in row["relevant"]),
            frozenset(item["text"] for item in row["contradicting"]),
        )
        for row in _rows(path, ("id", "text", "relevant", "contradicting"))
    ]


def _pair(row: dict[str, Any]) -> GoldPair:
    differences = tuple(
        GoldDifference(one["kind"], one["a"], one["b"], one.get("agreed", True))
        for one in row["differences"]
    )
    event = str(row.get("event") or row.get("story") or row["id"])
    a, b = (_claim(row[side]) for side in ("a", "b"))
    return GoldPair(str(row["id"]), event, a, b, row["relation"], differences)


def _claim(side: dict[str, Any]) -> Claim:
    return typed_claim(side["text"], side.get("outlet", ""), side.get("date"))


def _rows(path: Path, fields: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no text in UTF-8.", "Give a file of JSON lines.") from error
    if not lines:
        raise InputError(f"{path} is empty.", "corpora/sample/README.md shows what a line is.")
    for number, line in enumerate(lines, 1):
        row = parsed(line)
        missing = [field for field in fields if field not in row]
        if missing:
            raise InputError(
                f"{path}:{number} has no field {missing[0]!r}.",
                "corpora/sample/README.md shows what a line looks like.",
            )
        yield row
