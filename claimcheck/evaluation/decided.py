"""Decisions of a person as annotated pairs, in the form that `gold.read_pairs` reads."""

from __future__ import annotations

from typing import Any

from claimcheck.database import DecidedMatch
from claimcheck.datatypes import Claim, Judgement, Relation


def gold_row(decided: DecidedMatch, rejected_as: Relation | None = None) -> dict[str, Any] | None:
    """Return an annotated pair; None where a decision doesn't say which relation is right.

    A confirmed pair has the relation that was shown. Of a rejected one it is only known that this
    relation is wrong, so it is left out unless the person says what all of theirs are. Differences
    were only looked at in passing: they count as right where found, and need not be found.
    """
    relation = _relation(decided, rejected_as)
    if relation is None:
        return None
    decision = decided.decision
    return {
        "id": decided.match,
        "a": _side(decided.claim),
        "b": _side(decided.evidence),
        "relation": relation.value,
        "differences": [
            {"kind": one.kind, "a": one.ours, "b": one.theirs, "agreed": False}
            for one in (decided.differences if relation is decided.relation else ())
        ],
        "judgement": decision.judgement and decision.judgement.value,
        "shown": decided.relation and decided.relation.value,
        "note": decision.note,
        "decided": decision.decided,
    }


def _relation(decided: DecidedMatch, rejected_as: Relation | None) -> Relation | None:
    judgement = decided.decision.judgement
    if judgement is Judgement.CONFIRMED:
        return decided.relation
    # A pair can't be the very thing that the person said it isn't.
    is_said = judgement is Judgement.REJECTED and rejected_as is not decided.relation
    return rejected_as if is_said else None


def _side(claim: Claim) -> dict[str, str | None]:
    citation = claim.citation
    return {
        "article_id": citation.article_id,
        "outlet": citation.outlet,
        "date": citation.published,
        "title": citation.title,
        "context": claim.context,
        "text": claim.text,
        "url": citation.url,
    }
