"""Which passages of an article stand between quotation marks.

News opens every paragraph of a long quotation and closes only the last, typists leave marks out,
and an apostrophe looks like a closing single mark; all three are read here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.datatypes import Span

# Doubled single marks come before the single ones, which they would be read as otherwise.
_DOUBLE = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»]")
_SINGLE = re.compile(r"(?<!['’‘])['’‘‹›‚](?!['’‘])")
_LINE_END = re.compile(r"[\r\n]|\Z")
_WORD = re.compile(r"\w+")
_CLOSERS: Final = {
    '"': '"”',
    "''": "''\"",
    "``": "''\"",
    "‘‘": "’’",
    "“": '”"',
    "„": "“”‟",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "'": "'",
    "‘": "’'",
    "‚": "‘’",
}
# Words that begin with an apostrophe.
_CLIPPED = re.compile(r"['‘’](?:\d\ds?|em|til|cause|n|round|bout|tis|twas|cuz)\b", re.IGNORECASE)
_BEFORE_OPENING: Final = frozenset("([{<-–—/:;,.…!?\"“‘„«‹'`*_>|")
_AFTER_CLOSING: Final = frozenset(")]}>-–—/:;,.…!?\"”’»›'*_|&")
# What a quotation that nobody closed may come after.
_LEADS_IN = re.compile(r"(?:[:,;.!?…)\]”\"\-–—]|^)\s*\Z")
_LEAD: Final = 12


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage with its marks.

    `is_closed` is False where no mark closes it in its paragraph; `goes_on` tells that the next
    paragraph opens with a mark, so it is the same speech.
    """

    span: Span
    is_closed: bool = True
    goes_on: bool = False


def quotations(text: str) -> list[Quotation]:
    """Return the quoted passages of `text` in order, none overlapping another.

    Marks within a quotation belong to it. Single marks count where double ones don't, or as the
    outer ones in an article that has more of them. A mark that is never closed counts to the end
    of its line if a quotation can begin there (after punctuation, or first in the line), otherwise
    not at all.
    """
    layout = _layout(text)
    double, single = _paired(text, _DOUBLE, layout), _paired(text, _SINGLE, layout)
    main, rest = (single, double) if len(single) > len(double) else (double, single)
    return sorted(main + _apart(rest, main), key=lambda one: one.span)


def is_quoted(text: str, spans: Sequence[Span], quoted: Sequence[Span]) -> bool:
    """Tell whether every word of `spans` is inside `quoted` and the first begins with a mark.

    `quoted` are disjoint spans in order, marks included. Without the second condition what somebody
    reports inside a quotation would count as quoted from the one whom he reports.
    """
    if not spans or _enclosing(quoted, spans[0].start + 1, spans[0].start) is None:
        return False
    first = _enclosing(quoted, spans[0].start + 1, spans[0].start)
    if first is None or spans[0].start - first.start > 1:
        return False
    return all(
        _enclosing(quoted, word.end(), word.start()) is not None
        for span in spans
        for word in _WORD.finditer(text, span.start, span.end)
    )


def _enclosing(quoted: Sequence[Span], end: int, start: int) -> Span | None:
    place = bisect_right(quoted, start, key=lambda span: span.start) - 1
    if place < 0 or quoted[place].end < end:
        return None
    return quoted[place]


