"""CSV: one table of all that a report says, safe to open in a spreadsheet.

A row for each match, copies included; then, so that one file holds the whole report, rows whose
relation is `omitted` for what others report and the article doesn't, and `silent` for claims that
nobody else reports.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.datatypes import Claim, Match, Report
from claimcheck.render.sanitise import clean_url, tidy
from claimcheck.render.summary import silent
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
    "bearings",
    "here_values",
    "there_values",
    "id",
    "judgement",
    "note",
)

# What OWASP's page on CSV injection names, and the other widths of the four signs, which some
# spreadsheets take for them. Blanks, quotation marks and what has no width may be dropped before
# them. A semicolon parts cells where the comma is a decimal sign, so what follows it may become a
# cell of its own. Tabs and line breaks are gone by then.
_FORMULA = re.compile(
    r"(^|;)(?=[\s\"'＂＇\u200b-\u200f\u2060-\u2064\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−])"
)

Row = dict[str, Any]


def report(report: Report) -> str:
    """Render everything in the order of the report."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    same = {"article_title": report.article.title, "signature": report.signature}
    for row in _rows(report):
        writer.writerow({name: _cell(value) for name, value in {**same, **row}.items()})
    return target.getvalue()


def _rows(report: Report) -> Iterator[Row]:
    for finding in report.findings:
        for number, origin in enumerate(finding.origins, start=1):
            for position, match in enumerate(origin.matches):
                yield {
                    **_ours(match.claim),
                    **_compared(match),
                    **_theirs(match.evidence, number, position),
                }
    for omission in report.omissions:
        for number, claims in enumerate(omission.origins, start=1):
            for position, claim in enumerate(claims):
                yield {"relation": "omitted", **_theirs(claim, number, position)}
    for claim in silent(report):
        yield {"relation": "silent", **_ours(claim)}


def _ours(claim: Claim) -> Row:
    return {"claim": claim.text, "start": claim.span.start, "end": claim.span.end}


def _compared(match: Match) -> Row:
    comparison, decision = match.comparison, match.decision
    items = comparison.differences
    return {
        "id": match.id,
        "relation": comparison.relation.value,
        "confidence": comparison.confidence,
        "differences": _joined([item.kind.value for item in items]),
        "here": _joined([words(item.in_claim, match.claim) for item in items]),
        "there": _joined([words(item.in_evidence, match.evidence) for item in items]),
        "bearings": _joined([item.bearing and item.bearing.value for item in items]),
        "here_values": _joined([item.claim_value for item in items]),
        "there_values": _joined([item.evidence_value for item in items]),
        "similarity": match.scores.similarity,
        "why": comparison.why,
        "judgement": decision and decision.judgement and decision.judgement.value,
        "note": decision and decision.note,
    }


def _joined(parts: Sequence[str | None]) -> str:
    """Join one part for each difference, so that the second of a column is that of the second."""
    return "; ".join(part or "" for part in parts) if any(parts) else ""


def _theirs(claim: Claim, origin: int, position: int) -> Row:
    citation = claim.citation
    return {
        "outlet": citation.outlet,
        "date": citation.day,
        "url": clean_url(citation.url),
        "evidence": claim.text,
        "origin": origin,
        "is_copy": "yes" if position else "no",
    }


def _cell(value: str | float | None) -> str | float:
    """Return numbers as numbers, and text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _FORMULA.sub(r"\1'", tidy(value))
    if isinstance(value, int):
        return value
    return round(float(value), 6) if math.isfinite(value) else ""
