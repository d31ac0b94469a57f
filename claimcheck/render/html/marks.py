"""A text cut into pieces, the words that differ with the kinds of their differences."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.datatypes import Bearing, Claim, Difference, DifferenceKind, Span
from claimcheck.render.sanitise import clean

_ZERO_WIDTH_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_REGIONAL = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)

_SOFT = (DifferenceKind.ADDED, DifferenceKind.WORDING)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, cleaned; `kinds` names their differences, and is empty for unmarked words.

    Those are loud that differ in a fact; where something conflicts, only that.
    """

    text: str
    kinds: str = ""
    is_loud: bool = False


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    span: Span
    kinds: tuple[str, ...]
    is_loud: bool


def here(claim: Claim, differences: Sequence[Difference]) -> list[Piece]:
    """Cut our claim by what the differences mark in it."""
    return _pieces(claim.text, [(one.in_claim, one) for one in differences])


def there(evidence: Claim, differences: Sequence[Difference]) -> list[Piece]:
    """Cut the evidence by what the differences mark in it."""
    return _pieces(evidence.text, [(one.in_evidence, one) for one in differences])


def _pieces(text: str, marked: Sequence[tuple[Span | None, Difference]]) -> list[Piece]:
    """Cut `text` at the marked spans, widened to whole characters as a reader sees them.

    Spans that touch become one, with the kinds of both.
    """
    has_conflict = any(one.bearing is Bearing.CONFLICT for _, one in marked)
    marks = [
        _Mark(_whole(text, span), (one.kind.value,), _is_loud(one, has_conflict))
        for span, one in marked
        if span
    ]
    cut, at = [], 0
    for mark in _merged(one for one in marks if one.span.start < one.span.end):
        words = clean(mark.span.of(text))
        between = Piece(clean(text[at : mark.span.start]))
        cut += [between, Piece(words, ", ".join(mark.kinds), mark.is_loud)]
        at = mark.span.end
    return [piece for piece in [*cut, Piece(clean(text[at:]))] if piece.text]


def _is_loud(one: Difference, has_conflict: bool) -> bool:
    return one.bearing is Bearing.CONFLICT if has_conflict else one.kind not in _SOFT


def _merged(marks: Iterable[_Mark]) -> list[_Mark]:
    merged: list[_Mark] = []
    for mark in sorted(marks):
        if merged and mark.span.start <= merged[-1].span.end:
            last = merged.pop()
            span = Span(last.span.start, max(last.span.end, mark.span.end))
            kinds = tuple(dict.fromkeys((*last.kinds, *mark.kinds)))
            merged.append(_Mark(span, kinds, last.is_loud or mark.is_loud))
        else:
            merged.append(mark)
    return merged


def _whole(text: str, span: Span) -> Span:
    """Return the span without blanks at its edges and without half characters."""
    marked = span.of(text)
    start = span.start + len(marked) - len(marked.lstrip())
    end = start + len(marked.strip())
    if start >= end:
        return Span(start, start)
    while start > 0 and _belongs_to_last(text, start):
        start -= 1
    while end < len(text) and _belongs_to_last(text, end):
        end += 1
    return Span(start, end)


def _belongs_to_last(text: str, place: int) -> bool:
    """Tell whether no reader would see a boundary before `place`, as in accents, emoji, flags."""
    char = text[place]
    return (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or _ZERO_WIDTH_JOINER in (char, text[place - 1])
        or ord(char) in _SKIN_TONES
        or ord(char) in _TAGS
        or _is_second_of_flag(text, place)
    )


def _is_second_of_flag(text: str, place: int) -> bool:
    before = place
    while before > 0 and ord(text[before - 1]) in _REGIONAL:
        before -= 1
    return ord(text[place]) in _REGIONAL and (place - before) % 2 == 1
