"""Reading a WordNet dictionary folder, in the format of its manual pages wndb(5) and cntlist(5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claimcheck.errors import InputError

FILES: Final = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# The part of speech behind the digit of a sense key; 5 is a satellite adjective.
_TYPES: Final = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
# Where an adjective may stand, such as `(a)` before its noun only; no part of the word.
_MARKER = re.compile(r"\((?:a|p|ip)\)$")

# Symbols of pointers, wninput(5): kind of, the one instance of, similar to, opposite of, derived.
KIND, INSTANCE, SIMILAR, OPPOSITE, DERIVED = "@", "@i", "&", "!", "+"

# The part of speech and the place in its data file.
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relation of a synset; of its word `source` to the word `target` unless both are 0."""

    symbol: str
    synset: Key
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one meaning, as they are written, spaces in place of underscores.

    `domain` is the number of the lexicographer's file, lexnames(5).
    """

    domain: int
    is_satellite: bool
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]

    def related(self, *symbols: str) -> Iterator[Key]:
        """Yield the synsets that a pointer of one of the `symbols` leads to."""
        return (one.synset for one in self.pointers if one.symbol in symbols)


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a lemma, and how often it was tagged in WordNet's texts."""

    synset: Key
    count: int


@dataclass(frozen=True, slots=True)
class WordNet:
    """A dictionary; `senses` and `exceptions` by part of speech (n, v, a, r) and lemma.

    Lemmas are in lower case, their senses ordered from the most frequent one; an exception gives
    the base forms of an irregular form.
    """

    synsets: Mapping[Key, Synset]
    senses: Mapping[str, Mapping[str, tuple[Sense, ...]]]
    exceptions: Mapping[str, Mapping[str, tuple[str, ...]]]

    def linked(self, lemma: str, key: Key, symbol: str) -> Iterator[str]:
        """Yield the lemmas that pointers of a lemma, as a word of the synset `key`, lead to."""
        synset = self.synsets[key]
        for one in synset.pointers:
            if one.symbol == symbol and synset.words[one.source - 1].lower() == lemma:
                yield self.synsets[one.synset].words[one.target - 1].lower()

    def tags(self, pos: str, lemma: str) -> int:
        """Return how often a lemma was tagged, in all its meanings."""
        return sum(one.count for one in self.senses[pos].get(lemma, ()))

    def domain(self, sense: Sense) -> int:
        """Return the lexicographer's file of a sense."""
        return self.synsets[sense.synset].domain


def read_wordnet(folder: Path) -> WordNet:
    """Read a dictionary folder. Raises InputError."""
    try:
        counts = _counts(folder)
        return WordNet(
            {key: synset for pos in FILES for key, synset in _synsets(folder, pos)},
            {pos: dict(_lemmas(folder, pos, counts)) for pos in FILES},
            {pos: dict(_exceptions(folder, pos)) for pos in FILES},
        )
    except OSError as error:
        raise InputError(
            f"The dictionary file {error.filename} cannot be read ({error.strerror}).",
            "Name the folder of WordNet's index and data files.",
        ) from error


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file without the licence, whose lines begin with spaces."""
    with path.open(encoding="utf-8") as file:
        yield from (line.rstrip() for line in file if line.strip() and not line.startswith("  "))


def _counts(folder: Path) -> dict[tuple[str, str, int], int]:
    counts = {}
    for line in _lines(folder / "cntlist.rev"):
        sense_key, number, count = line.split()
        lemma, _, rest = sense_key.partition("%")
        counts[_TYPES[rest[0]], lemma.replace("_", " "), int(number)] = int(count)
    return counts


def _synsets(folder: Path, pos: str) -> Iterator[tuple[Key, Synset]]:
    for line in _lines(folder / f"data.{FILES[pos]}"):
        offset, domain, kind, words, *fields = line.partition(" | ")[0].split()
        end = 2 * int(words, 16)
        names = tuple(_MARKER.sub("", word).replace("_", " ") for word in fields[:end:2])
        starts = range(end + 1, end + 1 + 4 * int(fields[end]), 4)
        pointers = tuple(_pointer(fields[start : start + 4]) for start in starts)
        yield (pos, int(offset)), Synset(int(domain), kind == "s", names, pointers)


def _pointer(fields: list[str]) -> Pointer:
    symbol, offset, pos, words = fields
    return Pointer(symbol, (pos, int(offset)), int(words[:2], 16), int(words[2:], 16))


def _lemmas(
    folder: Path, pos: str, counts: Mapping[tuple[str, str, int], int]
) -> Iterator[tuple[str, tuple[Sense, ...]]]:
    for line in _lines(folder / f"index.{FILES[pos]}"):
        lemma, _, senses, *rest = line.split()
        lemma = lemma.replace("_", " ")
        yield (
            lemma,
            tuple(
                Sense((pos, int(offset)), counts.get((pos, lemma, number), 0))
                for number, offset in enumerate(rest[-int(senses) :], 1)
            ),
        )


def _exceptions(folder: Path, pos: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in _lines(folder / f"{FILES[pos]}.exc"):
        form, *bases = (word.replace("_", " ") for word in line.split())
        yield form, tuple(bases)
