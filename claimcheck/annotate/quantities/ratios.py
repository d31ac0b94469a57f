"""Numbers that count nothing: fractions, multiples, ordinals and ranks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from claimcheck.annotate.numerals import Form, Numeral
from claimcheck.annotate.quantities.bounds import bound_before
from claimcheck.annotate.quantities.units import Kind
from claimcheck.datatypes import Span

_ARTICLE = re.compile(r"an? ", re.IGNORECASE)
_OF_ITS = re.compile(r" (?:of|the|its|their|his|her|our|your|that|as|what)\b")
_BY_HALF = re.compile(
    r"\b(?:in|by|only|just|about|than|nearly|almost|roughly|over|least|a) $", re.I
)
_A_HALF = re.compile(r"\b(?:and a|first|second|third|other|latter|better|top|bottom|final) $", re.I)
_NAMED_AFTER = re.compile(
    r" (?:Amendment|Circuit|Fleet|Army|Division|Infantry|Airborne|Regiment|Battalion|Brigade|Corps|"
    r"Street|St\b|Avenue|Ave\b|District|Congress|Precinct|Ward|Reich|Republic|Parallel|Lady|World|"
    r"party|parties|lady|ladies|base|hand|rail|quarter|century|thoughts?|half|grade|floor)"
)
_BEST = re.compile(
    r"[- ](?:(?:most|least)(?:[- ][a-z]+)?|best|worst|favou?rite|"
    r"(?!(?:west|rest|test|request|interest|arrest|protest|contest|guest|forest|harvest|quest|"
    r"conquest|invest|suggest|digest|priest|midwest|honest|modest|inquest|chest|nest|vest)s?\b)"
    r"[a-z]{2,}est)\b"
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|our|my|your|this|that|every|finished|placed)|['’]s?) $",
    re.IGNORECASE,
)
_NO_DOWN = re.compile(r" (?:down|back|over|up)\b|-")
_FACTORED = re.compile(r" (?:the|its|their|his|her|that|what|this|last|as|in|from|or)\b| \$?\d")
_THOUGHT = re.compile(r"\b(?:th(?:ink|inks|inking|ought)|once or) $", re.IGNORECASE)
# Look back as far as the longest word before.
_REACH: Final = 16


def ratio(text: str, numeral: Numeral) -> tuple[Numeral, Kind] | None:
    """Return the number with its full words and its kind; None where it is no number after all.

    "A third of" is a fraction, "a third term" an ordinal; "half" and "double" are a number only
    before or behind what they divide or multiply.
    """
    if numeral.form is Form.FRACTION:
        return _fraction(text, numeral)
    if numeral.form is Form.MULTIPLE:
        return _multiple(text, numeral)
    return _ordinal(text, numeral)


def _fraction(text: str, numeral: Numeral) -> tuple[Numeral, Kind] | None:
    words = numeral.span.of(text).lower()
    before, after = _around(text, numeral)
    if words == "half":
        is_share = bool(_OF_ITS.match(after) or _BY_HALF.search(before))
        is_number = is_share and not _A_HALF.search(before)
        return (numeral, Kind.FRACTION) if is_number else None
    article = _ARTICLE.match(words)
    if not article:
        return numeral, Kind.FRACTION
    _, start = bound_before(text, numeral.span.start)
    if after.startswith(" of ") or start < numeral.span.start:
        return numeral, Kind.FRACTION
    if words.endswith("quarter"):
        return None
    span = Span(numeral.span.start + article.end(), numeral.span.end)
    ordinal = Numeral(span, round(1 / numeral.value), Form.ORDINAL)
    return _ordinal(text, ordinal)


def _multiple(text: str, numeral: Numeral) -> tuple[Numeral, Kind] | None:
    word = numeral.span.of(text).lower()
    before, after = _around(text, numeral)
    if word == "twice":
        return None if _THOUGHT.search(before) else (numeral, Kind.MULTIPLE)
    if word in {"double", "triple", "quadruple"}:
        return (numeral, Kind.MULTIPLE) if _FACTORED.match(after) else None
    return None if _NO_DOWN.match(after) else (numeral, Kind.MULTIPLE)


def _ordinal(text: str, numeral: Numeral) -> tuple[Numeral, Kind] | None:
    before, after = _around(text, numeral)
    best = _BEST.match(text, numeral.span.end)
    if best:
        span = Span(numeral.span.start, best.end())
        return replace(numeral, span=span), Kind.RANK
    is_early = numeral.value <= 2 and numeral.span.of(text)[0].isalpha()
    is_loose = is_early and not (_DETERMINER.search(before) and re.match(" [^\\W_]", after))
    is_adverb = after.startswith(",") and not before.strip()
    if is_loose or is_adverb or after.startswith("-") or _NAMED_AFTER.match(after):
        return None
    return numeral, Kind.ORDINAL


def _around(text: str, numeral: Numeral) -> tuple[str, str]:
    start, end = numeral.span.start, numeral.span.end
    return text[max(0, start - _REACH) : start], text[end : end + _REACH]
