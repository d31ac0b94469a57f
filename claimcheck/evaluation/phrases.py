"""How exactly quantities and times are read from short phrases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

from claimcheck.annotate.quantities import quantities
from claimcheck.annotate.times import mentions
from claimcheck.errors import InputError
from claimcheck.evaluation.examples import rows_of
from claimcheck.evaluation.metrics import share_interval

Row = dict[str, Any]
_Reader = Callable[[Row], list[Row]]

_EXAMPLE: Final = 'A line looks like {"phrase": "about 20 miles", "gold": [...]}.'
# Values are compared as printed: a third has no last digit.
_DECIMALS: Final = 6


def evaluate_phrases(path: Path) -> dict[str, Any]:
    """Return the share (0 to 1) of phrases read exactly, for all and by part, and every miss.

    A line has `phrase`, `gold` (a list of quantities or of times), perhaps `published` (a day) and
    `part`. A phrase is exact when everything found in it equals the gold in every field; one whose
    gold is empty, when nothing is found. Raises InputError naming the line.
    """
    rows = _rows(path)
    read = _times if any("granularity" in one for row in rows for one in row["gold"]) else _numbers
    found = [read(row) for row in rows]
    exact = [_plain(row["gold"]) == _plain(given) for row, given in zip(rows, found, strict=True)]
    parts: dict[str, list[bool]] = {"all": exact}
    for row, is_exact in zip(rows, exact, strict=True):
        parts.setdefault(row.get("part", "open"), []).append(is_exact)
    return {
        "phrases": {part: len(some) for part, some in parts.items()},
        "exact": {
            part: share_interval(sum(some), len(some)).figures() for part, some in parts.items()
        },
        "misses": [
            {"phrase": row["phrase"], "gold": row["gold"], "found": given}
            for row, given, is_exact in zip(rows, found, exact, strict=True)
            if not is_exact
        ],
    }


def _numbers(row: Row) -> list[Row]:
    return [
        {
            "text": one.span.of(row["phrase"]),
            "value": one.value,
            "upper": one.upper,
            "unit": one.unit,
            "bound": one.bound.value,
            "kind": one.kind.value,
        }
        for one in quantities(row["phrase"])
    ]


def _times(row: Row) -> list[Row]:
    published = row.get("published")
    return [
        {
            "text": one.span.of(row["phrase"]),
            "start": one.start and one.start.isoformat(),
            "end": one.end and one.end.isoformat(),
            "granularity": one.granularity.value,
            "relative": one.relative,
        }
        for one in mentions(row["phrase"], date.fromisoformat(published) if published else None)
    ]


def _plain(items: list[Row]) -> list[Row]:
    """Return items that compare equal where they say the same: numbers rounded, no empty fields."""
    return [
        {
            name: round(value, _DECIMALS) if isinstance(value, float) else value
            for name, value in item.items()
            if value is not None
        }
        for item in items
    ]


def _rows(path: Path) -> list[Row]:
    rows = [_row(row, where) for where, row in rows_of(path)]
    if not rows:
        raise InputError(f"{path} has no phrase.", _EXAMPLE)
    return rows


def _row(row: Row, where: str) -> Row:
    published = row.get("published")
    try:
        date.fromisoformat(published or "2025-01-01")
    except (TypeError, ValueError) as error:
        raise InputError(f"{where} has no such day as {published!r}.", _EXAMPLE) from error
    if not isinstance(row.get("phrase"), str) or not isinstance(row.get("gold"), list):
        raise InputError(f"{where} has no phrase and gold.", _EXAMPLE)
    return row
