"""Everything that is read off one claim, once, before it is compared with many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from claimcheck.compare.tokens import Token, content_stems, in_order, jaccard, tokenize
from claimcheck.settings import LIKE_IN_ORDER, NEAR_COPY, SAME_OVERLAP

# A sign that changes a figure is kept.
_NOT_WORDS = re.compile(r"[^\w$€£¥%]+|_+")


@dataclass(frozen=True, slots=True)
class Profile:
    """What the words of one claim tell without its syntax.

    `bare` is the text in small letters without punctuation, `stems` those of its content words,
    `names` those that are capitalised within it. `states` is False for a question, a caption or a
    notice. `day` is when it was published, `story_day` the day of its story where that is unknown.
    """

    text: str
    bare: str
    tokens: list[Token]
    stems: set[str]
    names: set[str]
    day: date | None
    states: bool = True
    story_day: date | None = None


def profile(
    text: str,
    day: date | None = None,
    *,
    states: bool = True,
    story_day: date | None = None,
) -> Profile:
    """Take a claim's text apart; `day` is when it was published.

    Where nothing says that, `story_day` ties it to the events of some days; no words are dated by
    it.
    """
    tokens = tokenize(text)
    return Profile(
        text=text,
        bare=_NOT_WORDS.sub(" ", normalize("NFC", text)).casefold().strip(),
        tokens=tokens,
        stems=content_stems(tokens),
        names={token.stem for token in tokens[1:] if token.is_capitalised and token.is_content},
        day=day,
        states=states,
        story_day=story_day,
    )


def days_apart(ours: Profile, theirs: Profile) -> int | None:
    """Return how many days lie between the two publications; None when one is undated."""
    mine, rival = ours.day or ours.story_day, theirs.day or theirs.story_day
    if mine is None or rival is None:
        return None
    return abs((mine - rival).days)


def is_near_copy(ours: Profile, theirs: Profile) -> bool:
    """Tell whether the claims share so many words that one is an edit of the other."""
    return jaccard(ours.stems, theirs.stems) >= NEAR_COPY or _is_in_order(ours, theirs)


def is_nearly_equal(ours: Profile, theirs: Profile) -> bool:
    """Tell whether the claims share so many words that they speak of one thing whatever else."""
    return jaccard(ours.stems, theirs.stems) >= SAME_OVERLAP or _is_in_order(ours, theirs)


def _is_in_order(ours: Profile, theirs: Profile) -> bool:
    return in_order(ours.tokens, theirs.tokens) >= LIKE_IN_ORDER
