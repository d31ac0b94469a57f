"""Which words of WordNet the English lexicon keeps, and in which of their meanings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.training.wordnet import INSTANCE, Sense, Synset, WordNet

# A word keeps its first meaning, and of the next three those tagged twice and 15 % as often as the
# most frequent one, so that "run" isn't a word for dying nor "say" for alleging. The second is kept
# besides where so little was tagged that the counts say nothing against it.
MAX_SENSES: Final = 4
MIN_SHARE: Final = 0.15
MIN_COUNT: Final = 2
FEW_TAGS: Final = 30
# Lexicographer's files, lexnames(5).
_ANIMAL, _BODY, _FOOD, PERSON, _PLANT, _SUBSTANCE = 5, 8, 13, 18, 20, 27
NATURE: Final = frozenset({_ANIMAL, _BODY, _FOOD, _PLANT, _SUBSTANCE})


def frequent_senses(wordnet: WordNet, letter: str) -> dict[str, list[Sense]]:
    """Return the frequent senses of the words that are kept, by lemma in alphabetical order.

    `letter` is a part of speech of `wordnet.FILES`.
    """
    found = {}
    for lemma, senses in sorted(wordnet.senses[letter].items()):
        common = [one for one in senses if not _is_instance(wordnet.synsets[one.synset], lemma)]
        if common and _is_kept(lemma, letter, common, wordnet):
            found[lemma] = list(_most_frequent(common))
    return found


def _is_instance(synset: Synset, lemma: str) -> bool:
    """Tell whether the lemma names one thing alone, or is the Latin name of a kind."""
    if any(one.symbol == INSTANCE for one in synset.pointers):
        return True
    written = [word for word in synset.words if word.lower() == lemma]
    return synset.domain != PERSON and all(word[0].isupper() for word in written)


def _is_kept(lemma: str, letter: str, senses: Sequence[Sense], wordnet: WordNet) -> bool:
    """Tell whether a word is of use: tagged, or no compound, natural history or quality."""
    if not lemma.replace("-", "").replace(" ", "").isalpha():
        return False
    domains = {wordnet.domain(one) for one in senses}
    if letter != "n" or any(one.count for one in senses):
        return True
    if domains <= NATURE or lemma.endswith("ness"):
        return False
    return " " not in lemma or domains == {PERSON}


def _most_frequent(senses: Sequence[Sense]) -> Iterator[Sense]:
    top = max(one.count for one in senses)
    for rank, one in enumerate(senses[:MAX_SENSES]):
        is_tagged = one.count >= max(MIN_COUNT, MIN_SHARE * top)
        if rank == 0 or is_tagged or (rank == 1 and top <= FEW_TAGS):
            yield one
