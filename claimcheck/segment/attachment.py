"""Whether a "who" or "which" clause surely speaks of the noun that the parser hangs it on.

In "the mayor of the town, which ..." and "the aides of the senators, who ..." a parser mostly takes
the nearest noun. Number ("which was", "which were") and sense ("who" is a person, "which" is
none) often rule all nouns but one out; where they don't, the clause is better left uncut.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.annotate.references.names import (
    BODY_WORDS,
    CALENDAR,
    FIRST_NAMES,
    PERSON_NOUNS,
    PLACES,
    TITLES,
)
from claimcheck.segment.phrases import Token, is_verb

_NOUNS: Final = ("NN", "NNS", "NNP", "NNPS")
_SINGULAR: Final = frozenset(("is", "was", "has", "does"))
_PLURAL: Final = frozenset(("are", "were", "have", "do"))
# Of a whole clause rather than of its last noun "which" says: "which means", "which surprised her".
_OF_A_CLAUSE: Final = frozenset(
    "mean means meant make makes made lead leads led cause causes caused suggest suggests "
    "suggested surprise surprises surprised raise raises raised explain explains explained allow "
    "allows allowed prompt prompts prompted help helps helped anger angered require requires "
    "required force forces forced happen happens happened spark sparks sparked result results "
    "resulted".split()
)
_LINKING: Final = ("pobj", "dobj", "conj")


def is_surely_of(clause: Token, pronoun: Token) -> bool:
    """Tell whether a relative clause with a comma before it surely speaks of `clause.head`.

    `pronoun` is its subject: "who", "which".
    """
    noun = clause.head
    first = clause.left_edge.i
    inside = {token.i for token in noun.subtree}
    if noun.i >= first or any(place not in inside for place in range(noun.i, first)):
        return False
    others = list(_others(noun, first))
    if noun.text in CALENDAR or (pronoun.lower_ == "which" and clause.lower_ in _OF_A_CLAUSE):
        return False
    if _disagrees(noun, clause) or (others and _fits(noun, pronoun) is False):
        return False
    return all(_disagrees(one, clause) or _fits(one, pronoun) is False for one in others)


def _others(noun: Token, end: int) -> Iterator[Token]:
    """Yield the other nouns that a clause beginning at `end` could speak of."""
    above = noun
    while above.dep_ in ("pobj", "conj") and above.head.i < above.i:
        above = above.head
        while above.dep_ == "prep" and above.head.i < above.i:
            above = above.head
        if is_verb(above):
            break
        if above.tag_ in _NOUNS:
            yield above
    for token in noun.subtree:
        if noun.i < token.i < end and token.tag_ in _NOUNS and token.dep_ in _LINKING:
            yield token


def _disagrees(noun: Token, clause: Token) -> bool:
    """Tell whether a noun and the verb of a clause differ in number, where both show it."""
    verbs = [one for one in clause.children if one.dep_ in ("aux", "auxpass")] or [clause]
    form = verbs[0]
    if form.lower_ in _SINGULAR or form.tag_ == "VBZ":
        return bool(noun.tag_ == "NNS")
    if form.lower_ in _PLURAL or form.tag_ == "VBP":
        has_more = any(child.dep_ == "conj" for child in noun.children)
        return noun.tag_ in ("NN", "NNP") and not has_more
    return False


def _fits(noun: Token, pronoun: Token) -> bool | None:
    """Tell whether a noun names a person as "who" wants, or none as "which"; None if unsure."""
    person = _is_person(noun)
    if person is None or pronoun.lower_ not in ("who", "which"):
        return None
    return person is (pronoun.lower_ == "who")


def _is_person(noun: Token) -> bool | None:
    low = noun.lower_
    if noun.tag_ in ("NN", "NNS"):
        return low in PERSON_NOUNS or (noun.tag_ == "NNS" and low.removesuffix("s") in PERSON_NOUNS)
    words = [child.text for child in noun.lefts if child.dep_ in ("compound", "nmod")]
    name = " ".join([*words, noun.text])
    if name in PLACES or name in CALENDAR or BODY_WORDS.intersection((*words, noun.text)):
        return False
    return True if FIRST_NAMES.union(TITLES).intersection(words) else None
