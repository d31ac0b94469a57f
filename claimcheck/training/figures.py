"""Figures and years told in different words: contrasts from pairs whose two sides share a number.

Where a premise entails a hypothesis and both hold the same number, the number can be any other. One
premise with a number put in gives many hypotheses: the same number written otherwise, rounded or
bounded, which it entails, and other numbers written in the same ways, which it contradicts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Final

from claimcheck.training.contrasts import (
    CONTRADICTION,
    ENTAILMENT,
    MONTHS,
    NEUTRAL,
    NUMBER_WORDS,
    Pair,
)

_NUMBER: Final = re.compile(
    rf"(?<![\w.,$\u20ac\u00a3/-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(NUMBER_WORDS)})(?![\w%/-]|[.,]\d)"
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTHS: Final = "|".join(MONTHS)
# Between these a number is part of a date, a name or a rank.
_BEFORE: Final = re.compile(
    rf"(?:{_MONTHS}|No\.|Part|Chapter|Season|Episode|Article|Route|Highway|Boeing|World War|"
    r"about|around|some|over|under|than|least|most|nearly|almost|only|approximately)\s*$",
    re.I,
)
# "Toy Story 3", "Boeing 747": the number of a name.
_NAMED: Final = re.compile(r"[A-Z][\w.'\u2019]*\s$")
_AFTER: Final = re.compile(rf"\s*(?:{_MONTHS}|or so|and|or|to|-|\u2013)\b", re.I)


def shared_number(premise: str, hypothesis: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the one number that stands once on both sides, or None."""
    ours = {match.group().lower(): match for match in _NUMBER.finditer(hypothesis)}
    theirs = [match for match in _NUMBER.finditer(premise) if match.group().lower() in ours]
    if len(theirs) != 1:
        return None
    found = theirs[0]
    other = ours[found.group().lower()]
    for match in (found, other):
        before = match.string[: match.start()]
        if _BEFORE.search(before) or _AFTER.match(match.string, match.end()):
            return None
        if _NAMED.search(before) and not before.endswith(("In ", "The ")):
            return None
    return found, other


def refigured(
    premise: str, hypothesis: str, chance: random.Random, times: int = 1
) -> Iterator[Pair]:
    """Yield an entailed pair with other numbers in it: as many contradictions as entailments.

    A year is changed once, any other number several `times`.
    """
    shared = shared_number(premise, hypothesis)
    if shared is None:
        return
    theirs, ours = shared
    if _YEAR.fullmatch(theirs.group()):
        year = chance.randint(1890, 2026)
        other = year + chance.choice([-30, -12, -10, -4, -3, -2, -1, 1, 2, 3, 4, 10, 20])
        changed = _put(theirs, str(year))
        yield Pair(changed, _put(ours, str(year)), ENTAILMENT, "year, reworded")
        yield Pair(changed, _put(ours, str(other)), CONTRADICTION, "year, reworded")
        return
    for _ in range(times):
        yield from _refigured(theirs, ours, chance)


def _refigured(theirs: re.Match[str], ours: re.Match[str], chance: random.Random) -> Iterator[Pair]:
    value = _drawn(chance)
    changed = _put(theirs, _written(value, chance))
    kind = "figure, reworded"
    lower = _rounded(value, down=True)
    alike = [_written(value, chance), _written(value, chance)]
    if value >= 30:
        alike += [f"about {_written(_near(value), chance)}", f"more than {_written(lower, chance)}"]
        alike += [f"at least {_written(lower, chance)}"]
    else:
        alike += [f"at least {_written(value - 1, chance)}"] if value > 3 else []
    far = _far(value, chance)
    unlike = [_written(far, chance), _written(far, chance)]
    unlike += [f"about {_written(_near(far), chance)}"] if far >= 30 else []
    unlike += [f"more than {_written(max(far, round(value * 1.4) + 1), chance)}"]
    unlike += [f"fewer than {_written(max(2, value * 2 // 3), chance)}"] if value > 4 else []
    yield Pair(changed, _put(ours, chance.choice(alike)), ENTAILMENT, kind)
    yield Pair(changed, _put(ours, chance.choice(unlike)), CONTRADICTION, kind)
    if chance.random() < 0.15:
        vague = _put(theirs, f"at least {_written(value, chance)}")
        yield Pair(vague, _put(ours, _written(_far(value, chance, up=True), chance)), NEUTRAL, kind)


def _drawn(chance: random.Random) -> int:
    """Draw a whole number: half of them small, the others of two to seven digits."""
    if chance.random() < 0.5:
        return chance.randint(2, 40)
    size = 10 ** chance.randint(1, 6)
    return chance.randint(size, 10 * size - 1)


def _far(value: int, chance: random.Random, up: bool = False) -> int:
    """Return another number that no rounding takes for the same."""
    if value <= 12:
        return chance.choice([n for n in range(2, 25) if n > value or (n != value and not up)])
    factors = [1.3, 1.5, 2, 3, 10] if up else [0.1, 0.3, 0.5, 0.7, 0.8, 1.25, 1.5, 2, 3, 10]
    return max(2, round(value * chance.choice(factors)))


def _near(value: int) -> int:
    return round(value, 1 - len(str(value))) if _close(value) else round(value, 2 - len(str(value)))


def _close(value: int) -> bool:
    return abs(round(value, 1 - len(str(value))) - value) < 0.05 * value


def _rounded(value: int, down: bool) -> int:
    size = 10 ** (len(str(value)) - 1)
    floor = value // size * size
    return floor if floor < value else round(value * 0.8)


def _written(value: int, chance: random.Random) -> str:
    """Return a number as news write it: digits, a word, or millions."""
    if 2 <= value <= 20 and chance.random() < 0.6:
        return NUMBER_WORDS[value - 2]
    if value >= 1_000_000 and chance.random() < 0.7:
        short = f"{value / 1e6:.2f}".rstrip("0").rstrip(".")
        if round(float(short) * 1e6) == value or chance.random() < 0.5:
            return f"{short} million"
    if value % 1000 == 0 and value < 21_000 and chance.random() < 0.3:
        thousands = value // 1000
        return f"{NUMBER_WORDS[thousands - 2]} thousand" if thousands > 1 else "one thousand"
    return f"{value:,}"


def _put(match: re.Match[str], words: str) -> str:
    text = match.string[: match.start()] + words + match.string[match.end() :]
    return text[0].upper() + text[1:]
