"""A claim as it reads on its own: names in place of the words that need the article. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.annotate.references.resolution import Reference, ReferenceKind
from claimcheck.datatypes import Span

_GENITIVE = re.compile(r"['’]s(?!\w)")
_ARTICLE = re.compile(r"(?:The|A|An) ")


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim's self-contained reading, and the references in it that stay open.

    `unresolved` are spans in the article.
    """

    text: str
    unresolved: tuple[Span, ...] = ()


def reading(text: str, spans: Sequence[Span], references: Sequence[Reference]) -> Reading:
    """Return the pieces of a claim, joined by spaces, with antecedents in place of references.

    Times keep their words, with the period behind: "Tuesday (2025-01-21)".

    `references` are those of the whole article as `resolve` returns them. A name that the reading
    has already in full is not repeated, and the reference to it stays.
    """
    done: list[str] = []
    inside: list[Reference] = []
    for piece in spans:
        mine = _within(piece, references)
        inside += mine
        done.append(_replaced(text, spans, piece, mine, " ".join(done)))
    unresolved = tuple(one.span for one in inside if one.antecedent is None)
    return Reading(" ".join(done), unresolved)


def _within(piece: Span, references: Sequence[Reference]) -> list[Reference]:
    """Return the references that stand in a piece; `references` are in order and apart."""
    first = bisect_left(references, piece.start, key=lambda one: one.span.start)
    last = bisect_left(references, piece.end, key=lambda one: one.span.start)
    return [one for one in references[first:last] if _holds(piece, one.span)]


def _holds(piece: Span, span: Span) -> bool:
    return piece.start <= span.start and span.end <= piece.end


def _replaced(
    text: str, spans: Sequence[Span], piece: Span, references: list[Reference], before: str
) -> str:
    """Return a piece with its references replaced; `before` is what the reading has so far."""
    said = " ".join(one.of(text) for one in spans)
    apostrophe = "’" if "’" in text else "'"
    written, done = "", piece.start
    for one in references:
        is_first = not before and one.span.start == piece.start
        if not _is_needed(one, spans, f"{said} {before} {written}", is_first):
            continue
        end = _end(text, one, piece)
        words = _in_place(one, text[one.span.start : end], is_first, apostrophe)
        written += text[done : one.span.start] + words
        done = end
    return written + text[done : piece.end]


def _is_needed(one: Reference, spans: Sequence[Span], said: str, is_first: bool) -> bool:
    if one.kind is ReferenceKind.TIME:
        return one.antecedent is not None
    if one.antecedent is None or one.source is None:
        return False
    if one.is_relative and not is_first:
        return False
    if any(_holds(piece, one.source) for piece in spans):
        return False
    # A pronoun stays where the last name alone stands in the claim.
    words = one.antecedent if one.kind is ReferenceKind.NAME else one.antecedent.split()[-1]
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.IGNORECASE) is None


def _end(text: str, one: Reference, piece: Span) -> int:
    """Return where the words end that a reference takes up: "Tuesday's" for a time."""
    mark = _GENITIVE.match(text, one.span.end, piece.end)
    return mark.end() if mark and one.kind is ReferenceKind.TIME else one.span.end


def _in_place(one: Reference, said: str, is_first: bool, apostrophe: str) -> str:
    """Return what stands for the words `said`."""
    words = one.antecedent or ""
    if one.kind is ReferenceKind.TIME:
        return f"{said} ({words})"
    if _ARTICLE.match(words):
        words = words[0].lower() + words[1:]
    if is_first or (one.kind is not ReferenceKind.NAME and said[0].isupper()):
        words = words[0].upper() + words[1:]
    if not one.is_possessive:
        return words
    return f"{words}{apostrophe}" if words.endswith("s") else f"{words}{apostrophe}s"
