"""The recipe of the English lexicon.

    python -m claimcheck.training.lexicon /usr/share/wordnet OUT

The first is a folder of WordNet 3.0's dictionary files (Fellbaum 1998; Debian has them in its
package wordnet-base); OUT is `claimcheck/annotate/lexicon/english.json.gz`. Prints its size and
its checksum, to be put into `annotate.lexicon`.

Left out are meanings that are rare for their word, words for single persons, places and the like,
the Latin names of kinds, and compounds that were never tagged in WordNet's texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from claimcheck.annotate.lexicon.lexicon import Pos, regular_bases
from claimcheck.checksums import sha256
from claimcheck.training.nominalisations import verbs_of_acts
from claimcheck.training.vocabulary import PERSON, frequent_senses
from claimcheck.training.wordnet import KIND, OPPOSITE, SIMILAR, Key, Sense, WordNet, read_wordnet

LETTERS: Final = {Pos.VERB: "v", Pos.NOUN: "n", Pos.ADJECTIVE: "a", Pos.ADVERB: "r"}
# A noun with more kinds under it says next to nothing of them: entity, person, artifact, act,
# device, structure; kept are organization, food and worker. A verb likewise: change, be, move.
MAX_KINDS: Final = 1300
MAX_MANNERS: Final = 50
# Verbs of their own, though WordNet's texts have them more often as a form of another.
OWN_VERBS: Final = frozenset({"wound"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wordnet", type=Path, help="a folder of index, data and .exc files")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    write(lexicon_of(read_wordnet(options.wordnet)), options.out)
    print(f"{options.out.stat().st_size / 1e3:.0f} kB, sha256 {sha256(options.out)}")


def write(lexicon: Mapping[str, Any], target: Path) -> None:
    """Write a lexicon as compressed JSON, the same bytes whenever it is made."""
    text = json.dumps(lexicon, separators=(",", ":"), ensure_ascii=False)
    target.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


def lexicon_of(wordnet: WordNet) -> dict[str, Any]:
    """Return what `annotate.lexicon` reads: a table for each part of speech, and acts."""
    kept = {pos: frequent_senses(wordnet, letter) for pos, letter in LETTERS.items()}
    return {
        **{pos: _table(wordnet, pos, kept[pos]) for pos in Pos},
        "acts": verbs_of_acts(wordnet, kept[Pos.NOUN]),
    }


def _table(wordnet: WordNet, pos: Pos, kept: Mapping[str, Sequence[Sense]]) -> dict[str, Any]:
    """Return the words of a part of speech, with numbers in place of their synsets.

    Persons have the lowest numbers; `persons` says how many they are.
    """
    antonyms = _antonyms(wordnet, kept)
    if pos in (Pos.ADJECTIVE, Pos.ADVERB):
        kept = dict(_tied(kept, antonyms))
    keys = [one.synset for senses in kept.values() for one in senses]
    persons = [key for key in keys if wordnet.synsets[key].domain == PERSON]
    numbers = {key: number for number, key in enumerate(dict.fromkeys([*persons, *keys]))}
    return {
        "lemmas": "|".join(kept),
        "senses": [[numbers[one.synset] for one in senses] for senses in kept.values()],
        "persons": len(set(persons)),
        "broader": list(_broader(wordnet, pos, numbers)) if pos in (Pos.NOUN, Pos.VERB) else [],
        "irregular": _irregular(wordnet, pos, kept),
        "antonyms": antonyms,
    }


def _tied(
    kept: Mapping[str, Sequence[Sense]], antonyms: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Sequence[Sense]]]:
    """Yield the words that were tagged, or that have a synonym or an antonym."""
    uses = Counter(one.synset for senses in kept.values() for one in senses)
    for lemma, senses in kept.items():
        if lemma in antonyms or any(one.count or uses[one.synset] > 1 for one in senses):
            yield lemma, senses


def _broader(wordnet: WordNet, pos: Pos, numbers: dict[Key, int]) -> Iterator[list[int]]:
    """Yield for each number the numbers of the synsets directly above it; new ones are added."""
    limit = MAX_KINDS if pos is Pos.NOUN else MAX_MANNERS
    sizes = _sizes(wordnet, LETTERS[pos], pos is Pos.NOUN)
    queue = list(numbers)
    for key in queue:
        above = [one for one in wordnet.synsets[key].related(KIND) if sizes[one] <= limit]
        new = [one for one in above if one not in numbers]
        numbers.update((one, len(numbers) + place) for place, one in enumerate(new))
        queue += new
        yield [numbers[one] for one in above]


def _sizes(wordnet: WordNet, letter: str, is_deep: bool) -> dict[Key, int]:
    """Return how many synsets stand under each one, all the way down or one step."""
    below: dict[Key, list[Key]] = defaultdict(list)
    for key, synset in wordnet.synsets.items():
        for above in synset.related(KIND):
            below[above].append(key)

    @cache
    def all_below(key: Key) -> frozenset[Key]:
        return frozenset({key}).union(*map(all_below, below[key]))

    return {
        key: len(all_below(key)) if is_deep else len(below[key])
        for key in list(wordnet.synsets)
        if key[0] == letter
    }


def _irregular(wordnet: WordNet, pos: Pos, kept: Mapping[str, Sequence[Sense]]) -> dict[str, str]:
    """Return the base of each form that the rules would get wrong.

    Of several bases, and a form that is a word of its own ("wound", "news"), the one tagged most
    often counts; verbs that look like a regular form of another ("seed") are always their own.
    """
    found = {}
    for form, bases in wordnet.exceptions[LETTERS[pos]].items():
        base = _most_tagged([*bases, form], kept)
        if base and base != form and form not in OWN_VERBS:
            found[form] = base
    for form in kept if pos is not Pos.VERB else ():
        base = _most_tagged([form, *regular_bases(form, pos)], kept)
        if base != form:
            found.setdefault(form, base)
    return found


def _most_tagged(words: Iterable[str], kept: Mapping[str, Sequence[Sense]]) -> str:
    known = [word for word in words if word in kept]
    return max(known, key=lambda word: sum(one.count for one in kept[word]), default="")


def _antonyms(wordnet: WordNet, kept: Mapping[str, Sequence[Sense]]) -> dict[str, list[str]]:
    found = {}
    for lemma, senses in kept.items():
        direct = {other for one in senses for other in wordnet.linked(lemma, one.synset, OPPOSITE)}
        others = (direct | set(_indirect(wordnet, senses[0]))) & kept.keys()
        if others:
            found[lemma] = sorted(others)
    return found


def _indirect(wordnet: WordNet, first: Sense) -> Iterator[str]:
    """Yield the antonyms of the head that an adjective is similar to in its first sense.

    Nothing comes of seldom words, nor where there are several heads: "green" isn't "achromatic".
    """
    synset = wordnet.synsets[first.synset]
    heads = list(synset.related(SIMILAR)) if synset.is_satellite and first.count else []
    if len(heads) == 1:
        lemmas = {word.lower() for word in wordnet.synsets[heads[0]].words}
        found = {one for lemma in lemmas for one in wordnet.linked(lemma, heads[0], OPPOSITE)}
        yield from (one for one in found if wordnet.tags("a", one))


if __name__ == "__main__":
    main()
