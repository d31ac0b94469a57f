"""Which reporting words state nothing: those that ask, refer, or let a thing show something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from claimcheck.annotate.attribution.reporting import DOCUMENTS, VERBS
from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.names import PERSON_NOUNS
from claimcheck.datatypes import Attribution, Span

_ASKING: Final = frozenset({"ask", "query", "question", "quiz"})
_REFERRING: Final = frozenset({"reference"})
# By deeds or by being there; a document that shows something says it.
_SHOWING: Final = frozenset({"show", "demonstrate"})
_STRESSING: Final = frozenset({"highlight", "underline", "underscore"})
_DOCUMENTS: Final = DOCUMENTS | {"evidence", "video", "footage", "transcript", "memo", "letter"}


def states(attribution: Attribution, sentences: Sequence[Sentence]) -> bool:
    """Tell whether the cue of an attribution reports that something was stated.

    `sentences` are those of the article, in order.
    """
    bases = {VERBS[word].base for word in _words(attribution.cue, sentences) if word in VERBS}
    if bases & (_ASKING | _REFERRING):
        return False
    source = _words(attribution.source, sentences)
    if bases & _SHOWING:
        return not _DOCUMENTS.isdisjoint(source)
    return not (bases & _STRESSING and _is_thing(attribution.source, sentences))


def is_showing(cue: str) -> bool:
    """Tell whether a cue is one by which a document speaks."""
    return any(VERBS[word].base in _SHOWING for word in cue.casefold().split() if word in VERBS)


def _is_thing(source: Sequence[Span], sentences: Sequence[Sentence]) -> bool:
    """Tell whether a source is a common noun in the singular that names no person."""
    if not source:
        return False
    sentence = _around(source[0], sentences)
    words = sentence.doc.char_span(
        source[0].start - sentence.span.start,
        source[0].end - sentence.span.start,
        alignment_mode="expand",
    )
    return (
        words is not None
        and words.root.tag_ == "NN"
        and words.root.lower_ not in PERSON_NOUNS | _DOCUMENTS
    )


def _words(places: Sequence[Span], sentences: Sequence[Sentence]) -> list[str]:
    found: list[str] = []
    for place in places:
        sentence = _around(place, sentences)
        base = sentence.span.start
        found += [one.lower_ for one in sentence.doc if place.start <= base + one.idx < place.end]
    return found


def _around(place: Span, sentences: Sequence[Sentence]) -> Sentence:
    return sentences[
        max(0, bisect_right(sentences, place.start, key=lambda one: one.span.start) - 1)
    ]
