"""The words around a number that say how it limits the quantity: "at least", "nearly", "or so"."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Bound(StrEnum):
    """How a number limits the quantity."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    UP_TO = "up to"
    ABOUT = "about"
    NEARLY = "nearly"


_DEGREE = r"(?:(?:just|well|slightly|far|much|a little|a bit|significantly|considerably) )?"
_WORDS: Final = {
    Bound.AT_LEAST: r"at (?:the very )?least|(?:no|not) (?:fewer|less) than|(?:a )?minimum of|"
    r"as (?:few|little|low) as",
    Bound.AT_MOST: r"at (?:the )?most|(?:no|not) (?:more|greater|higher) than|(?:a )?maximum of|"
    r"not exceeding",
    Bound.MORE_THAN: rf"{_DEGREE}(?:more than|greater than|over|above|exceed(?:s|ed|ing)?|"
    r"upwards? of|in excess of|north of|topping)",
    Bound.NEARLY: r"nearly|almost|close to|just (?:under|below|shy of|short of)|approaching",
    Bound.LESS_THAN: rf"{_DEGREE}(?:less than|fewer than|under|below|south of)",
    Bound.UP_TO: r"up to|as (?:many|much|high|large|long|far|late|old) as",
    Bound.ABOUT: r"about|around|roughly|approximately|some|an estimated|estimated|in the region of",
}
# The first to match wins: "no more than" before "more than", "just under" before "under".
_BEFORE = re.compile(
    "(?<![-\\w])(?:"
    + "|".join(f"(?P<{bound.name}>{words})" for bound, words in _WORDS.items())
    + ") (?:an? |another |an additional )?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<ABOUT> or so\b|-?ish\b)|(?P<AT_LEAST>\+|[- ]plus\b|,? (?:or (?:more|higher|greater)|"
    r"(?:or|and) (?:older|over|above|up))\b(?! than| [$€£\d]))|"
    r"(?P<AT_MOST>,? (?:or (?:less|fewer|lower)|(?:or|and) (?:younger|under))\b(?! than))"
)
# Characters: the longest bound with its article.
_LOOK_BACK: Final = 40
# Prepositions of place and time that bound a number only where nothing else can be meant.
_PLACING: Final = frozenset({"over", "under", "above", "below"})
_FOR_OVER = re.compile(
    r"\b(?:for|in|of|been|took|lasted|just|well|little|bit) over (?:an? )?$", re.IGNORECASE
)
# Behind these "about" and "over" name a subject ("how about two", "concerns over two bills").
_SUBJECT = re.compile(
    r"\b(?:how|what|all|know|knew|asked|asking|talk(?:s|ed|ing)?|speak|spoke|speaking|told|tell|"
    r"telling|hear|heard|lied|thought|think|thinking|learn(?:ed)?|warned|worr(?:y|ied|ies)|joked|"
    r"concern(?:s|ed)?|questions?|stor(?:y|ies)|complain(?:ed|ts?)?|book|film|debates?|details|"
    r"information|facts?|disputes?|fights?|battles?|control|lawsuits?) (?:about|over) $",
    re.IGNORECASE,
)


def bound_before(
    text: str, start: int, *, is_duration: bool = False, is_small: bool = False
) -> tuple[Bound, int]:
    """Return the bound in the words that end at `start`, and where they begin.

    "Over ten years" is mostly the time during which, and "under two presidents" no bound: of a
    duration "over" counts only behind some words, of a small number of things none of its kind.
    """
    window = text[max(0, start - _LOOK_BACK) : start]
    match = _BEFORE.search(window)
    if not match or not match.lastgroup or _SUBJECT.search(window):
        return Bound.EXACT, start
    word = match.group().split()[0].lower()
    is_during = is_duration and word == "over" and not match.group().endswith(("a ", "an "))
    is_placing = (is_small and word in _PLACING) or is_during
    if is_placing and not _FOR_OVER.search(window):
        return Bound.EXACT, start
    return Bound[match.lastgroup], start - len(window) + match.start()


def bound_behind(text: str, end: int) -> tuple[Bound, int]:
    """Return the bound in the words that begin at `end`, and where they end."""
    match = _BEHIND.match(text, end)
    if not match or not match.lastgroup:
        return Bound.EXACT, end
    return Bound[match.lastgroup], match.end()
