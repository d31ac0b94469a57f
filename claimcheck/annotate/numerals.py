"""Numbers in digits and words, before any unit: where they stand and what they are worth.

Number words are valued by text2num; what it has no word for (a dozen, half, ½, "hundreds of
thousands") is read here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from text_to_num import text2num

from claimcheck.datatypes import Span

SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_UNITS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zero"
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_LARGE = "hundred|thousand|million|billion|trillion"
_WORD = rf"(?:{_UNITS}|{_TEENS}|{_TENS}|{_LARGE})"
_VAGUE: Final = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 2e2, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_FOLDS: Final = {
    "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "twofold": 2, "threefold": 3, "fourfold": 4,
    "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
    "hundredfold": 100, "thousandfold": 1000,
}  # fmt: skip
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# 1/16 is a measure; 1/40 is not written.
_LARGEST_UNDER: Final = 16
# Longer rows of digits are codes.
_LARGEST: Final = 1e15
# No number has more words; a limit keeps a text of nothing else from being read many times over.
_NUMBER_WORDS = rf"{_WORD}(?:(?:-|\ )(?:and\ )?{_WORD}){{0,12}}"


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `scale` is the factor its own word adds (1e6 in "5 million")."""

    span: Span
    value: float
    form: Form
    scale: float = 1.0


