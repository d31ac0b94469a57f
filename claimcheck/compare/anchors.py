"""A figure that two claims share, which ties them to one fact where their words hardly do."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimcheck.annotate.lexicon import Pos, are_synonyms
from claimcheck.annotate.quantities import Kind, Quantity, quantities
from claimcheck.compare.figures import has_same_value, same_unit

# "The second", "aged 30": many have the same.
_COMMON: Final = (Kind.ORDINAL, Kind.RANK, Kind.AGE, Kind.MULTIPLE)
# So are whole days and years, and "millions of people".
_LONG: Final = frozenset("day week month year decade".split())
_ROUND: Final = frozenset("dozens scores hundreds thousands millions billions".split())
# Of few people or things there is often another set; without what is counted, of more too.
_FEW: Final = 3
_FEW_UNCOUNTED: Final = 20


def share_a_figure(ours: str, theirs: str) -> bool:
    """Tell whether two texts give the same telling figure: "the 110-page brief"."""
    return any(_is_one(a, b) for a in _telling(ours) for b in _telling(theirs))


def _is_one(mine: Quantity, rival: Quantity) -> bool:
    if mine.kind is not rival.kind or not has_same_value(mine, rival):
        return False
    if same_unit(mine, rival):
        return True
    return mine.kind is Kind.CARDINAL and (
        "person" in (mine.unit, rival.unit) or are_synonyms(mine.unit, rival.unit, Pos.NOUN)
    )


@lru_cache(maxsize=1 << 14)
def _telling(text: str) -> tuple[Quantity, ...]:
    return tuple(one for one in quantities(text) if _is_telling(one, text))


def _is_telling(one: Quantity, text: str) -> bool:
    if one.kind in _COMMON or (one.kind is Kind.DURATION and one.unit in _LONG):
        return False
    if one.kind is not Kind.CARDINAL:
        return True
    words = one.span.of(text).casefold().split()
    return _ROUND.isdisjoint(words) and one.value > (_FEW if one.unit else _FEW_UNCOUNTED)
