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


def share_covered(span: Span, quotes: list[Span]) -> float:
    """Return which part (0 to 1) of `span` lies inside the quoted passages."""
    covered = sum(
        max(0, min(span.end, quote.end) - max(span.start, quote.start)) for quote in quotes
    )
    return covered / (span.end - span.start)


def has_reporting_cue(text: str) -> bool:
    """Tell whether the sentence names what somebody said or reported."""
    return _REPORTING_CUE.search(text.lower()) is not None
