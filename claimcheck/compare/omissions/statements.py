"""Claims taken apart for comparing hundreds with hundreds."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from claimcheck.compare.tokens import content_stems, tokenize
from claimcheck.datatypes import Claim

Vectors: TypeAlias = npt.NDArray[np.float32]
Words: TypeAlias = tuple[str, ...]

_SENTENCE_END: Final = re.compile(r"[.!][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Told:
    """Claims with their vectors: shape (len(claims), dimension), each of length 1."""

    claims: Sequence[Claim]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim's words, in order, and the stems of those that carry content."""

    claim: Claim
    words: Words
    stems: frozenset[str]

    @property
    def is_sentence(self) -> bool:
        """Tell whether it ends as a sentence does; headings, list items and links do not."""
        return bool(_SENTENCE_END.search(self.claim.text))


def statements(claims: Iterable[Claim]) -> list[Statement]:
    """Take claims apart."""
    return [_statement(claim) for claim in claims]


def _statement(claim: Claim) -> Statement:
    tokens = tokenize(claim.reading or claim.text)
    words = tuple(token.word for token in tokens)
    return Statement(claim, words, frozenset(content_stems(tokens)))


def runs(words: Sequence[str], length: int) -> set[Words]:
    """Return every run of so many words."""
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling a stem is within a story: those that stand in few of its claims tell most."""

    counts: Counter[str]
    claims: int

    @classmethod
    def of(cls, told: Sequence[Statement]) -> Weights:
        """Count in how many of the claims each stem stands."""
        return cls(Counter(stem for one in told for stem in one.stems), len(told))

    def share(self, part: Iterable[str], whole: Iterable[str]) -> float:
        """Return which share (0 to 1) of what `whole` tells is told by `part` of it."""
        return self._sum(part) / max(1e-9, self._sum(whole))

    def overlap(self, one: Statement, other: Statement) -> float:
        """Return which share (0 to 1) of the one that has fewer stems stands in the other."""
        fewer = min(one.stems, other.stems, key=len)
        return self.share(one.stems & other.stems, fewer)

    def _sum(self, stems: Iterable[str]) -> float:
        return math.fsum(math.log((self.claims + 1) / (self.counts[stem] + 0.5)) for stem in stems)
