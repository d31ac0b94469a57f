"""What English words have to do with each other: base forms, synonyms, opposites, kinds and acts.

The data are drawn from WordNet 3.0 (Fellbaum 1998) by `claimcheck.training.lexicon`, which keeps
the frequent meanings of each word only; what news needs and WordNet lacks stands in `acts`,
`equals` and `opposites`.
Words are given as lemmas in lower case, as `lemma` returns them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from claimcheck.annotate.lexicon.acts import ACTS
from claimcheck.annotate.lexicon.equals import EQUALS
from claimcheck.annotate.lexicon.opposites import OPPOSITES
from claimcheck.checksums import sha256
from claimcheck.errors import ModelError


class Pos(StrEnum):
    """A part of speech."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"


DATA: Final = Path(__file__).with_name("english.json.gz")
_SHA256: Final = "c769cd24d764a6eab671f95c97ff80dbcce07142d72100293a24126924cdf4e0"
# WordNet's rules of detachment, morphy(7): an ending and what stands in its place.
_ENDINGS: Final = {
    Pos.NOUN: (
        ("ies", "y"),
        ("ses", "s"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("s", ""),
    ),
    Pos.VERB: (
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("s", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    Pos.ADJECTIVE: (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    Pos.ADVERB: (("er", ""), ("est", "")),
}
# Endings that look like a plural's.
_SINGULAR: Final = ("ss", "us", "is")
# How far a broader noun may stand above another, and how many of its meanings count.
_STEPS: Final = 4
_SENSES: Final = 2
# WordNet has them as groups, as animals or not at all.
_PEOPLE: Final = frozenset("folk folks human individual influencer people person".split())
_NONE: Final[frozenset[int]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Table:
    """The words of one part of speech; synsets are numbers.

    `senses` gives the frequent meanings of a lemma, `broader` the synsets above a synset; those
    under `persons` are of persons.
    """

    senses: Mapping[str, Sequence[int]]
    persons: int
    broader: Sequence[Sequence[int]]
    irregular: Mapping[str, str]
    antonyms: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    tables: Mapping[Pos, _Table]
    acts: Mapping[str, str]


def lemma(word: str, pos: Pos) -> str:
    """Return the base form of a word in lower case; the word itself where none is known."""
    word = word.lower()
    table = _lexicon().tables[pos]
    if irregular := table.irregular.get(word):
        return irregular
    if word in table.senses:
        return word
    return next((base for base in regular_bases(word, pos) if base in table.senses), word)


def regular_bases(word: str, pos: Pos) -> Iterator[str]:
    """Yield what a word in lower case may be a regular form of, known or not."""
    if pos is Pos.NOUN and word.endswith(_SINGULAR):
        return
    for ending, base in _ENDINGS[pos]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + base


def are_synonyms(a: str, b: str, pos: Pos) -> bool:
    """Tell whether two lemmas share one of their frequent meanings, as a word does with itself."""
    if a == b or not EQUALS[pos].get(a, _NONE).isdisjoint(EQUALS[pos].get(b, _NONE)):
        return True
    senses = _lexicon().tables[pos].senses
    return not frozenset(senses.get(a, ())).isdisjoint(senses.get(b, ()))


def are_antonyms(a: str, b: str, pos: Pos) -> bool:
    """Tell whether two lemmas are opposites in a frequent meaning; in either order."""
    if (a, b) in OPPOSITES[pos]:
        return True
    antonyms = _lexicon().tables[pos].antonyms
    return b in antonyms.get(a, ()) or a in antonyms.get(b, ())


def verb_of(noun: str) -> str | None:
    """Return the verb whose act or event a noun names: "denial" gives "deny".

    None for other nouns. A noun in -ing that the lexicon lacks is taken for its verb.
    """
    lexicon = _lexicon()
    if verb := ACTS.get(noun) or lexicon.acts.get(noun):
        return verb
    if noun.endswith("ing") and noun not in lexicon.tables[Pos.NOUN].senses:
        verb = lemma(noun, Pos.VERB)
        return verb if verb != noun else None
    return None


def is_broader(a: str, b: str) -> bool:
    """Tell whether noun `a` names a kind of thing that noun `b` is one of, up to four steps up.

    What nearly everything is, such as an object, an act or a person, is nobody's kind.
    """
    table = _lexicon().tables[Pos.NOUN]
    wanted = table.senses.get(a, ())
    level: Sequence[int] = table.senses.get(b, ())[:_SENSES]
    for _ in range(_STEPS):
        level = [above for one in level for above in table.broader[one]]
        if not frozenset(wanted).isdisjoint(level):
            return True
    return False


def is_person(noun: str) -> bool:
    """Tell whether a noun names a person, or persons, in its first or second frequent meaning."""
    table = _lexicon().tables[Pos.NOUN]
    senses = table.senses.get(noun, ())[:_SENSES]
    return noun in _PEOPLE or any(one < table.persons for one in senses)


def are_related_verbs(a: str, b: str) -> bool:
    """Tell whether one verb is a manner of doing the other, or both are of a third.

    A weaker tie than being synonyms; opposites are not related.
    """
    table = _lexicon().tables[Pos.VERB]
    senses_a, senses_b = (table.senses.get(one, ())[:_SENSES] for one in (a, b))
    above_a, above_b = (
        {above for one in senses for above in table.broader[one]} for senses in (senses_a, senses_b)
    )
    if are_antonyms(a, b, Pos.VERB):
        return False
    return not (
        above_a.isdisjoint(senses_b)
        and above_b.isdisjoint(senses_a)
        and above_a.isdisjoint(above_b)
    )


@cache
def _lexicon() -> _Lexicon:
    """Return the shipped lexicon, read once per process. Raises ModelError."""
    try:
        if sha256(DATA) != _SHA256:
            raise ModelError(f"The lexicon {DATA} was changed.", "Reinstall claimcheck.")
        data = json.loads(gzip.decompress(DATA.read_bytes()))
    except OSError as error:
        raise ModelError(
            f"The lexicon {DATA} cannot be read ({error.strerror}).", "Reinstall claimcheck."
        ) from error
    return _Lexicon({pos: _table(data[pos]) for pos in Pos}, data["acts"])


def _table(data: Mapping[str, Any]) -> _Table:
    return _Table(
        dict(zip(data["lemmas"].split("|"), data["senses"], strict=True)),
        data["persons"],
        data["broader"],
        data["irregular"],
        data["antonyms"],
    )
