"""What of two claims corresponds word by word, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Span


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch where the claims part: tokens of ours, tokens of theirs; one may be empty."""

    ours: tuple[Token, ...]
    theirs: tuple[Token, ...]


def changes(ours: list[Token], theirs: list[Token]) -> Iterator[Change]:
    """Yield where the two word sequences differ, in order (Ratcliff and Obershelp)."""
    matcher = SequenceMatcher(None, _stems(ours), _stems(theirs), autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            yield Change(tuple(ours[i:j]), tuple(theirs[k:m]))


def leftover(tokens: list[Token], other_stems: set[str], minimum: int) -> Span | None:
    """Return the longest stretch whose content words the other claim lacks.

    None when it has fewer than `minimum` content words. Function words inside a stretch are kept.
    """
    best: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        if token.is_content and token.stem in other_stems:
            run = []
            continue
        run.append(token)
        if token.is_content and _content_count(run) > _content_count(best):
            best = list(run)
    if _content_count(best) < minimum:
        return None
    first = next(place for place, token in enumerate(best) if token.is_content)
    last = max(place for place, token in enumerate(best) if token.is_content)
    return covering(best[first : last + 1])


def covering(tokens: list[Token] | tuple[Token, ...]) -> Span | None:
    """Return the span from the first to the last token; None for none."""
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None


def _stems(tokens: list[Token]) -> list[str]:
    return [token.stem for token in tokens]


def _content_count(tokens: list[Token]) -> int:
    return sum(token.is_content for token in tokens)
