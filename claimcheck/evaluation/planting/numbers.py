"""Another figure, and another unit of the same figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claimcheck.datatypes import DifferenceKind
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.passages import Chance, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTHS: Final = frozenset(
    "January February March April May June July August September October November December".split()
)
_COUNTED: Final = frozenset(("CARDINAL", "MONEY", "PERCENT", "QUANTITY"))
_DIGITS: Final = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# Years, and the number to call.
_YEAR_LIKE: Final = re.compile(r"(?:1[5-9]|20)\d\d|911")
_SMALL: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES: Final = frozenset("hundred thousand million billion trillion".split())
_DURATIONS: Final = frozenset(
    "minute minutes hour hours day days week weeks month months year years decade decades".split()
)
_AGO: Final = frozenset(("ago", "later", "earlier", "from", "before", "after"))
# Numbers so near belong together: "10 to 20", "two of three", "51-49".
_APART: Final = 3
_NAMING: Final = frozenset(("NNP", "NNPS", "#"))
# "A minute or two", "number two" and "4:30" are no figures of their own.
_JOINING: Final = frozenset(("or", "number", "-", "–", "/", ":", "#", "."))
_COMPOUND: Final = frozenset(("year", "member", "person", "mile", "day", "hour", "week", "month"))
_VAGUE: Final = {
    "dozens": "hundreds", "hundreds": "thousands", "thousands": "hundreds",
    "millions": "thousands", "billions": "millions",
}  # fmt: skip
# "The second half of" is no share of anything.
_NO_HALF: Final = "".join(rf"(?<!{word} )" for word in "second first other latter better".split())
_SHARES: Final = (
    (re.compile(rf"{_NO_HALF}\b[Hh]alf of\b"), "a quarter of"),
    (re.compile(r"\b[Aa] third of\b"), "half of"),
    (re.compile(r"\b[Aa] quarter of\b"), "two-thirds of"),
    (re.compile(r"\b[Tt]wo-thirds\b"), "one-third"),
    (re.compile(r"\b[Tt]hree-quarters of\b"), "a quarter of"),
)
_FACTORS: Final = (0.3, 0.4, 0.55, 0.65, 1.6, 1.9, 2.4, 3.2)
_HUNDRED: Final = 100

_UNITS: Final = {
    "miles": "kilometers", "kilometers": "miles", "feet": "meters", "meters": "feet",
    "pounds": "kilograms", "kilograms": "pounds", "tons": "pounds", "acres": "square miles",
    "million": "billion", "billion": "million", "trillion": "billion", "thousand": "million",
    "dollars": "euros", "euros": "dollars", "cents": "dollars",
}  # fmt: skip
_TIMES: Final = {
    "minutes": "hours", "hours": "days", "days": "weeks", "weeks": "months", "months": "weeks",
    "years": "months", "decades": "years",
}  # fmt: skip
_SIGNS: Final = {"$": ("€", "£"), "€": ("$",), "£": ("€", "$")}
_MOVES: Final = frozenset(
    "rise fall increase decrease drop grow decline climb jump up down slip gain shrink surge "
    "tumble plunge soar".split()
)


def numbers(passage: Passage, chance: Chance) -> Iterator[Edit]:
    """Yield edits that put another figure in, too far away for rounding."""
    for token in passage.doc:
        other = _other(passage, token, chance)
        if other is not None:
            accepted = {DifferenceKind.NUMBER}
            if _is_duration(token):
                accepted.add(DifferenceKind.TIME)
            fitting = passage.article_before(token.idx, other)
            yield passage.edit(
                (Family.NUMBER, "figure"), (passage.of(token), other), accepted, fitting
            )
    for pattern, other in _SHARES:
        for match in pattern.finditer(passage.text):
            words = other.capitalize() if match.start() == 0 else other
            change = passage.place(*match.span()), words
            yield passage.edit((Family.NUMBER, "share"), change, {DifferenceKind.NUMBER})


def units(passage: Passage, chance: Chance) -> Iterator[Edit]:
    """Yield edits that keep the figure and change what it measures."""
    for token in passage.doc[:-1]:
        after = passage.doc[token.i + 1]
        if not token.like_num:
            continue
        # "60 Minutes" is a programme.
        other = _UNITS.get(after.text) or _TIMES.get(after.text)
        is_duration = after.text in _TIMES
        behind = passage.doc[token.i + 2 : token.i + 3].text
        rate = behind in ("a", "an", "per")
        # "$3 million and $5 billion" is no range, "56 miles (103 miles)" no conversion.
        if (
            behind in ("(", ")")
            or token.nbor(-1 if token.i else 0).lower_ == "own"
            or [one.text for one in passage.doc].count(after.text) > 1
        ):
            continue
        if other and not (is_duration and (rate or not _is_duration(token))):
            accepted = {DifferenceKind.NUMBER} | ({DifferenceKind.TIME} if is_duration else set())
            yield passage.edit((Family.UNIT, after.text), (passage.of(after), other), accepted)
    yield from _currencies(passage, chance)
    yield from _points(passage)


def _currencies(passage: Passage, chance: Chance) -> Iterator[Edit]:
    if len(re.findall("[$€£]", passage.text)) > 1:
        # "$15 million to €20 million" is no sum.
        return
    for match in re.finditer(r"(?<![A-Z])([$€£])(?=\d)", passage.text):
        other = chance.pick(_SIGNS[match[1]])
        change = passage.place(*match.span()), other
        yield passage.edit((Family.UNIT, "currency"), change, {DifferenceKind.NUMBER})


def _points(passage: Passage) -> Iterator[Edit]:
    """Yield "rose 5 percentage points" for "rose 5 percent"."""
    for token in passage.doc[:-1]:
        if token.lower_ not in ("percent", "%") or not _ends_the_change(token.nbor()):
            continue
        before = [one.lemma_.lower() for one in passage.doc[max(0, token.i - 3) : token.i]]
        is_change = bool(({"by"} | _MOVES) & set(before[-2:-1]))
        if is_change and token.nbor(-1).like_num and token.nbor(-1).text not in ("1", "one"):
            words = " percentage points" if token.text == "%" else "percentage points"
            change = passage.of(token), words
            yield passage.edit((Family.UNIT, "percent"), change, {DifferenceKind.NUMBER})


def _ends_the_change(after: Token) -> bool:
    return after.is_punct or after.lower_ in ("in", "from", "to", "since", "last", "this", "over")


def _other(passage: Passage, token: Token, chance: Chance) -> str | None:
    """Return another figure for a token; None where it is no figure that stands alone."""
    if token.lower_ in _VAGUE and _is_alone(token):
        other = _VAGUE[token.lower_]
        return other.capitalize() if token.is_title else other
    if not _stands_alone(token):
        return None
    if token.lower_ in _SMALL or token.lower_ in _TENS:
        return _other_word(token, chance)
    if not _DIGITS.fullmatch(token.text) or _YEAR_LIKE.fullmatch(token.text):
        return None
    is_bounded = token.ent_type_ == "PERCENT" or _is_age(token)
    return _other_digits(token.text, chance, is_bounded=is_bounded)


def _is_alone(token: Token) -> bool:
    """Tell whether "thousands" counts by itself, and not in "tens of thousands of"."""
    around = [one.lower_ for one in token.doc[max(0, token.i - 1) : token.i + 3]]
    return around.count("of") == 1 and around[-2:][:1] == ["of"] and around[-1] not in _VAGUE


def _stands_alone(token: Token) -> bool:
    """Tell whether a number counts or measures, apart from others and from names."""
    counts = token.ent_type_ in _COUNTED or _is_duration(token) or _is_age(token)
    if not token.like_num or token.lower_ in _SCALES or not counts:
        return False
    doc, place = token.doc, token.i
    before, after = doc[max(0, place - _APART) : place], doc[place + 1 : place + 1 + _APART]
    if any(one.like_num and one.lower_ not in _SCALES for one in (*before, *after)):
        return False
    is_named = before.text.endswith(("Group of", "Gang of"))
    is_day = after[:1].text in _MONTHS
    if is_named or is_day or (len(before) and _is_joined(before[-1])):
        return False
    is_compound = after[1:2].text in _COMPOUND
    return after[:1].text not in ("/", ":", "-", "–") or is_compound


def _is_joined(before: Token) -> bool:
    return before.tag_ in _NAMING or before.lower_ in _JOINING


def _is_duration(token: Token) -> bool:
    """Tell whether a number counts a stretch of time and not how long ago something was."""
    after = token.doc[token.i + 1 : token.i + 4]
    if token.ent_type_ not in ("DATE", "TIME") or not len(after):
        return False
    words = [one.lower_ for one in after if one.text != "-"]
    return bool(words) and words[0] in _DURATIONS and not _AGO & set(words[1:])


def _is_age(token: Token) -> bool:
    """Tell whether a number is the age in "Smith, 45, said" or in "45-year-old"."""
    around = token.doc[max(0, token.i - 1) : token.i + 2].text
    is_aside = token.dep_ == "appos" and around == f", {token.text},"
    behind = token.doc[token.i + 1 : token.i + 4].text
    return len(token.text) == 2 and (is_aside or behind.startswith(("-year", "years old")))


def _other_word(token: Token, chance: Chance) -> str:
    words = _TENS if token.lower_ in _TENS and token.lower_ != "twenty" else _SMALL[:11]
    place = words.index(token.lower_) if token.lower_ in words else len(words)
    other = chance.pick([word for number, word in enumerate(words) if abs(number - place) > 1])
    return other.capitalize() if token.is_title else other


def _other_digits(raw: str, chance: Chance, *, is_bounded: bool) -> str | None:
    value = float(raw.replace(",", ""))
    decimals = len(raw.partition(".")[2])
    if value < 2 and not decimals:
        return None
    factors = [one for one in _FACTORS if not is_bounded or one * value < _HUNDRED]
    for factor in chance.shuffled(factors):
        other = _formatted(value * factor, raw, decimals)
        written = float(other.replace(",", ""))
        # Rounding may bring a small figure back to itself, or to one of a thing.
        if other != raw and written >= (10**-decimals if decimals else 2):
            return other
    return None


def _formatted(value: float, like: str, decimals: int) -> str:
    """Return a value with as many significant digits, decimals and separators as another."""
    if not decimals:
        digits = max(1, len(like.replace(",", "").rstrip("0")))
        value = float(f"{value:.{digits}g}")
    is_grouped = "," in like or ("." not in like and len(like) < 4 and value >= 1000)
    return f"{value:,.{decimals}f}" if is_grouped else f"{value:.{decimals}f}"
