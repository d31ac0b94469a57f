"""Where two near copies part: the stretches of both texts between what they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Span

# What changes a figure and is no word.
_SIGN = re.compile(r"[$€£¥%°]")


@dataclass(frozen=True, slots=True)
class Side:
    """What one text has where they part.

    `span` covers `tokens`, and is empty where there are none; `wide` reaches over the next word on
    both sides.
    """

    tokens: tuple[Token, ...]
    span: Span
    wide: Span

    @property
    def content(self) -> tuple[Token, ...]:
        """The words that say something by themselves."""
        return tuple(token for token in self.tokens if token.is_content)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch where the texts part; one side may be empty."""

    ours: Side
    theirs: Side


def stretches(
    ours: str, mine: Sequence[Token], theirs: str, rival: Sequence[Token]
) -> Iterator[Stretch]:
    """Yield where two texts with these words part, in order (Ratcliff and Obershelp)."""
    here, there = _with_signs(ours, mine), _with_signs(theirs, rival)
    matcher = SequenceMatcher(None, _keys(here), _keys(there), autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        one = Stretch(_side(here, i, j), _side(there, k, m))
        if what != "equal" and not _is_only_joined(
            one.ours.span.of(ours), one.theirs.span.of(theirs)
        ):
            yield one


def _is_only_joined(words: str, others: str) -> bool:
    """Tell whether words are the same but for hyphens and spaces: "bi-partisan"."""
    letters = ["".join(filter(str.isalnum, text)).casefold() for text in (words, others)]
    return letters[0] == letters[1] != "" and letters[0].isalpha()


def _with_signs(text: str, tokens: Sequence[Token]) -> list[Token]:
    signs = [
        Token(Span(*match.span()), match.group(), match.group(), False, False)
        for match in _SIGN.finditer(text)
    ]
    return sorted([*tokens, *signs], key=lambda token: token.span)


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.stem for token in tokens]


def _side(tokens: Sequence[Token], start: int, end: int) -> Side:
    inside = tuple(tokens[start:end])
    before = tokens[start - 1].span if start else Span(0, 0)
    after = tokens[end].span if end < len(tokens) else before
    span = (
        Span(inside[0].span.start, inside[-1].span.end) if inside else Span(before.end, before.end)
    )
    return Side(inside, span, Span(before.start, max(after.end, span.end)))
