"""Whether two times of the clock are one: "7.30pm", "7:30 p.m.", and 8 p.m. ET as 5 p.m. PT."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final

_ZONE: Final = re.compile(
    r" ?\b(?:(?P<american>[ecmp])(?:[sd]?t|(?:astern|entral|ountain|acific)(?: .*)?)|"
    r"(?P<other>gmt|utc|bst|ces?t)|local time)\Z"
)
_AMERICAN: Final = {"e": "New_York", "c": "Chicago", "m": "Denver", "p": "Los_Angeles"}
_OTHERS: Final = {"gmt": "UTC", "utc": "UTC", "bst": "Europe/London"}
_NAMED: Final = {"noon": "12 pm", "midnight": "12 am"}
_DOT: Final = re.compile(r"(?<=\d)\.(?=\d)")
_HALF: Final = re.compile(r"[ap]\.?m\b|noon|midnight")
_HOURS_OF_HALF: Final = 12
# Where nobody knows the day, one of standard time.
_SOME_DAY: Final = date(2001, 1, 1)


def is_same_clock(words: str, others: str, day: date | None) -> bool:
    """Tell whether two times of the clock, in small letters, are one; `day` is theirs, if known.

    Hours of two zones are one where they are one moment; who names no zone means the other's,
    and without "a.m." or "p.m." either half of the day is meant. What can't be read counts by its
    words.
    """
    mine, rival = _read(words, day), _read(others, day)
    if mine is None or rival is None:
        return words == others
    if mine.tzinfo is not None and rival.tzinfo is not None:
        mine, rival = mine.astimezone(UTC), rival.astimezone(UTC)
    if _HALF.search(words) and _HALF.search(others):
        return mine.time() == rival.time()
    return _in_half(mine.time()) == _in_half(rival.time())


def _in_half(moment: time) -> tuple[int, int]:
    return moment.hour % _HOURS_OF_HALF, moment.minute


def _read(words: str, day: date | None) -> datetime | None:
    from dateutil import parser

    bare = _ZONE.sub("", words).removesuffix(" o'clock").removesuffix(" o’clock")
    text = _DOT.sub(":", _NAMED.get(bare, bare))
    if text.isdigit():
        text += ":00"
    try:
        moment = parser.parse(text, default=datetime.combine(day or _SOME_DAY, time()))
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=_zone(words))


def _zone(words: str) -> tzinfo | None:
    from dateutil import tz

    match = _ZONE.search(words)
    if match is None:
        return None
    if match["american"]:
        return tz.gettz(f"America/{_AMERICAN[match['american']]}")
    return tz.gettz(_OTHERS.get(match["other"], "Europe/Paris")) if match["other"] else None
