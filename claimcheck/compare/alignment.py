"""What of a claim has no counterpart in another."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Span


def leftover(
    tokens: list[Token], other_stems: set[str], minimum: int, taken: Sequence[Span] = ()
) -> Span | None:
    """Return the longest stretch, outside of what is `taken`, whose content words the other lacks.

    None when it has fewer than `minimum` content words. Function words inside a stretch are kept.
    """
    best: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        is_shared = token.is_content and token.stem in other_stems
        if is_shared or any(span.overlaps(token.span) for span in taken):
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


def _content_count(tokens: list[Token]) -> int:
    return sum(token.is_content for token in tokens)
