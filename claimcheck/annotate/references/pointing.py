"""Words that point to something said before: "this", "that deal", "the report".

What they stand for is often a whole passage, so it is never filled in; they are only found, so that
a reader is told that the claim leans on its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.descriptions import is_bare

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEMONSTRATIVES: Final = frozenset({"this", "that", "these", "those"})
_NOUNS: Final = ("NN", "NNS")
_AFTER: Final = ("prep", "relcl", "acl", "appos")
# The periods of `times`, and "that way", "this kind of".
_NOT_THINGS: Final = frozenset(
    "afternoon century day days decade evening fall fashion kind kinds manner moment month months "
    "morning night sort sorts spring summer time times type types way week weekend weeks winter "
    "year years".split()
)
# "In the face of", "off the table", "on the scene" name no thing.
_IDIOMS: Final = frozenset(
    "affirmative attention back backdrop background board bottom bow brink charge course day "
    "defensive door edge extent face field fly fore forefront go heels horizon job lead limelight "
    "line loose lookout loop make map mark move news number offensive ones open outset populace "
    "prowl radar rise road rocks ropes run scene sidelines spot stand table tune verge wake wall "
    "way wheel work works".split()
)
# There is one of these for everybody, named before or not.
_UNIQUE: Final = frozenset(
    "air beginning center constitution country economy end environment fact federal first "
    "former future government ground head heart house idea internet latter law left market "
    "media military middle moon nation one others past people planet point police poor "
    "present president press public question rest result rich right same senate side sun sky "
    "streets top truth universe war weather web world".split()
)


def pointing(sentences: Sequence[Sentence]) -> Iterator[tuple[int, list[Token]]]:
    """Yield the words that point to something before, each with the number of its sentence."""
    for number, sentence in enumerate(sentences):
        for token in sentence.doc:
            if token.lower_ in _DEMONSTRATIVES and _stands_alone(token):
                yield number, [token]
            elif _is_pointed_at(token) or _is_meant(token):
                yield number, list(token.doc[token.left_edge.i : token.i + 1])


def _stands_alone(token: Token) -> bool:
    """Tell whether "this" or "those" stands for a thing: not in "those who", "that of"."""
    if token.tag_ != "DT" or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    return not any(child.dep_ in _AFTER and child.i > token.i for child in token.children)


def _is_pointed_at(noun: Token) -> bool:
    """Tell whether a noun has "this" or "such" before it, and nothing behind that explains it."""
    if noun.tag_ not in _NOUNS or noun.lower_ in _NOT_THINGS or noun.dep_ == "compound":
        return False
    first = noun.doc[noun.left_edge.i]
    is_such = first.lower_ == "such" and first.head == noun
    is_this = first.lower_ in _DEMONSTRATIVES and first.dep_ == "det" and first.head == noun
    explained = any(child.dep_ in ("relcl", "acl") for child in noun.rights)
    return (is_this or is_such) and not explained


def _is_meant(noun: Token) -> bool:
    """Tell whether "the" and a noun alone stand for one thing that the article tells of."""
    word = _singular(noun)
    is_known = word in _UNIQUE | _NOT_THINGS | _IDIOMS or not word.isalpha()
    return noun.tag_ in _NOUNS and not is_known and is_bare(noun)


def _singular(noun: Token) -> str:
    low: str = noun.lower_
    return low[:-1] if noun.tag_ == "NNS" and low.endswith("s") else low
