"""Who says what: the claims that others report on against the outlets."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.datatypes import Finding, Relation, Report
from claimcheck.render.html.relations import Shown, outlet_of, shown, strongest_of
from claimcheck.render.sanitise import clean

OUTLETS_SHOWN = 12
ROWS_SHOWN = 40
_CLAIM_CHARS = 70


@dataclass(frozen=True, slots=True)
class Row:
    """One claim: its number, its first words, and a relation or None for each outlet."""

    number: int
    claim: str
    cells: list[Shown | None]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The most telling claims in the order of the article; what has no place is counted."""

    outlets: list[str]
    rows: list[Row]
    others: int
    more_rows: int


def matrix(report: Report) -> Matrix:
    """Return the table for a report; the outlets that report most come first."""
    numbered = list(enumerate(report.findings, start=1))
    in_order = sorted(numbered[:ROWS_SHOWN], key=lambda pair: pair[1].claim.span)
    told = {number: _relations(finding) for number, finding in numbered}
    seen = Counter(outlet for relations in told.values() for outlet in relations)
    outlets = [outlet for outlet, _ in seen.most_common(OUTLETS_SHOWN)]
    rows = [_row(number, finding, told[number], outlets) for number, finding in in_order]
    return Matrix(outlets, rows, len(seen) - len(outlets), len(numbered) - len(rows))


def _relations(finding: Finding) -> dict[str, Relation]:
    """Return the strongest relation of each outlet."""
    told: dict[str, list[Relation]] = {}
    for match in finding.matches:
        told.setdefault(outlet_of(match), []).append(match.comparison.relation)
    return {outlet: strongest_of(relations) for outlet, relations in told.items()}


def _row(number: int, finding: Finding, told: dict[str, Relation], outlets: Sequence[str]) -> Row:
    cells = [shown(told[outlet]) if outlet in told else None for outlet in outlets]
    text = textwrap.shorten(clean(finding.claim.text), _CLAIM_CHARS, placeholder=" …")
    return Row(number, text, cells)
