"""One claim per sentence, the first segmenter: quick, exact in its offsets, blind to clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from claimcheck.annotate.turns import turns, without_labels
from claimcheck.datatypes import Article, Citation, Claim, ClaimKind, Span
from claimcheck.segment.blocks import DEFAULT_LANGUAGE, blocks, sentences
from claimcheck.segment.furniture import (
    is_credit,
    is_furniture,
    is_headline_claim,
    without_dateline,
    words_of,
)
from claimcheck.segment.links import apart, blanked, links_in
from claimcheck.segment.quotes import has_reporting_cue, quoted_spans, share_covered
from claimcheck.segment.worth import rated
from claimcheck.settings import QUOTATION_SHARE


class SentenceSegmenter:
    """Sentences and the headline, without questions, captions, promos and other furniture."""

    name: ClassVar[str] = "sentences-4"

    def segment(self, article: Article) -> list[Claim]:
        """Return headline and sentences of `article` that state something."""
        return rated(statements(article))


def statements(article: Article) -> list[Claim]:
    """Return headline and sentences of `article` that state something, not yet rated."""
    citation = article.citation
    headline = _headline(article, citation)
    return headline + (_body(article, citation) or _body(article, citation, lone=True))


def _body(article: Article, citation: Citation, *, lone: bool = False) -> list[Claim]:
    """Return the claims of the body; `lone` takes what an article without any says at all.

    A fact-check, a tweet or a teaser may be no more than one clipped line.
    """
    links = links_in(article.text)
    body = blanked(article.text, links)
    language = article.language or DEFAULT_LANGUAGE
    headline_words = words_of(article.title or "")
    claims: list[Claim] = []
    context = ""
    asides = [turn.aside for turn in turns(body)]
    for block in blocks(body):
        quotes = quoted_spans(body, block)
        cut = list(sentences(body, block, language))
        if _is_caption(body, cut):
            continue
        for sentence in cut:
            unlabelled = without_labels(sentence, asides, body)
            span = without_dateline(body, unlabelled)
            pieces = apart((span,), links, body)
            text = " ".join(piece.of(body) for piece in pieces)
            if _is_claim(text, span, article.headline, headline_words, lone):
                kind = _kind(text, span, quotes)
                claims.append(Claim(citation, pieces, text, kind, context))
            context = text
    return claims


def _is_caption(text: str, cut: Sequence[Span]) -> bool:
    """Tell whether a paragraph is what a picture shows and who took it."""
    return len(cut) == 2 and is_credit(cut[1].of(text))


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
