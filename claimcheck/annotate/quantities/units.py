"""What a number counts or measures, read off the words right behind it.

Canonical units are ISO 4217 codes, names in British spelling and singular ("kilometre"), and for
counted things the head noun in singular.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claimcheck.annotate.quantities.nouns import counted_after, one_after, singular


class Kind(StrEnum):
    """What sort of quantity a number is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    RANK = "rank"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    PERCENT = "percent"
    CURRENCY = "currency"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, where its words end, and by how much it multiplies the number (cents: 0.01)."""

    name: str
    end: int
    kind: Kind
    factor: float = 1.0


SYMBOLS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "NT$": "TWD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN",
}  # fmt: skip
CODES: Final = frozenset(
    "USD EUR GBP JPY CNY RUB INR CHF CAD AUD NZD HKD SGD KRW BRL MXN ZAR SEK NOK DKK PLN TRY UAH "
    "ILS SAR AED".split()
)
_MONEY: Final = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB",
    "rouble": "RUB", "rupee": "INR", "shekel": "ILS", "hryvnia": "UAH", "zloty": "PLN",
    "naira": "NGN", "rand": "ZAR", "baht": "THB", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "new zealand dollar": "NZD",
    "singapore dollar": "SGD", "swiss franc": "CHF", "pound sterling": "GBP",
    "british pound": "GBP", "turkish lira": "TRY", "mexican peso": "MXN", "saudi riyal": "SAR",
}  # fmt: skip
_COINS: Final = {"cent": "USD", "pence": "GBP", "penny": "GBP"}
DURATIONS: Final = frozenset(
    "second minute hour day night week weekend fortnight month year decade century".split()
)
# Forms in print to the canonical name, for singulars.
_SPELLINGS: Final = {
    "kilometer": "kilometre", "meter": "metre", "centimeter": "centimetre", "liter": "litre",
    "millimeter": "millimetre", "tonne": "tonne", "metric ton": "tonne", "kilo": "kilogram",
    "square kilometer": "square kilometre", "square meter": "square metre",
    "cubic meter": "cubic metre", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
    "secs": "second", "yr": "year", "yrs": "year", "percentage pt": "percentage point",
}  # fmt: skip
_MEASURES: Final = frozenset(
    "mile kilometre metre centimetre millimetre foot inch yard acre hectare gallon litre barrel "
    "bushel pound ounce ton tonne kilogram gram degree cup tablespoon teaspoon megawatt gigawatt "
    "kilowatt watt volt gigabyte terabyte megabyte point magnitude knot".split()
)
_ABBREVIATIONS: Final = {
    "km/h": "kilometre per hour", "kph": "kilometre per hour", "kmh": "kilometre per hour",
    "mph": "mile per hour", "sq km": "square kilometre", "sq ft": "square foot", "km": "kilometre",
    "kg": "kilogram", "cm": "centimetre", "mm": "millimetre", "lbs": "pound", "lb": "pound",
    "oz": "ounce", "bbl": "barrel", "ft": "foot", "kWh": "kilowatt hour", "MW": "megawatt",
    "GW": "gigawatt", "kW": "kilowatt", "GB": "gigabyte", "TB": "terabyte", "MB": "megabyte",
    "ml": "millilitre",
}  # fmt: skip
_PERCENT = re.compile(
    r" ?%(?: ?(?P<mark>points?))?|[ -]?(?:percentage|per ?cent|pct)(?P<point>[ -]points?)?\b|"
    r"[ -](?P<basis>basis)[ -]points?\b|(?P<bps> ?bps)\b",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"(?:[ -]degrees?|(?P<sign> ?°))(?: ?(?:(?P<celsius>C|[Cc]elsius|[Cc]entigrade)|"
    r"(?P<fahrenheit>F|[Ff]ahrenheit))\b)?(?!\w)"
)
_SPEED = re.compile(r"[ -](?P<what>miles?|kilomet(?:er|re)s?)[ -](?:per|an)[ -]hour\b")
_SHORT = re.compile(
    rf" ?(?P<short>{'|'.join(sorted(map(re.escape, _ABBREVIATIONS), key=len, reverse=True))})\b"
)
_ALTERED = re.compile(
    r"[ -](?P<unit>(?:square|cubic|metric|nautical|fluid) [a-z]+)\b|"
    r"[ -](?P<money>(?:U\.?S\.?|American|Canadian|Australian|Hong Kong|New Zealand|Singapore|Swiss|"
    r"British|Turkish|Mexican|Saudi) (?:dollar|franc|pound|lira|peso|riyal)s?|pounds? sterling)\b"
)
_CODE = re.compile(r" ?(?P<code>[A-Z]{3})\b")
# What else hangs on a number by a hyphen.
_NO_UNITS: Final = frozenset("to plus ish and or on in odd strong".split())
_HYPHENED = re.compile(r"-(?P<word>[A-Za-z]{2,})")


def canonical(noun: str) -> str:
    """Return the canonical name of a unit or a counted thing."""
    one = singular(noun)
    return _SPELLINGS.get(one, one)


def kind_of(name: str) -> Kind:
    """Return what sort of quantity a unit makes, for units that are words."""
    return Kind.DURATION if name in DURATIONS else Kind.CARDINAL


def is_measure(name: str) -> bool:
    """Tell whether a canonical unit measures, rather than counts, something."""
    return name in _MEASURES or name in DURATIONS


def unit_after(text: str, end: int, *, scale: float = 1.0, is_vague: bool = False) -> Unit | None:
    """Return the unit of a number that ends at `end`; None if the words name none.

    `scale` is the number's own factor: a million pounds are money, seven are a weight. A vague
    number ("dozens") has an "of" before its noun.
    """
    return (
        _percent(text, end)
        or _degrees(text, end)
        or _short_unit(text, end)
        or _altered(text, end)
        or _hyphened(text, end)
        or _counted(text, end, scale, is_vague)
    )


def _percent(text: str, end: int) -> Unit | None:
    match = _PERCENT.match(text, end)
    if not match:
        return None
    is_basis = match["basis"] or match["bps"]
    is_point = match["point"] or match["mark"]
    name = "basis point" if is_basis else "percentage point" if is_point else "percent"
    return Unit(name, match.end(), Kind.PERCENT)


def _degrees(text: str, end: int) -> Unit | None:
    match = _DEGREES.match(text, end)
    if not match:
        return None
    scale = " Celsius" if match["celsius"] else " Fahrenheit" if match["fahrenheit"] else ""
    return Unit("degree" + scale, match.end(), Kind.CARDINAL)


def _short_unit(text: str, end: int) -> Unit | None:
    match = _SPEED.match(text, end)
    if match:
        return Unit(canonical(match["what"]) + " per hour", match.end(), Kind.CARDINAL)
    match = _SHORT.match(text, end)
    if match:
        return Unit(_ABBREVIATIONS[match["short"]], match.end(), Kind.CARDINAL)
    match = _CODE.match(text, end)
    if match and match["code"] in CODES:
        return Unit(match["code"], match.end(), Kind.CURRENCY)
    return None


def _altered(text: str, end: int) -> Unit | None:
    match = _ALTERED.match(text, end)
    if not match:
        return None
    if match["money"]:
        name = match["money"].lower().removesuffix("s").replace("pounds ", "pound ")
        code = _MONEY.get(name) or ("USD" if name.endswith("dollar") else "")
        return Unit(code, match.end(), Kind.CURRENCY) if code else None
    adjective, _, noun = match["unit"].partition(" ")
    if not is_measure(canonical(noun)):
        return None
    name = f"{adjective} {canonical(noun)}"
    return Unit(_SPELLINGS.get(name, name), match.end(), Kind.CARDINAL)


def _hyphened(text: str, end: int) -> Unit | None:
    match = _HYPHENED.match(text, end)
    if not match or match["word"].lower() in _NO_UNITS:
        return None
    name = canonical(match["word"])
    if match["word"][0].isupper() and not is_measure(name):
        return None
    return _named(name, match.end(), 1.0)


def _counted(text: str, end: int, scale: float, is_vague: bool) -> Unit | None:
    found = counted_after(text, end, is_vague=is_vague)
    return _named(canonical(found[0]), found[1], scale) if found else None


def unit_of_one(text: str, end: int) -> Unit | None:
    """Return the unit of a "one" that ends at `end`; None if no noun follows."""
    found = one_after(text, end)
    return _named(canonical(found[0]), found[1], 1.0) if found else None


def _named(name: str, end: int, scale: float) -> Unit:
    if name in _MONEY:
        return Unit(_MONEY[name], end, Kind.CURRENCY)
    if name in _COINS:
        return Unit(_COINS[name], end, Kind.CURRENCY, 0.01)
    # Nobody weighs in millions.
    if name == "pound" and scale >= 1e6:
        return Unit("GBP", end, Kind.CURRENCY)
    return Unit(name, end, kind_of(name))
