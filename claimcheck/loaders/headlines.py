"""Where a title stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from claimcheck.datatypes import Span
from claimcheck.loaders.limits import HEAD_LINES

_LINE = re.compile(r"[^\r\n]+")
_HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")


def head_lines(text: str) -> Iterator[Span]:
    """Yield the first lines that are not blank, without the space and `#` around them."""
    lines = (line for line in _LINE.finditer(text) if not line[0].isspace())
    for line in islice(lines, HEAD_LINES):
        mark = _HEADING_MARK.match(text, line.start(), line.end())
        start = mark.end() if mark else line.start()
        words = text[start : line.end()]
        lead = len(words) - len(words.lstrip())
        yield Span(start + lead, start + len(words.rstrip()))


def locate(title: str, text: str) -> Span | None:
    """Find the title as one of the first lines, or as the beginning of the text.

    White space counts as equal, case does not. A title that runs on into a sentence ("Obama visits
    Cuba" before "for the first time") is not the headline but part of that sentence.
    """
    for number, line in enumerate(head_lines(text)):
        end = _end_of(title.split(), text, line.start)
        if end is not None and (end >= line.end or (number == 0 and _stands_apart(text, end))):
            return Span(line.start, end)
    return None


def _end_of(words: list[str], text: str, start: int) -> int | None:
    """Return where `words`, with any white space between them, end in `text`."""
    end = position = start
    for number, word in enumerate(words):
        if not text.startswith(word, position) or (number and position == end):
            return None
        end = position = position + len(word)
        while position < len(text) and text[position].isspace():
            position += 1
    return end if words else None


def _stands_apart(text: str, end: int) -> bool:
    following = text[end : end + 80]
    return following[:1].isspace() and not following.lstrip()[:1].islower()
