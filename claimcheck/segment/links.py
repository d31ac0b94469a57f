"""Headlines of other articles that a page runs in with its sentences.

Some outlets link the name of a politician to a list of their latest headlines, and where the page
becomes text the list stands in the sentence: "Ann Lee Ann Marie LeeBridge reopens after a year
Council votes on the port MORE (D-Hulm) said". They are no words of the article. The text keeps
them, so that offsets hold; claims leave them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.datatypes import Span

_END = " MORE"
# A last name, the full name again, a headline that begins without a space behind it, "MORE"; with a
# space where the first name comes again as well.
_NAMES = r"(?:(?:[A-Z(“\"][\w.'’()“”\"-]*|de|la|van|von),? ){0,6}?"
_HEADLINES = r"[^\r\n]{8,900}? MORE)(?=[ .,;:)'’\"”]|$)"
_RUN_IN = re.compile(
    rf"\b(?P<first>[A-Z][\w'’-]+) (?P<last>[A-Z][\w'’-]+)"
    rf"(?P<links> (?:{_NAMES}(?P=last)(?=[A-Z0-9‘'\"“(])|(?P=first) {_NAMES}(?P=last) (?=[A-Z]))"
    rf"{_HEADLINES}",
    re.MULTILINE,
)


def links_in(text: str) -> list[Span]:
    """Return where headlines are run in with the text, in order."""
    if _END not in text:
        return []
    return [Span(*match.span("links")) for match in _RUN_IN.finditer(text)]


def blanked(text: str, links: Sequence[Span]) -> str:
    """Return the text with spaces in the place of the links, as long as before."""
    parts: list[str] = []
    end = 0
    for link in links:
        parts += [text[end : link.start], " " * (link.end - link.start)]
        end = link.end
    return "".join([*parts, text[end:]])


def apart(pieces: Sequence[Span], links: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the pieces of a claim without the links in them; `text` is the article's, blanked."""
    if not any(link.overlaps(piece) for link in links for piece in pieces):
        return tuple(pieces)
    kept = [part for piece in pieces for part in _without(piece, links)]
    return tuple(_trimmed(part, text) for part in kept if part.of(text).strip())


def _without(piece: Span, links: Sequence[Span]) -> Iterator[Span]:
    start = piece.start
    for link in links:
        if link.overlaps(piece):
            if link.start > start:
                yield Span(start, link.start)
            start = max(start, link.end)
    if start < piece.end:
        yield Span(start, piece.end)


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
