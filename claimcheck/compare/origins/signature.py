"""What is kept of an article's words to tell whether another one is a copy of it.

Runs of words are hashed and a fixed share of the hashes is kept, the same ones in every text, so
that shares of common runs are estimated without the texts (mod sketches, Broder 1997).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from claimcheck.compare.origins.credits import agency_credited
from claimcheck.settings import (
    COPY_RUN_WORDS,
    COPY_SHARE,
    MIN_COPY_RUNS,
    RUN_SAMPLE,
)

Hashes = npt.NDArray[np.uint64]

_WORD: Final = re.compile(r"[^\W_]+")
_QUOTED: Final = re.compile(r"[“\"]((?:[^“”\"\n]|\n(?!\n)){1,800})[”\"]")
# A post shown in an article ends with its author's handle and its day.
_POST: Final = re.compile(r"^[^\n]*\(@ ?\w+\) (?:on )?\w+ \d{1,2}, \d{4}[^\n]*$", re.MULTILINE)
# 2^64 divided by the golden ratio; multiplying by it spreads bits (Knuth, volume 3, 6.4).
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(32)


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """The sampled runs of an article, sorted: in its own words and in words that it quotes.

    Each takes 8 bytes; 800 words give about 200. `agency` is the one whose report it is.
    """

    told: Hashes
    quoted: Hashes
    agency: str | None = None


def sign(text: str) -> Signature:
    """Return the signature of an article's text."""
    quotes = [*_QUOTED.findall(text), *_POST.findall(text)]
    own = _QUOTED.sub(" \n ", _POST.sub(" \n ", text))
    return Signature(_runs([own]), _runs(quotes), agency_credited(text))


def are_copies(one: Signature, other: Signature) -> bool:
    """Tell whether most of one article stands in the other, in the words of one text.

    What either of them quotes does not count: two reporters may quote one speech.
    """
    share, runs = shared(one, other)
    return runs >= MIN_COPY_RUNS and share >= COPY_SHARE


def shared(one: Signature, other: Signature) -> tuple[float, int]:
    """Return which share (0 to 1) of the shorter article's own runs both have, and how many."""
    own, theirs = _without(one.told, other.quoted), _without(other.told, one.quoted)
    common = len(np.intersect1d(own, theirs, assume_unique=True))
    return common / max(1, min(len(own), len(theirs))), common


def _without(some: Hashes, others: Hashes) -> Hashes:
    return some[~np.isin(some, others)]


def _runs(texts: list[str]) -> Hashes:
    hashed = [_hashed(_WORD.findall(text.casefold())) for text in texts]
    every = np.concatenate(hashed) if hashed else np.empty(0, np.uint64)
    return np.unique(every[every % np.uint64(RUN_SAMPLE) == 0])


def _hashed(words: list[str]) -> Hashes:
    count = len(words) - COPY_RUN_WORDS + 1
    if count < 1:
        return np.empty(0, np.uint64)
    numbers = np.array([_number(word) for word in words], np.uint64)
    runs = np.zeros(count, np.uint64)
    for place in range(COPY_RUN_WORDS):
        runs = (runs ^ (runs >> _SHIFT)) * _SPREAD + numbers[place : place + count]
    runs *= _SPREAD
    return runs ^ (runs >> _SHIFT)


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
