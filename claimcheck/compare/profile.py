"""Everything that is read off one claim, once, before it is compared with many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claimcheck.annotate.modality.negation import negations
from claimcheck.compare.cues import hedges, sources, times
from claimcheck.compare.quantities import Quantity, quantities
from claimcheck.compare.tokens import Token, content_stems, tokenize
from claimcheck.datatypes import Span

_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim, taken apart."""

    text: str
    bare: str
    tokens: list[Token]
    stems: set[str]
    names: set[str]
    quantities: list[Quantity]
    negations: list[Span]
    hedges: list[Span]
    sources: list[Span]
    times: dict[str, list[Span]]
    day: date | None


def profile(text: str, day: date | None = None) -> Profile:
    """Take a claim's text apart; `day` is when it was published."""
    tokens = tokenize(text)
    return Profile(
        text=text,
        bare=_NOT_WORDS.sub(" ", text).casefold().strip(),
        tokens=tokens,
        stems=content_stems(tokens),
        names={token.stem for token in tokens[1:] if token.is_capitalised and token.is_content},
        quantities=quantities(text, tokens),
        negations=[one.cue for one in negations(text)],
        hedges=hedges(text),
        sources=sources(text),
        times=times(text),
        day=day,
    )


def days_apart(ours: Profile, theirs: Profile) -> int | None:
    """Return how many days lie between the two publications; None when one is undated."""
    if ours.day is None or theirs.day is None:
        return None
    return abs((ours.day - theirs.day).days)
