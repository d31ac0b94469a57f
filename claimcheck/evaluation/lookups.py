"""How well the claims that bear on a claim are found."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean
from typing import Any

from claimcheck.database import Filter
from claimcheck.evaluation.gold import GoldLookup
from claimcheck.evaluation.metrics import average_precision, recall_at, reciprocal_rank
from claimcheck.pipeline import Checker, typed_claim

DEPTH = 10


def evaluate_lookups(lookups: Sequence[GoldLookup], checker: Checker) -> dict[str, Any]:
    """Return MRR, MAP and recall at 10 over relevant claims, and recall of contradicting ones."""
    queries = [typed_claim(one.text) for one in lookups]
    found = checker.lookup(queries, [Filter()] * len(queries))
    texts = [[match.evidence.text for match in one.matches] for one in found]
    pairs = list(zip(texts, lookups, strict=True))
    disputed = [(ranked, one) for ranked, one in pairs if one.contradicting]
    return {
        "lookups": len(lookups),
        "mrr": round(mean(reciprocal_rank(t, one.relevant) for t, one in pairs), 3),
        "map_at_10": round(mean(average_precision(t, one.relevant, DEPTH) for t, one in pairs), 3),
        "recall_at_10": round(mean(recall_at(t, one.relevant, DEPTH) for t, one in pairs), 3),
        "contradicting_recall_at_10": round(
            mean(recall_at(t, one.contradicting, DEPTH) for t, one in disputed), 3
        ),
    }