_NUMERAL = re.compile(
    rf"""
    (?P<share>\b(?:(?P<some>{_WORD}|\d+)
        \ (?:in|out\ of|of(?=\ (?:every\ )?(?:10|ten|100)\b))\ (?:every\ )?
        (?P<of>{_WORD}|\d{{1,3}}(?:,\d{{3}})*))\b
        (?!\ (?:second|minute|hour|day|week|month|year|decade)s?\b))
    | (?P<half_of>\b(?:half\ (?:an?\ )?|(?:a\ )?quarter\ of\ an?\ )(?P<half_scale>{_LARGE}))\b
    | (?P<vague>\b(?:several|a\ few|few|a\ couple(?:\ of)?)
        \ (?:(?:{_LARGE})(?:\ (?:{_LARGE}))?|dozen)\b
        | \b(?:tens|dozens|scores(?=\ of)|hundreds|thousands|millions|billions|trillions)
          (?:\ of\ (?:thousands|millions|billions|trillions))*\b)
    | (?P<dozens>\b(?:(?:an?|one)\ )?(?P<half_dozen>half(?:-|\ an?\ |\ ))?
        (?:(?P<times>{_NUMBER_WORDS})\ )?dozen\b(?!s))
    | (?P<part>\b(?:an?|one|two|three|four|five|seven|nine)[- ]
        (?:thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b
        | \bone[- ]half\b | \bhalf\b)
    | (?P<multiple>\b(?:{"|".join(_FOLDS)})\b | (?<![\w.,])\d{{1,4}}(?:\.\d{{1,4}})?-?fold\b)
    | (?P<ordinal>(?<![\w.,/-])\d{{1,3}}(?:st|nd|rd|th)\b
        | \b(?:(?:{_TENS})-)?(?:{"|".join(_ORDINALS)})\b)
    | (?P<digits>(?<![\w.,/#])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?
        (?:\ ?(?P<glyph>[¼½¾⅐-⅞])|[\ -](?P<mixed>1/[248]|[23]/[34]|[357]/8)(?![\d/]))?
        (?:/(?P<under>\d{{1,2}})(?![\d/]))?
        (?P<scale>(?:[- ]?(?:{_LARGE})|(?:bn|mn|tn|[kmb]))\b)?)
    | (?P<glyphs>(?<!\w)[¼½¾⅐-⅞])
    | (?P<words>\b(?:an?\ (?={_LARGE}))?{_NUMBER_WORDS}\b
        (?P<and_half>[\ -]and[\ -]a[\ -]half\b(?:\ (?P<half_of_what>{_LARGE})\b)?)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def numerals(text: str) -> list[Numeral]:
    """Return the numbers of `text` in order, none overlapping another."""
    found = []
    for match in _NUMERAL.finditer(text):
        try:
            numeral = _READERS[match.lastgroup or ""](match)
        except (KeyError, ValueError):
            # "Nineteen ninety" is a year, "one two" a count-in, and "thouſand" not in any table.
            continue
        if numeral is not None:
            found.append(numeral)
    return found


def number_of(words: str) -> float:
    """Return the value of digits or words ("a" is one); ValueError for anything else."""
    low = words.lower().strip()
    if low in {"a", "an"}:
        return 1.0
    try:
        return float(low.replace(",", ""))
    except ValueError:
        return float(text2num(_without_article(low), "en"))


def _without_article(low: str) -> str:
    return re.sub(r"^an? ", "", low).replace("-", " ")


def _share(match: re.Match[str]) -> Numeral | None:
    some, of = number_of(match["some"]), number_of(match["of"])
    return _numeral(match, some / of, Form.FRACTION) if some < of else None


def _half_of(match: re.Match[str]) -> Numeral:
    scale = SCALES[match["half_scale"].lower()]
    share = 0.25 if "quarter" in match.group().lower() else 0.5
    return _numeral(match, share * scale, Form.WORDS, scale)


def _dozens(match: re.Match[str]) -> Numeral:
    times = number_of(match["times"]) if match["times"] else 1
    return _numeral(match, times * (6 if match["half_dozen"] else 12), Form.WORDS)


def _vague(match: re.Match[str]) -> Numeral:
    """Return the least that the words allow: two of what is counted, two dozen, two score."""
    value = 1.0
    for word in match.group().lower().split():
        if value == 1:
            # "Several hundred" is as many as "hundreds".
            value = _VAGUE.get(word) or _VAGUE.get(word + "s") or 1.0
        else:
            value *= SCALES.get(word.removesuffix("s"), 1)
    return _numeral(match, value, Form.VAGUE)


def _part(match: re.Match[str]) -> Numeral:
    words = re.split("[- ]", match.group().lower())
    under = _PARTS[words[-1]] if words[-1] in _PARTS else _PARTS[words[-1][:-1]]
    over = number_of(words[0]) if len(words) > 1 else 1
    return _numeral(match, over / under, Form.FRACTION)


def _multiple(match: re.Match[str]) -> Numeral:
    word = match.group().lower()
    value = _FOLDS.get(word) or float(word.removesuffix("fold").rstrip("-"))
    return _numeral(match, value, Form.MULTIPLE)


def _digits(match: re.Match[str]) -> Numeral | None:
    number, _, _ = match.group().partition("/")
    scale = SCALES[match["scale"].strip("- ").lower()] if match["scale"] else 1.0
    plain = _DIGITS.match(number)
    assert plain is not None
    value = float(plain.group().replace(",", ""))
    if match["under"]:
        under = int(match["under"])
        # Scores and dates are written with a slash too.
        if not value < under <= _LARGEST_UNDER:
            return None
        return _numeral(match, value / under, Form.FRACTION)
    value += unicodedata.numeric(match["glyph"]) if match["glyph"] else 0
    value += float(Fraction(match["mixed"])) if match["mixed"] else 0
    if value > _LARGEST:
        return None
    return _numeral(match, value * scale, Form.DIGITS, scale)


def _glyphs(match: re.Match[str]) -> Numeral:
    return _numeral(match, unicodedata.numeric(match.group()), Form.FRACTION)


def _ordinal(match: re.Match[str]) -> Numeral:
    low = match.group().lower()
    if low[0].isdigit():
        return _numeral(match, float(low[:-2]), Form.ORDINAL)
    tens, _, word = low.rpartition("-")
    value = _ORDINALS.index(word) + 1 + (number_of(tens) if tens else 0)
    return _numeral(match, value, Form.ORDINAL)


def _words(match: re.Match[str]) -> Numeral:
    whole, half, _ = match.group().partition(match["and_half"] or "\0")
    value = number_of(whole) + (0.5 if half else 0)
    if match["half_of_what"]:
        scale = SCALES[match["half_of_what"].lower()]
        return _numeral(match, value * scale, Form.WORDS, scale)
    return _numeral(match, value, Form.WORDS, SCALES.get(whole.lower().split()[-1], 1.0))


def _numeral(match: re.Match[str], value: float, form: Form, scale: float = 1.0) -> Numeral:
    return Numeral(Span(match.start(), match.end()), float(value), form, scale)


_READERS: Final = {
    "share": _share, "half_of": _half_of, "dozens": _dozens, "vague": _vague, "part": _part,
    "multiple": _multiple, "digits": _digits, "glyphs": _glyphs, "ordinal": _ordinal,
    "words": _words,
}  # fmt: skip
