"""JSON: the contract that other programs read, `"schema": 1`.

Adding a key keeps the schema; renaming or removing one, or changing what it means, raises it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from claimcheck.datatypes import (
    Article,
    Claim,
    Comparison,
    Decision,
    Difference,
    Lookup,
    Match,
    NliScores,
    Omission,
    Report,
    Scores,
    Span,
)
from claimcheck.render.summary import count, silent
from claimcheck.render.wording import words

SCHEMA = 1

# Legal inside a JSON string, but they end a line for some readers of JSON lines, steer a terminal,
# or cannot be encoded: written as escapes, which every parser turns back into the same text.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# Line breaks inside strings are escaped, so this finds nothing but spans.
_SPREAD_SPAN = re.compile(r"\[\n *(\d+),\n *(\d+)\n *\]")


def report(report: Report) -> str:
    """Render a whole report."""
    value = {
        "schema": SCHEMA,
        "article": _article(report.article),
        "summary": asdict(count(report)),
        "findings": [
            {
                "claim": claim(finding.claim),
                "origins": [[result(match) for match in o.matches] for o in finding.origins],
            }
            for finding in report.findings
        ],
        "omissions": [omission(item) for item in report.omissions],
        "silent": [claim(item) for item in silent(report)],
        "rejected": report.rejected,
        "signature": report.signature,
    }
    return dump(value, indent=2) + "\n"


def lookup(lookup: Lookup) -> dict[str, Any]:
    """Return what the index holds on one claim."""
    return {
        "schema": SCHEMA,
        "query": lookup.query.text,
        "results": [result(match) for match in lookup.matches],
        "signature": lookup.signature,
    }


def claims(items: Sequence[dict[str, Any]], article: Article) -> dict[str, Any]:
    """Return the claims of one article, each already as JSON."""
    return {"schema": SCHEMA, "article": _article(article), "claims": list(items)}


def claim(claim: Claim) -> dict[str, Any]:
    """Return one claim."""
    return {
        "spans": [span_of(span) for span in claim.spans],
        "text": claim.text,
        "reading": claim.reading or claim.text,
        "kind": claim.kind.value,
        "speaker": claim.speaker,
        "checkworthy": _number(claim.checkworthiness),
    }


def match(match: Match) -> dict[str, Any]:
    """Return how two claims stand to each other: `a` is the claim, `b` the evidence."""
    return {
        "relation": match.comparison.relation.value,
        "confidence": _number(match.comparison.confidence),
        "differences": [_difference(item, match) for item in match.comparison.differences],
        "nli": _nli(match.comparison),
        "why": match.comparison.why,
    }


def result(found: Match) -> dict[str, Any]:
    """Return one claim of another outlet, with how it stands to ours."""
    return {
        "id": found.id,
        **evidence(found.evidence),
        "score": _number(found.scores.fused or found.scores.similarity),
        "scores": _scores(found.scores),
        **match(found),
        "decision": _decision(found.decision),
    }


def evidence(claim: Claim) -> dict[str, Any]:
    """Return a claim of another outlet, with where to find it."""
    citation = claim.citation
    return {
        "claim_id": claim.id,
        "article_id": citation.article_id,
        "source_id": citation.source_id,
        "outlet": citation.outlet,
        "date": citation.day,
        "published": citation.published,
        "url": citation.url,
        "title": citation.title,
        "text": claim.text,
        "spans": [span_of(span) for span in claim.spans],
        "kind": claim.kind.value,
        "speaker": claim.speaker,
    }


def omission(left_out: Omission) -> dict[str, Any]:
    """Return what others report and the article doesn't, by independent origin."""
    return {"origins": [[evidence(claim) for claim in origin] for origin in left_out.origins]}


def dump(value: object, indent: int | None = None) -> str:
    """Write a value of this module as JSON; without `indent` it is one line of JSON lines."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    text = _SPREAD_SPAN.sub(r"[\1, \2]", text)
    return _ESCAPED.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source_id": article.source_id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "modified": article.modified,
        "language": article.language,
    }


def _difference(item: Difference, match: Match) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "a": words(item.in_claim, match.claim),
        "b": words(item.in_evidence, match.evidence),
        "a_span": item.in_claim and span_of(item.in_claim),
        "b_span": item.in_evidence and span_of(item.in_evidence),
        "a_value": item.claim_value,
        "b_value": item.evidence_value,
        "bearing": item.bearing and item.bearing.value,
    }


def _scores(scores: Scores) -> dict[str, Any]:
    return {
        "similarity": _number(scores.similarity),
        "vector_rank": scores.vector_rank,
        "lexical_rank": scores.lexical_rank,
        "fused": _number(scores.fused),
    }


def _nli(comparison: Comparison) -> dict[str, Any] | None:
    if comparison.forward is None and comparison.backward is None:
        return None
    return {
        "forward": _direction(comparison.forward),
        "backward": _direction(comparison.backward),
    }


def _direction(rated: NliScores | None) -> dict[str, float | None] | None:
    if rated is None:
        return None
    return {name: _number(value) for name, value in asdict(rated).items()}


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "judgement": decision.judgement and decision.judgement.value,
        "note": decision.note,
        "decided": decision.decided,
    }


def span_of(span: Span) -> list[int]:
    """Return a span as JSON has it."""
    return [span.start, span.end]


def _number(value: float | None) -> float | None:
    """Return a plain float that JSON can hold; six digits, so that two machines print the same."""
    if value is None or not math.isfinite(value):
        return None
    return round(float(value), 6)
