"""What an attribution of one sentence is made of, and how its pieces are cut out of the parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.parsing import Sentence
from claimcheck.datatypes import Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGE: Final = frozenset((",", ":", ";", ".", "-", "--", "–", "—", "...", "…", "(", ")"))
_BRACKETS: Final = frozenset("()")
# What a parser hangs below a noun although it belongs to the verb: "Xi, when asked".
_NOT_OF_NOUN: Final = frozenset(("advcl", "npadvmod"))


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution of one sentence: the places of its parts, before quotations are joined on.

    `takes_quote` tells that a quotation beside it, or in the next sentence, can be its content.
    `sentence` counts the article's sentences from 0.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    takes_quote: bool = False
    sentence: int = 0


def subtrees(heads: Iterable[Token]) -> list[Token]:
    """Return the tokens from the first to the last below each head."""
    tokens: list[Token] = []
    for head in heads:
        tokens.extend(head.doc[head.left_edge.i : head.right_edge.i + 1])
    return tokens


def noun_phrase(head: Token) -> list[Token]:
    """Return the noun phrase of `head` without the clauses of time and the like after it."""
    end = head.right_edge.i + 1
    for child in head.children:
        if child.i > head.i and (child.dep_ in _NOT_OF_NOUN or child.lower_ == "as"):
            end = min(end, child.left_edge.i)
    return list(head.doc[head.left_edge.i : end])


def tidy(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Return the pieces that tokens form, without the punctuation at their edges."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda one: one.i):
        if runs and token.i - runs[-1][-1].i <= 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    kept = (_trimmed(run) for run in runs)
    return tuple(sentence.place(run) for run in kept if run)


def _trimmed(run: list[Token]) -> list[Token]:
    words = [token.text for token in run]
    start, end = 0, len(run)
    brackets = _BRACKETS if words.count("(") == words.count(")") else frozenset[str]()
    while start < end and _is_edge(run[start], brackets):
        start += 1
    while start < end and _is_edge(run[end - 1], brackets):
        end -= 1
    return run[start:end]


def _is_edge(token: Token, kept: frozenset[str]) -> bool:
    return token.is_space or (token.text in _EDGE and token.text not in kept)
