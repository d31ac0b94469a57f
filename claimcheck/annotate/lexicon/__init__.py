"""An English lexicon for comparing claims."""

from claimcheck.annotate.lexicon.lexicon import (
    Pos,
    are_antonyms,
    are_related_verbs,
    are_synonyms,
    is_broader,
    is_person,
    lemma,
    verb_of,
)

__all__ = [
    "Pos",
    "are_antonyms",
    "are_related_verbs",
    "are_synonyms",
    "is_broader",
    "is_person",
    "lemma",
    "verb_of",
]