def _apart(some: list[Quotation], main: list[Quotation]) -> list[Quotation]:
    """Return those of `some` that overlap none of `main`; both are in order."""
    kept, place = [], 0
    for one in some:
        while place < len(main) and main[place].span.end <= one.span.start:
            place += 1
        if place == len(main) or main[place].span.start >= one.span.end:
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the lines of a text end, and where those do that an empty line or nothing follows."""

    lines: list[int]
    blocks: list[int]

    def line_end(self, place: int) -> int:
        return self.lines[bisect_left(self.lines, place)]

    def block_end(self, place: int) -> int:
        return self.blocks[bisect_left(self.blocks, place)]


def _layout(text: str) -> _Layout:
    lines = [match.start() for match in _LINE_END.finditer(text)]
    followed = zip([-1, *lines], lines, strict=False)
    blank = [
        end
        for end, (before, after) in zip(lines, followed, strict=True)
        if not text[before + 1 : after].strip()
    ]
    return _Layout(lines, [*blank, len(text)])


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    can_open: bool
    can_close: bool


def _paired(text: str, pattern: re.Pattern[str], layout: _Layout) -> list[Quotation]:
    found: list[Quotation] = []
    opening: _Mark | None = None
    # A closing mark after an s may be an apostrophe: it counts if no better one comes.
    doubtful: _Mark | None = None
    limit = 0
    for match in pattern.finditer(text):
        mark = _mark(text, match)
        if opening and (mark.start >= limit or _reopens(opening, mark)):
            found.extend(_left_open(text, layout, (opening, doubtful, mark)))
            opening = None
        if opening is None:
            if mark.can_open and mark.sign in _CLOSERS:
                opening, doubtful = mark, None
                limit = layout.block_end(mark.start)
        elif mark.can_close and mark.sign in _CLOSERS[opening.sign]:
            if _may_be_apostrophe(text, mark):
                doubtful = doubtful or mark
                continue
            found.append(Quotation(Span(opening.start, mark.end)))
            opening = None
    if opening:
        found.extend(_left_open(text, layout, (opening, doubtful, None)))
    return found


def _mark(text: str, match: re.Match[str]) -> _Mark:
    start, end, sign = match.start(), match.end(), match[0]
    before, after = text[start - 1 : start], text[end : end + 1]
    free_before = not before or before.isspace() or before in _BEFORE_OPENING
    free_after = not after or after.isspace() or after in _AFTER_CLOSING
    opens = free_before and bool(after) and not after.isspace()
    closes = free_after and bool(before) and not before.isspace()
    if sign in "“„‟``‘‘‹«»":
        return _Mark(start, end, sign, sign != "»" or opens, sign in "»«“" and not opens)
    if sign in "”’’›":
        return _Mark(start, end, sign, False, sign != "’" or closes)
    if sign in "'‘‚":
        return _Mark(start, end, sign, opens and not _CLIPPED.match(text, start), closes)
    return _Mark(start, end, sign, opens or not closes, closes or not opens)


def _reopens(opening: _Mark, mark: _Mark) -> bool:
    """Tell whether `mark` begins a new quotation although `opening` was not closed."""
    return mark.sign == opening.sign and mark.can_open and not mark.can_close


def _may_be_apostrophe(text: str, mark: _Mark) -> bool:
    is_single = mark.sign in "'’" and mark.end - mark.start == 1
    after = text[mark.end : mark.end + 2]
    return is_single and text[mark.start - 1] in "sS" and after[1:].islower() and after[0] == " "


def _left_open(
    text: str, layout: _Layout, marks: tuple[_Mark, _Mark | None, _Mark | None]
) -> list[Quotation]:
    """Return what the first mark quotes if nothing but the second closes it before the third."""
    opening, doubtful, following = marks
    if doubtful:
        return [Quotation(Span(opening.start, doubtful.end))]
    end = layout.line_end(opening.start)
    block_end = max(end, layout.block_end(opening.start))
    if following and following.sign == opening.sign and following.can_open:
        for close in (end, block_end):
            near = following.start - close
            if 0 <= near <= _LEAD and not text[close : following.start].strip():
                return [Quotation(Span(opening.start, _trimmed(text, close)), False, True)]
        end = min(end, following.start)
    if opening.sign in "'‘‚":
        return []
    if not _LEADS_IN.search(text[_line_start(text, opening.start) : opening.start]):
        return []
    return [Quotation(Span(opening.start, _trimmed(text, end)), False)]


def _line_start(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place) + 1, place - _LEAD)


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
