"""Quotation marks and reporting words, as far as a sentence can be read without a parser."""

import re

from claimcheck.datatypes import Span

# An opening curly quote without its closing one runs on to the end of the paragraph, as news
# style has it for a quotation that continues in the next.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|(?<!\w)\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")

_REPORTING_CUE = re.compile(
    r"\b(?:said|says|saying|told|tells|according to|added|announced|argued|asserted|claimed|claims|"
    r"confirmed|declared|denied|denies|insisted|noted|reported|reportedly|stated|tweeted|warned|"
    r"wrote|testified|acknowledged|alleged|alleges|suggested|explained|admitted)\b"
)


def quoted_spans(text: str, block: Span) -> list[Span]:
    """Return the quoted passages of one paragraph, quotation marks included."""
    return [Span(m.start(), m.end()) for m in _QUOTED.finditer(text, block.start, block.end)]


def with_marks(text: str, pieces: tuple[Span, ...], within: Span) -> tuple[Span, ...]:
    """Return the pieces of a claim with the quotation mark whose other half they hold.

    A cut beside a mark ("a “risk|”") would leave half a pair. Nothing outside `within` is taken.
    """
    words = "".join(piece.of(text) for piece in pieces)
    first, last = pieces[0], pieces[-1]
    for opening, closing in _PAIRS:
        opened, closed = words.count(opening), words.count(closing)
        is_odd = opened % 2 == 1
        lacks_end = is_odd if opening == closing else opened > closed
        lacks_start = is_odd if opening == closing else closed > opened
        after = text[last.end : min(last.end + 2, within.end)]
        if lacks_end and closing in after and after[0] in f"{closing},.;!?":
            return _moved(pieces, end=after.index(closing) + 1)
        if lacks_start and first.start > within.start and text[first.start - 1] == opening:
            return _moved(pieces, start=1)
    return pieces


_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"))


def _moved(pieces: tuple[Span, ...], start: int = 0, end: int = 0) -> tuple[Span, ...]:
    first, *others = pieces
    first = Span(first.start - start, first.end)
    if not others:
        return (Span(first.start, first.end + end),)
    *middle, last = others
    return (first, *middle, Span(last.start, last.end + end))


def share_covered(span: Span, quotes: list[Span]) -> float:
    """Return which part (0 to 1) of `span` lies inside the quoted passages."""
    covered = sum(
        max(0, min(span.end, quote.end) - max(span.start, quote.start)) for quote in quotes
    )
    return covered / (span.end - span.start)


def has_reporting_cue(text: str) -> bool:
    """Tell whether the sentence names what somebody said or reported."""
    return _REPORTING_CUE.search(text.lower()) is not None
