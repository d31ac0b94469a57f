"""One claim per sentence, the first segmenter: quick, exact in its offsets, blind to clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

import sentencex

from claimcheck.datatypes import Article, Citation, Claim, ClaimKind, Span
from claimcheck.segment.abbreviations import TAIL, is_one_sentence
from claimcheck.segment.furniture import is_furniture, is_headline_claim, without_dateline, words_of
from claimcheck.segment.quotes import has_reporting_cue, quoted_spans, share_covered
from claimcheck.settings import MAX_BLOCK_CHARS, QUOTATION_SHARE

_BLOCK = re.compile(r"[^\r\n]+(?:\r?\n[^\r\n]*\S[^\r\n]*)*")
_LINE = re.compile(r"[^\r\n]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A paragraph set by hand to a fixed width: every line but the last is about that long.
_WRAPPED_LINE_LENGTHS = range(55, 101)
# sentencex falls back to English rules for a language it does not know.
_DEFAULT_LANGUAGE = "en"


class SentenceSegmenter:
    """Sentences and the headline, without questions, captions, promos and other furniture."""

    name: ClassVar[str] = "sentences-1"

    def segment(self, article: Article) -> list[Claim]:
        """Return headline and sentences of `article` that state something."""
        citation = article.citation
        headline = _headline(article, citation)
        return headline + (
            self._body(article, citation) or self._body(article, citation, lone=True)
        )

    def _body(self, article: Article, citation: Citation, *, lone: bool = False) -> list[Claim]:
        """Return the claims of the body; `lone` takes what an article without any says at all.

        A fact-check, a tweet or a teaser may be no more than one clipped line.
        """
        language = article.language or _DEFAULT_LANGUAGE
        headline_words = words_of(article.title or "")
        claims: list[Claim] = []
        context = ""
        for block in _blocks(article.text):
            quotes = quoted_spans(article.text, block)
            for sentence in _sentences(article.text, block, language):
                span = without_dateline(article.text, sentence)
                text = span.of(article.text)
                if _is_claim(text, span, article.headline, headline_words, lone):
                    kind = _kind(text, span, quotes)
                    claims.append(Claim(citation, (span,), text, kind, context))
                context = text
        return claims


def _headline(article: Article, citation: Citation) -> list[Claim]:
    """Return the headline as a claim, if it has a place in the text and states something."""
    span = article.headline
    if span is None or not is_headline_claim(span.of(article.text)):
        return []
    return [Claim(citation, (span,), span.of(article.text), ClaimKind.HEADLINE)]


def _is_claim(
    text: str, span: Span, headline: Span | None, headline_words: list[str], lone: bool
) -> bool:
    if headline is not None and span.overlaps(headline):
        return False
    if headline_words and words_of(text) == headline_words:
        return False
    return not is_furniture(text, lone=lone)


def _kind(text: str, span: Span, quotes: list[Span]) -> ClaimKind:
    if share_covered(span, quotes) >= QUOTATION_SHARE:
        return ClaimKind.QUOTATION
    return ClaimKind.REPORTED if has_reporting_cue(text) else ClaimKind.STATEMENT


def _blocks(text: str) -> Iterator[Span]:
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


def _sentences(text: str, block: Span, language: str) -> Iterator[Span]:
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
    # Half a surrogate pair cannot cross into sentencex; one character for one keeps the offsets.
    words = _SURROGATE.sub("\ufffd", block.of(text))
    for sentence in sentencex.get_sentence_boundaries(language, words):
        raw = sentence["text"]
        start = block.start + sentence["start_index"] + len(raw) - len(raw.lstrip())
        end = block.start + sentence["end_index"] - (len(raw) - len(raw.rstrip()))
        if start < end:
            yield Span(start, end)
