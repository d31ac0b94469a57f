"""How well copies of one text are told from articles written on their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from claimcheck.compare.origins import group_copies
from claimcheck.datatypes import Article, Remark, Skip
from claimcheck.errors import InputError
from claimcheck.evaluation.examples import rows_of
from claimcheck.evaluation.metrics import Score, f1_interval

# The half on which thresholds may be chosen.
TUNE: Final = "tune"
_CUTS: Final = [cut / 100 for cut in range(1, 100)]
_WORD: Final = re.compile(r"[^\W_]+")
_EXAMPLE: Final = 'A line looks like {"group": "g1", "part": "tune", "articles": {"id": 0}}.'


@dataclass(frozen=True, slots=True)
class GoldGroup:
    """Articles on one event by their id; those of one label are copies of one text."""

    name: str
    part: str
    kind: str
    labels: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two articles of one group: whether they are copies, are grouped, and how alike they are."""

    part: str
    kind: str
    is_copy: bool
    is_grouped: bool
    jaccard: float


def read_groups(path: Path) -> list[GoldGroup]:
    """Read groups from JSON lines (group, part, articles). Raises InputError naming the line."""
    return [_group(row, where) for where, row in rows_of(path)]


def evaluate_origins(
    gold: Sequence[GoldGroup], items: Iterable[Article | Skip | Remark]
) -> dict[str, Any]:
    """Return pairwise precision, recall and F1 of the grouping beside Jaccard of 3-grams.

    All articles are grouped together; the pairs within a group of the gold count. Jaccard has the
    threshold that is best on the tune half. Raises InputError where an article of the gold is
    missing.
    """
    articles = [item for item in items if isinstance(item, Article)]
    places = {one.source_id: place for place, one in enumerate(articles) if one.source_id}
    _check(gold, places)
    copies = group_copies(articles)
    home = {place: number for number, group in enumerate(copies) for place in group}
    pairs = [pair for one in gold for pair in _pairs(one, places, home, articles)]
    cut = _best_cut([pair for pair in pairs if pair.part == TUNE])
    return {
        "articles": len(articles),
        "groups_of_copies": sum(len(group) > 1 for group in copies),
        "jaccard_threshold": cut,
        "parts": {
            part: _figures([pair for pair in pairs if pair.part == part], cut)
            for part in dict.fromkeys(one.part for one in gold)
        },
    }


def _group(row: dict[str, Any], where: str) -> GoldGroup:
    try:
        labels = {str(name): int(label) for name, label in row["articles"].items()}
        return GoldGroup(str(row["group"]), row["part"], str(row.get("kind", "")), labels)
    except (LookupError, AttributeError, TypeError, ValueError) as error:
        raise InputError(f"{where} has no group, part and articles.", _EXAMPLE) from error


def _check(gold: Sequence[GoldGroup], places: dict[str, int]) -> None:
    missing = sorted({name for one in gold for name in one.labels} - places.keys())
    if missing:
        raise InputError(
            f"{len(missing)} articles of the gold are not among those given, {missing[0]} first.",
            "Give the files that corpora/origins/README.md names.",
        )


def _pairs(
    gold: GoldGroup, places: dict[str, int], home: dict[int, int], articles: Sequence[Article]
) -> Iterator[_Pair]:
    grams = {name: _grams(articles[places[name]].text) for name in gold.labels}
    for one, other in combinations(gold.labels, 2):
        is_copy = gold.labels[one] == gold.labels[other]
        is_grouped = home[places[one]] == home[places[other]]
        mine, theirs = grams[one], grams[other]
        alike = len(mine & theirs) / max(1, len(mine | theirs))
        yield _Pair(gold.part, gold.kind, is_copy, is_grouped, alike)


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _best_cut(pairs: Sequence[_Pair]) -> float:
    gold = [pair.is_copy for pair in pairs]
    return max(_CUTS, key=lambda cut: _score(gold, [pair.jaccard >= cut for pair in pairs]).f1)


def _figures(pairs: Sequence[_Pair], cut: float) -> dict[str, Any]:
    gold = [pair.is_copy for pair in pairs]
    ours = [pair.is_grouped for pair in pairs]
    kinds = dict.fromkeys(pair.kind for pair in pairs if pair.is_copy)
    return {
        "pairs": len(pairs),
        "copies": sum(gold),
        "ours": _shares(gold, ours),
        "jaccard": _shares(gold, [pair.jaccard >= cut for pair in pairs]),
        "ours_recall_by_kind": {
            kind: f"{sum(p.is_grouped for p in some)} of {len(some)}"
            for kind in kinds
            if (some := [p for p in pairs if p.is_copy and p.kind == kind])
        },
    }


def _shares(gold: Sequence[bool], given: Sequence[bool]) -> dict[str, Any]:
    score = _score(gold, given)
    extra, missed = score.given - score.right, score.gold - score.right
    return {
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": f1_interval(score.right, extra, missed, len(gold)).figures(),
    }


def _score(gold: Sequence[bool], given: Sequence[bool]) -> Score:
    right = sum(one and other for one, other in zip(gold, given, strict=True))
    return Score(right, sum(given), sum(gold))
