"""What a headline and the sentences of an article do with a story: deny it, hedge it, tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.annotate.modality.negation import negations
from claimcheck.compare.stance import cues
from claimcheck.compare.tokens import content_stems, tokenize
from claimcheck.datatypes import Span
from claimcheck.settings import ATTRIBUTED_DENIAL, DISPUTE

# A headline that names its source passes on: "... says", "Iraqi media: ...", "... : report".
_SOURCED: Final = re.compile(
    r"\b(?:says?|said|tells?|told)\b|"
    r"^(?:[^:]{0,40}\b)?(?:media|reports?|sources?|officials?|police|polls?|stud(?:y|ies))\s?:|"
    r"[:–—-] (?:reports?|sources?|police|officials?)\W*$",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(r"\?")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline: where it denies and where it hedges, and the stems of its content words."""

    text: str
    denial: Span | None
    hedge: Span | None
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; all spans lie in the article's text.

    `denial` are the words that deny a story, and `weight` (0 to 1) how much they tell of the
    article's own view. `negated` are the stems that negations reach. `refers_back` is true where it
    speaks of a story told before.
    """

    span: Span
    denial: Span | None
    weight: float
    hedge: Span | None
    negation: Span | None
    negated: frozenset[str]
    refers_back: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences of an article in order, and the stems of all their content words."""

    sentences: tuple[Sentence, ...]
    stems: frozenset[str]


def read_headline(text: str) -> Headline:
    """Return what a headline does; a question hedges."""
    hedged = cues.hedge(text)
    for pattern in (_SOURCED, _QUESTION):
        found = None if hedged else pattern.search(text)
        hedged = Span(*found.span()) if found else hedged
    return Headline(text, cues.headline_denial(text), hedged, _stems(text))


def read_body(text: str, sentences: Sequence[Span]) -> Body:
    """Return what each of the given sentences of `text` does, in the order given."""
    return Body(tuple(_read(text, sentence) for sentence in sentences), _stems(text))


def _read(text: str, span: Span) -> Sentence:
    words = span.of(text)
    found = negations(words)
    denied = cues.denial(words)
    disputed = None if denied else cues.dispute(words)
    weight = 1.0 if denied else DISPUTE if disputed else 0.0
    return Sentence(
        span,
        _moved(denied or disputed, span.start),
        weight * (ATTRIBUTED_DENIAL if cues.is_attributed(words) else 1.0),
        _moved(cues.hedge(words), span.start),
        _moved(found[0].cue if found else None, span.start),
        _stems(" ".join(one.scope.of(words) for one in found)),
        cues.refers_back(words),
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(tokenize(text)))


def _moved(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None
