"""What a sentence calls its nouns besides: appositions, titles before names, brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from claimcheck.segment.phrases import Grain, Phrase, Token, alternatives, combined, in_brackets

_NAMES: Final = ("NNP", "NNPS")
_INSIDE_A_NAME: Final = ("compound", "nmod", "nummod")
# Longer brackets are sentences of their own.
_MAX_BRACKET: Final = 12
_MAX_NAMES: Final = 6


def namings(doc: Any, grain: Grain) -> Iterator[Phrase]:
    """Yield a noun with each other name that the sentence gives it."""
    for token in doc:
        if token.text == "(":
            yield from _bracket(doc, token, grain)
        elif token.dep_ == "appos" and token.tag_ != "CD" and not in_brackets(token):
            yield from _apposition(token, grain)
        elif token.tag_ in _NAMES and token.dep_ not in _INSIDE_A_NAME:
            yield from _title(token)


def _apposition(token: Token, grain: Grain) -> Iterator[Phrase]:
    named = [phrase for phrase in alternatives(token.head, grain) if token.head in phrase][:1]
    if named and token not in named[0]:
        yield from combined(named, alternatives(token, grain)[:_MAX_NAMES])


def _title(name: Token) -> Iterator[Phrase]:
    """Yield "actor Harrison Ford"."""
    before = [child for child in name.lefts if child.dep_ in ("compound", "nmod", "amod")]
    if any(child.tag_ in ("NN", "NNS") and child.dep_ != "amod" for child in before):
        words = (word for child in before for word in child.subtree if word.dep_ != "punct")
        yield frozenset({name, *words})


def _bracket(doc: Any, opening: Token, grain: Grain) -> Iterator[Phrase]:
    """Yield a noun with what stands in brackets after it."""
    closing = next((token.i for token in doc[opening.i :] if token.text == ")"), len(doc))
    inside = [token for token in doc[opening.i + 1 : closing] if token.dep_ != "punct"]
    if opening.i == 0 or not inside or len(inside) >= _MAX_BRACKET:
        return
    noun = doc[opening.i - 1]
    while noun.dep_ in _INSIDE_A_NAME and noun.head.i < opening.i:
        noun = noun.head
    for phrase in alternatives(noun, grain)[:1]:
        yield phrase | frozenset(inside)
