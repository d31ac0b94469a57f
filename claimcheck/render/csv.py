"""CSV: one row for each match, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from typing import Any

from claimcheck.datatypes import Match, Report
from claimcheck.render.sanitise import clean_url, tidy
from claimcheck.render.wording import words

COLUMNS = (
    "article_title",
    "claim",
    "start",
    "end",
    "relation",
    "confidence",
    "differences",
    "here",
    "there",
    "outlet",
    "date",
    "url",
    "evidence",
    "origin",
    "is_copy",
    "similarity",
    "why",
    "signature",
)

# A spreadsheet runs a cell that starts with one of these; some also take the full-width forms.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def report(report: Report) -> str:
    """Render every match, copies included, in the order of the report."""
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row] for row in _rows(report))
    return target.getvalue()


def _rows(report: Report) -> Iterator[tuple[Any, ...]]:
    for finding in report.findings:
        for number, origin in enumerate(finding.origins, start=1):
            for position, match in enumerate(origin.matches):
                copy = "yes" if position else "no"
                yield (
                    report.article.title,
                    *_ours(match),
                    *_theirs(match),
                    *(number, copy, match.scores.similarity),
                    *(match.comparison.why, report.signature),
                )


def _ours(match: Match) -> tuple[Any, ...]:
    comparison, span = match.comparison, match.claim.span
    items = comparison.differences
    return (
        match.claim.text,
        span.start,
        span.end,
        comparison.relation.value,
        comparison.confidence,
        "; ".join(item.kind.value for item in items),
        "; ".join(words(item.in_claim, match.claim) for item in items),
        "; ".join(words(item.in_evidence, match.evidence) for item in items),
    )


def _theirs(match: Match) -> tuple[Any, ...]:
    citation = match.evidence.citation
    address = clean_url(citation.url)
    return citation.outlet, citation.day, address, match.evidence.text


def _cell(value: str | float | None) -> str | float:
    """Return numbers as numbers, and text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = tidy(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    if isinstance(value, int):
        return value
    return round(float(value), 6) if math.isfinite(value) else ""
