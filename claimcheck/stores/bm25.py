"""BM25 over the words of claims: posting lists in one file, read in place.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); the weight
of a word in a claim is worked out when the file is written (as in Lù, "BM25S", 2024), so that a
search only adds up. Claims are compared with a fixed average length: their weights then do not
depend on how the claims are spread over files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from claimcheck.errors import IndexDamaged
from claimcheck.settings import (
    BM25_AVERAGE_WORDS,
    BM25_LENGTH_SHARE,
    BM25_MIN_CANDIDATES,
    BM25_POSTINGS,
    BM25_SATURATION,
)
from claimcheck.stores.base import Ids, Keep, Vectors
from claimcheck.stores.exact import kept_mask
from claimcheck.stores.terms import term_of, words_of

Texts: TypeAlias = Iterable[tuple[int, str]]
_Claims: TypeAlias = npt.NDArray[np.int32]
_Keys: TypeAlias = npt.NDArray[np.int64]

# One posting is one number: the term, the claim and the weight, so that sorting sorts all three.
_WEIGHT_BITS: Final = 8
_CLAIM_BITS: Final = 28
_MAX_WEIGHT: Final = (1 << _WEIGHT_BITS) - 1
_CLAIMS_PER_PART: Final = 50_000
_MAGIC: Final = b"claimcheck-bm25\n"
_ALIGNED: Final = 64
_SECTIONS: Final = (
    ("hashes", np.uint64),
    ("starts", np.int64),
    ("claims", np.int32),
    ("weights", np.uint8),
)


class Bm25Store:
    """The words of claims with ids from 0 to `width` - 1, of which `size` exist.

    `hashes` (t,) are the terms, ascending; the claims of term i are
    `claims[starts[i]:starts[i + 1]]`, ascending, with their `weights` (0 to 255).
    """

    def __init__(self, width: int, size: int, **sections: npt.NDArray[Any]) -> None:
        self._width = width
        self._size = size
        self._hashes = sections["hashes"]
        self._starts = sections["starts"]
        self._claims: _Claims = sections["claims"]
        self._weights = sections["weights"]
        self._scores: Vectors | None = None

    @classmethod
    def build(cls, texts: Texts) -> Bm25Store:
        """Return a store over pairs of id and text, with ascending ids below 2 ** 28."""
        numbers, parts = _TermNumbers(), []
        part = _Part(numbers)
        width = size = 0
        for claim_id, text in texts:
            part.add(claim_id, text)
            width, size = claim_id + 1, size + 1
            if len(part) == _CLAIMS_PER_PART:
                parts.append(part.keys())
                part = _Part(numbers)
        parts.append(part.keys())
        keys = np.concatenate(parts)
        hashes = np.array([_hash(term) for term in numbers.known], np.uint64)
        order = np.argsort(hashes)
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        terms = places[keys >> (_CLAIM_BITS + _WEIGHT_BITS)]
        keys = (terms << (_CLAIM_BITS + _WEIGHT_BITS)) | (
            keys & ((1 << (_CLAIM_BITS + _WEIGHT_BITS)) - 1)
        )
        keys.sort()
        counts = np.bincount(keys >> (_CLAIM_BITS + _WEIGHT_BITS), minlength=len(order))
        return cls(
            width,
            size,
            hashes=hashes[order],
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            claims=((keys >> _WEIGHT_BITS) & ((1 << _CLAIM_BITS) - 1)).astype(np.int32),
            weights=(keys & _MAX_WEIGHT).astype(np.uint8),
        )

    @classmethod
    def load(cls, path: Path) -> Bm25Store:
        """Map a file that `save` wrote; its checksum has been compared before.

        Raises IndexDamaged.
        """
        try:
            data = np.asarray(np.memmap(path, np.uint8, mode="r"))
            if data[: len(_MAGIC)].tobytes() != _MAGIC:
                raise ValueError("no such header")
            head = data[_ALIGNED : 2 * _ALIGNED].view(np.int64)[: 2 + len(_SECTIONS)]
            width, size, *lengths = (int(number) for number in head)
            sections, start = {}, 2 * _ALIGNED
            for (name, kind), length in zip(_SECTIONS, lengths, strict=True):
                end = start + length * np.dtype(kind).itemsize
                sections[name] = data[start:end].view(kind)
                start = _aligned(end)
        except (ValueError, OSError) as error:
            raise IndexDamaged(
                f"{path} is no file of words ({error}).", "claimcheck repair"
            ) from error
        return cls(width, size, **sections)

    def save(self, path: Path) -> None:
        """Write to `path`; raises OSError. The caller makes it atomic."""
        sections = [np.asarray(getattr(self, f"_{name}")) for name, _ in _SECTIONS]
        head = np.array([self._width, self._size, *map(len, sections)], np.int64).tobytes()
        with path.open("wb") as file:
            file.write(_MAGIC.ljust(_ALIGNED, b"\0"))
            file.write(head.ljust(_ALIGNED, b"\0"))
            for section in sections:
                file.write(section.tobytes())
                file.write(b"\0" * (_aligned(file.tell()) - file.tell()))

    def __len__(self) -> int:
        return self._size

    def frequency(self, term: str) -> int:
        """Return how many claims hold a term."""
        start, end = self._range(term)
        return end - start

    def holds(self, claim: int, term: str) -> bool:
        """Tell whether a claim is known to hold a term."""
        start, end = self._range(term)
        place = start + int(np.searchsorted(self._claims[start:end], claim))
        return place < end and int(self._claims[place]) == claim

    def search(self, idf: Mapping[str, float], k: int, keep: Keep = None) -> tuple[Ids, Vectors]:
        """Return ids and scores of up to k kept claims, best first, equal scores by id.

        `idf` gives the terms and their weights, rarest first. Where the lists are long, those of
        the common terms no longer bring in claims of their own; they only add to the best of the
        others. Of the first ten over 1.5 million claims of AllSides, 99.7 % stay the same.
        """
        lists = [(self._range(term), weight) for term, weight in idf.items()]
        lists = [(where, weight) for where, weight in lists if where[1] > where[0]]
        if not lists:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        leading = _within_budget([end - start for (start, end), _ in lists])
        scores = self._zeros()
        claims = [self._claims[start:end] for (start, end), _ in lists]
        for (where, weight), held in zip(lists[:leading], claims, strict=False):
            scores[held] += self._shares(slice(*where), weight)
        found = np.concatenate(claims[:leading])
        kept = found if keep is None else found[kept_mask(found, keep)]
        wanted = k if leading == len(lists) else max(BM25_MIN_CANDIDATES, 10 * k)
        # A claim stands in `found` once for each of its terms.
        best = _best_distinct(kept, scores, wanted, leading)
        totals = scores[best]
        scores[found] = 0
        for (where, weight), held in zip(lists[leading:], claims[leading:], strict=True):
            places = np.minimum(np.searchsorted(held, best), len(held) - 1)
            holds = held[places] == best
            totals[holds] += self._shares(where[0] + places[holds], weight)
        order = np.lexsort((best, -totals))[:k]
        return best[order].astype(np.int64), np.asarray(totals[order], np.float32)

    def _shares(self, places: slice | Ids, weight: float) -> Vectors:
        """Return what postings add to the scores of their claims."""
        table = np.arange(_MAX_WEIGHT + 1, dtype=np.float32) * np.float32(weight / _MAX_WEIGHT)
        return np.asarray(table[self._weights[places]], np.float32)

    def _zeros(self) -> Vectors:
        """Return a zero for every claim; whoever writes to it cleans up.

        Over ten million claims a fresh array takes longer to get than the search it is for.
        """
        if self._scores is None:
            self._scores = np.zeros(self._width, np.float32)
        return self._scores

    def _range(self, term: str) -> tuple[int, int]:
        wanted = np.uint64(_hash(term))
        place = int(np.searchsorted(self._hashes, wanted))
        if place == len(self._hashes) or self._hashes[place] != wanted:
            return 0, 0
        return int(self._starts[place]), int(self._starts[place + 1])


def search_words(
    stores: Sequence[Bm25Store], text: str, k: int, keeps: Sequence[Keep]
) -> list[tuple[Ids, Vectors]]:
    """Search several stores with weights that count the claims of all of them."""
    frequencies = {
        term: sum(store.frequency(term) for store in stores) for term in telling_terms(text)
    }
    total = sum(map(len, stores))
    rarest_first = sorted(frequencies, key=lambda term: (frequencies[term], term))
    idf = {term: _idf(frequencies[term], total) for term in rarest_first}
    return [store.search(idf, k, keep) for store, keep in zip(stores, keeps, strict=True)]


def telling_terms(text: str) -> list[str]:
    """Return the different terms of `text`, in order."""
    telling = [term for word in words_of(text) if (term := term_of(word)) is not None]
    return list(dict.fromkeys(telling))


def _idf(frequency: int, total: int) -> float:
    return float(np.log1p((total - frequency + 0.5) / (frequency + 0.5)))


def _within_budget(lengths: list[int]) -> int:
    """Return how many of the lists, shortest first, are read whole: at least one."""
    return max(1, int(np.searchsorted(np.cumsum(lengths), BM25_POSTINGS, side="right")))


def _best_distinct(found: _Claims, scores: Vectors, wanted: int, repeats: int) -> _Claims:
    """Return at least `wanted` different claims of `found` with the highest scores, ascending.

    `repeats` is how often a claim may stand in `found`.
    """
    distinct = np.unique(_highest(found, scores, wanted * repeats))
    return _highest(distinct, scores, wanted)


def _highest(claims: _Claims, scores: Vectors, wanted: int) -> _Claims:
    """Return the claims that score at least as high as the one in place `wanted`."""
    if len(claims) <= wanted:
        return claims
    values = scores[claims]
    # Most fall away at a bound that every eighth value shows to be low enough.
    sample = values[::8]
    if len(sample) > wanted // 2:
        likely = np.flatnonzero(values >= np.partition(sample, -(wanted // 4))[-(wanted // 4)])
        if len(likely) >= wanted:
            claims, values = claims[likely], values[likely]
    return np.asarray(claims[values >= np.partition(values, -wanted)[-wanted]], np.int32)


def _hash(term: str) -> int:
    """Return 64 bits that stand for a term; two of a million terms collide once in 37 million."""
    return int.from_bytes(hashlib.blake2b(term.encode("utf-8"), digest_size=8).digest(), "little")


def _aligned(place: int) -> int:
    return -(-place // _ALIGNED) * _ALIGNED


class _TermNumbers(dict[str, int]):
    """The number of the term behind each word, in order of appearance; -1 for none."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        term = term_of(word)
        number = -1 if term is None else self.known.setdefault(term, len(self.known))
        self[word] = number
        return number


