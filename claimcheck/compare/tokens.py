"""Words of a claim, with their places and stems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import normalize

import snowballstemmer

from claimcheck.datatypes import Span
from claimcheck.settings import LIKE_IN_ORDER

# A letter may carry marks of its own ("é" as two code points).
_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_LETTERS}(?:[.,](?=\d){_LETTERS})*(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEMMER = snowballstemmer.stemmer("english")

FUNCTION_WORDS = frozenset(
    "a about after again all also am an and any are as at be because been before being between "
    "both but by can could did do does doing during each few for from had has have having he her "
    "here hers him his how i if in into is it its just may me might more most must my no nor not "
    "now of off on once only or other our out over own she should so some such than that the "
    "their them then there these they this those through to too under until up us very was we "
    "were what when where which while who whom whose why will with would you your said say says "
    "told tell mr mrs ms dr sen rep gov president".split(" ")
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands, its stem, and what it is good for."""

    span: Span
    word: str
    stem: str
    is_content: bool
    is_capitalised: bool


def tokenize(text: str) -> list[Token]:
    """Return the words of `text`."""
    words = [(match.span(), match.group()) for match in _WORD.finditer(text)]
    bare = [_POSSESSIVE.sub("", normalize("NFC", word)).casefold() for _, word in words]
    bare = [word.replace("’", "'") for word in bare]
    stems = map(_stem, bare)
    return [
        Token(
            Span(*place),
            low,
            stem,
            # "We're" is no more than "we".
            low.partition("'")[0] not in FUNCTION_WORDS and len(low) > 1,
            word[0].isupper(),
        )
        for (place, word), low, stem in zip(words, bare, stems, strict=True)
    ]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def content_stems(tokens: Sequence[Token]) -> set[str]:
    """Return the stems of the words that carry content."""
    return {token.stem for token in tokens if token.is_content}


def containment(a: set[str], b: set[str]) -> float:
    """Return which share (0 to 1) of the smaller set is in the other; 0 for an empty one."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def in_order(a: Sequence[Token], b: Sequence[Token]) -> float:
    """Return which share (0 to 1) of all words follow each other in both (Ratcliff, Obershelp).

    In a short claim one other word is a third of the content words, but few of all its words. An
    upper bound is returned where it is below LIKE_IN_ORDER already.
    """
    ours, theirs = ([token.stem for token in side] for side in (a, b))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    most: float = matcher.quick_ratio()
    if most >= LIKE_IN_ORDER:
        most = matcher.ratio()
    return most


def jaccard(a: set[str], b: set[str]) -> float:
    """Return intersection over union (0 to 1); 0 for two empty sets."""
    union = len(a | b)
    return len(a & b) / union if union else 0.0
