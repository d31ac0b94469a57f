"""Copies of articles with edits of every family, as evenly as the articles allow."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from claimcheck.datatypes import Article, Remark, Skip
from claimcheck.evaluation.planting.dates import dates
from claimcheck.evaluation.planting.edits import Edit, EditedCopy, Family, edited_copy
from claimcheck.evaluation.planting.hedges import hedges
from claimcheck.evaluation.planting.names import NamePool, name_pool, names
from claimcheck.evaluation.planting.negation import negations
from claimcheck.evaluation.planting.numbers import numbers, units
from claimcheck.evaluation.planting.passages import Chance, Passage, passages
from claimcheck.evaluation.planting.quotations import WordPool, quotations, word_pool
from claimcheck.evaluation.planting.sources import attributions

OUTLET: Final = "Edited Copy"
# So few sentences of a copy are edited, so that most of it stands as it was.
_EDITED_SHARE: Final = 1 / 3
# Shorter articles are notes and captions; longer ones are transcripts.
_SENTENCES: Final = range(8, 121)


@dataclass(frozen=True, slots=True)
class Pools:
    """What other articles have to put in."""

    names: NamePool
    words: WordPool


def sample(items: Iterable[Article | Skip | Remark], count: int, seed: int) -> list[Article]:
    """Return `count` articles, drawn by `seed` whatever their order; fewer where there are less."""
    articles = (one for one in items if isinstance(one, Article) and one.language in (None, "en"))
    return nsmallest(count, articles, key=lambda one: _rank(one, seed))


def edited_copies(articles: Sequence[Article], seed: int) -> Iterator[EditedCopy]:
    """Yield a copy of each article with at least one edit; articles too short or long are left out.

    The names and words that are put in come from the other articles.
    """
    parsed = [found for one in articles if len(found := passages(one)) in _SENTENCES]
    every = [one for found in parsed for one in found]
    pools = Pools(name_pool(every), word_pool(every))
    planted = Counter[Family]()
    for number, found in enumerate(parsed):
        edits = _edits(found, pools, planted, Chance(seed, number))
        if edits:
            yield edited_copy(found[0].article, edits, OUTLET)


def _rank(article: Article, seed: int) -> str:
    return hashlib.sha256(f"{seed} {article.id}".encode()).hexdigest()


def _edits(
    found: Sequence[Passage], pools: Pools, planted: Counter[Family], chance: Chance
) -> list[Edit]:
    """Choose one edit for some of the sentences, of the families that have the fewest so far."""
    free = [options for one in found if (options := _options(one, pools, chance))]
    chosen: list[Edit] = []
    while free and len(chosen) < len(found) * _EDITED_SHARE:
        families = {family for options in free for family in options}
        family = min(families, key=lambda one: (planted[one], one.value))
        place = chance.pick([place for place, one in enumerate(free) if family in one])
        chosen.append(_one_of(free.pop(place)[family], chance))
        planted[family] += 1
    return chosen


def _one_of(edits: Sequence[Edit], chance: Chance) -> Edit:
    """Return one edit, every form being as likely as the others."""
    form = chance.pick(sorted({one.form for one in edits}))
    return chance.pick([one for one in edits if one.form == form])


def _options(passage: Passage, pools: Pools, chance: Chance) -> dict[Family, list[Edit]]:
    options: dict[Family, list[Edit]] = {}
    for make in _makers(pools):
        for edit in make(passage, chance):
            options.setdefault(edit.family, []).append(edit)
    return options


def _makers(pools: Pools) -> tuple[Callable[[Passage, Chance], Iterator[Edit]], ...]:
    return (
        numbers,
        units,
        dates,
        lambda passage, chance: names(passage, pools.names, chance),
        negations,
        hedges,
        lambda passage, chance: attributions(passage, pools.names, chance),
        lambda passage, chance: quotations(passage, pools.words, chance),
    )