class _Part:
    """Some claims on their way into posting lists."""

    def __init__(self, numbers: _TermNumbers) -> None:
        self._numbers = numbers
        self._ids: list[int] = []
        self._words: list[int] = []
        self._counts: list[int] = []

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, claim_id: int, text: str) -> None:
        before = len(self._words)
        self._words.extend(map(self._numbers.__getitem__, words_of(text)))
        self._ids.append(claim_id)
        self._counts.append(len(self._words) - before)

    def keys(self) -> _Keys:
        """Return one number per claim and different term: term, claim and weight."""
        terms = np.array(self._words, np.int64)
        rows = np.repeat(np.arange(len(self._ids)), np.array(self._counts, np.int64))
        telling = terms >= 0
        terms, rows = terms[telling], rows[telling]
        lengths = np.bincount(rows, minlength=len(self._ids))
        pairs, counts = np.unique((rows << _CLAIM_BITS) | terms, return_counts=True)
        rows, terms = pairs >> _CLAIM_BITS, pairs & ((1 << _CLAIM_BITS) - 1)
        relative = lengths[rows] / BM25_AVERAGE_WORDS
        slope = BM25_SATURATION * (1 - BM25_LENGTH_SHARE + BM25_LENGTH_SHARE * relative)
        weights = np.rint(counts / (counts + slope) * _MAX_WEIGHT).astype(np.int64)
        claims = np.array(self._ids, np.int64)[rows]
        keys = (terms << (_CLAIM_BITS + _WEIGHT_BITS)) | (claims << _WEIGHT_BITS) | weights
        return np.asarray(keys, np.int64)
