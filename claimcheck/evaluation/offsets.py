"""Does every claim of every article stand where it says it stands?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from claimcheck.datatypes import Article, Reason, Remark, Skip
from claimcheck.segment import Segmenter


def evaluate_offsets(
    items: Iterable[Article | Skip | Remark],
    segmenter: Segmenter,
    notify: Callable[[int], None] = lambda _: None,
) -> dict[str, Any]:
    """Load and segment everything given; return the sums and how many claims are misplaced."""
    skipped, remarks, kinds = Counter[Reason](), Counter[Reason](), Counter[str]()
    articles = claimless = misplaced = 0
    for item in items:
        if isinstance(item, Skip | Remark):
            (skipped if isinstance(item, Skip) else remarks)[item.reason] += 1
            continue
        claims = segmenter.segment(item)
        articles += 1
        claimless += not claims
        kinds.update(claim.kind.value for claim in claims)
        pieces = ((" ".join(s.of(item.text) for s in c.spans), c.text) for c in claims)
        misplaced += sum(there != text for there, text in pieces)
        notify(1)
    return {
        "given": articles + skipped.total(),
        "articles": articles,
        "skipped": {reason.value: n for reason, n in sorted(skipped.items())},
        "remarks": {reason.value: n for reason, n in sorted(remarks.items())},
        "articles_without_claims": claimless,
        "claims": kinds.total(),
        "kinds": dict(sorted(kinds.items())),
        "misplaced_claims": misplaced,
    }
