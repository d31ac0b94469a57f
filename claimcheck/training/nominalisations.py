"""Which verb a noun names the act or event of, by WordNet's links of derivation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from claimcheck.training.vocabulary import NATURE, PERSON
from claimcheck.training.wordnet import DERIVED, Sense, WordNet

# A word that is noun and verb names an act if it was tagged as a verb half as often at least.
MIN_VERB: Final = 0.5
# Nouns that mean in news, as often as not, something that nobody does.
NO_ACTS: Final = frozenset(
    """
    absence accounting action address administration aim approach article attention balance
    brand case catalogue certificate charge chart class code command comment communication
    communion concern condition conduct constitution contract copy count cover credit deal
    design detail display document documentary double dress drift drink drive end engineering
    equation equilibrium evidence favor favour figure file finance fire form frame function gift
    grant guide hand head honor honour host indicator information institution insurance intent
    intonation issue joke judge label lack lead legislation letter level license like line link
    list loan log look mail management mark market match matter meaning medicine mention message
    minute model modifier motion mystery name need note number offence offense opener opinion
    outline page pair party passage patrol penalty place play point portrait position post power
    practice precedent press print procedure proceedings procession profile program project
    proposition provision purpose quackery question radiation range rate reason record reference
    register relation remedy resolution result revelation revolution risk rule salvation sample
    scale schedule score sense set setback show side sign single site song sound source spark
    spot spur stage stand standard state station stem step storage stream stress stride stroke
    study style subject sum surprise syllable tag tale talk tap telephone television term tick
    time tip title tool touch trade trip triple trouble turn use vacation value version view
    voice war water wave way will witness word work""".split()
)
# Lexicographer's files, lexnames(5): what a noun is when something is done or happens.
_ACT, _COMMUNICATION, _EVENT, _PROCESS = 4, 10, 11, 22
_ARTIFACT, _GROUP, _LOCATION, _OBJECT, _SHAPE = 6, 14, 15, 17, 25
_HAPPENING: Final = frozenset({_ACT, _COMMUNICATION, _EVENT, _PROCESS})
_THING: Final = NATURE | {_ARTIFACT, _GROUP, _LOCATION, _OBJECT, PERSON, _SHAPE}
# What a noun made of a verb ends in, and what the verb does.
_ACT_ENDINGS: Final = (
    ("ment", ""),
    ("ation", ""),
    ("ation", "e"),
)


def verbs_of_acts(wordnet: WordNet, kept: Mapping[str, Sequence[Sense]]) -> dict[str, str]:
    """Return the verb of each noun that names what it does."""
    found = {}
    for noun, senses in kept.items():
        domains = [wordnet.domain(one) for one in senses]
        if noun in NO_ACTS or domains[0] in _THING or _HAPPENING.isdisjoint(domains):
            continue
        verbs = [verb for verb in _verbs(wordnet, noun) if _is_like(wordnet, noun, verb)]
        if verbs:
            found[noun] = max(verbs, key=lambda verb: _rank(wordnet, noun, verb))
    return found


def _verbs(wordnet: WordNet, noun: str) -> Iterator[str]:
    """Yield the verbs a noun is derived from: as WordNet links them, or by its ending."""
    for sense in wordnet.senses["n"][noun]:
        yield from wordnet.linked(noun, sense.synset, DERIVED)
    for ending, base in _ACT_ENDINGS:
        if noun.endswith(ending):
            yield noun.removesuffix(ending) + base


def _is_like(wordnet: WordNet, noun: str, verb: str) -> bool:
    """Tell whether a verb is no longer than its noun; the same word has to be more of a verb."""
    if verb == noun:
        is_verb = wordnet.tags("v", verb) >= MIN_VERB * wordnet.tags("n", noun)
        return is_verb and wordnet.domain(wordnet.senses["n"][noun][0]) in _HAPPENING
    return verb in wordnet.senses["v"] and len(verb) <= len(noun) + 1


def _rank(wordnet: WordNet, noun: str, verb: str) -> tuple[bool, int, str]:
    return wordnet.tags("v", verb) > 0, _shared(noun, verb), verb


def _shared(noun: str, verb: str) -> int:
    """Return how many letters two words have in common at their beginnings."""
    return len(list(takewhile(lambda both: both[0] == both[1], zip(noun, verb, strict=False))))
