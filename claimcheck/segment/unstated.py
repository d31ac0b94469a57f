"""What states nothing but may name somebody in full: the headline, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.datatypes import Article, Span
from claimcheck.segment.blocks import DEFAULT_LANGUAGE, blocks, sentences
from claimcheck.settings import MAX_PARSED_CHARS

_QUESTION = re.compile(r"\?[\"'”’»)\]]*\Z")


def unstated(article: Article) -> Iterator[Span]:
    """Yield the headline and the questions of an article that aren't too long for the parser."""
    text, headline = article.text, article.headline
    if headline is not None and headline.end - headline.start <= MAX_PARSED_CHARS:
        yield headline
    for block in blocks(text):
        if "?" not in block.of(text) or (headline and headline.overlaps(block)):
            continue
        for span in sentences(text, block, article.language or DEFAULT_LANGUAGE):
            if _QUESTION.search(span.of(text)) and span.end - span.start <= MAX_PARSED_CHARS:
                yield span
