"""Where paragraphs and sentences begin and end in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from claimcheck.characters import without_surrogates
from claimcheck.datatypes import Span
from claimcheck.segment.abbreviations import TAIL, is_one_sentence
from claimcheck.settings import MAX_BLOCK_CHARS

_BLOCK = re.compile(r"[^\r\n]+(?:\r?\n[^\r\n]*\S[^\r\n]*)*")
_LINE = re.compile(r"[^\r\n]+")
# A paragraph set by hand to a fixed width: every line but the last is about that long.
_WRAPPED_LINE_LENGTHS = range(55, 101)
# A straight mark that opens the next sentence; sentencex reads it as closing the one before it.
_OPENING_MARK = re.compile(r"[.!?…:;)\]\"”’]\s+([\"“‘']+)\Z")
# sentencex falls back to English rules for a language it does not know.
DEFAULT_LANGUAGE = "en"


def blocks(text: str) -> Iterator[Span]:
    """Yield paragraphs: runs of lines, cut at blank lines and, unless wrapped, at line ends."""
    for match in _BLOCK.finditer(text):
        lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text, match.start(), match.end())]
        paragraphs = [Span(match.start(), match.end())] if _is_wrapped(lines) else lines
        for paragraph in paragraphs:
            yield from _bounded(text, paragraph)


def _bounded(text: str, block: Span) -> Iterator[Span]:
    """Cut a block that is longer than any paragraph at a sentence, a space, or anywhere."""
    start = block.start
    while block.end - start > MAX_BLOCK_CHARS:
        limit = start + MAX_BLOCK_CHARS
        cut = max(text.rfind(". ", start, limit), start) + 1
        cut = cut if cut > start + 1 else max(text.rfind(" ", start, limit), limit - 1) + 1
        yield Span(start, cut)
        start = cut
    yield Span(start, block.end)


def _is_wrapped(lines: list[Span]) -> bool:
    return len(lines) > 1 and all(
        line.end - line.start in _WRAPPED_LINE_LENGTHS for line in lines[:-1]
    )


def sentences(text: str, block: Span, language: str) -> Iterator[Span]:
    """Yield the sentences of a block without the white space around them."""
    previous: Span | None = None
    for piece in _pieces(text, block, language):
        if previous and is_one_sentence(
            text[max(previous.start, previous.end - TAIL) : previous.end],
            text[previous.end : piece.end],
        ):
            previous = Span(previous.start, piece.end)
            continue
        if previous:
            yield previous
        previous = piece
    if previous:
        yield previous


def _pieces(text: str, block: Span, language: str) -> Iterator[Span]:
    words = without_surrogates(block.of(text))
    opening = block.end
    for sentence in sentencex.get_sentence_boundaries(language, words):
        raw = sentence["text"]
        start = block.start + sentence["start_index"] + len(raw) - len(raw.lstrip())
        end = block.start + sentence["end_index"] - (len(raw) - len(raw.rstrip()))
        start, opening = min(start, opening), block.end
        mark = _OPENING_MARK.search(text, max(start, end - TAIL), end)
        if mark and text[end : end + 1].isalnum():
            opening, end = mark.start(1), mark.start() + 1
        if start < end:
            yield Span(start, end)
