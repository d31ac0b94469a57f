"""Bare descriptions ("the company", "the president") and the one name in the article they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.references.entities import Entity, Kind
from claimcheck.settings import DESCRIPTION_REACH

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Nouns for an office: they fit the one person of the article who bears the title.
_OFFICES: Final = {
    "president": ("President",),
    "senator": ("Senator", "Sen.", "Sen"),
    "governor": ("Governor", "Gov.", "Gov"),
    "mayor": ("Mayor",),
    "congressman": ("Congressman", "Rep.", "Rep", "Representative"),
    "congresswoman": ("Congresswoman", "Rep.", "Rep", "Representative"),
    "sheriff": ("Sheriff",),
    "chancellor": ("Chancellor",),
    "pope": ("Pope",),
    "judge": ("Judge",),
    "speaker": ("Speaker",),
}
# Nouns for a body: they fit the one body of the article whose name has one of the words.
_BODIES: Final = {
    "agency": ("Agency", "CIA", "EPA", "NSA", "FDA", "FEMA", "TSA"),
    "association": ("Association",),
    "bank": ("Bank",),
    "bureau": ("Bureau", "FBI"),
    "commission": ("Commission",),
    "committee": ("Committee",),
    "company": (
        "Inc",
        "Inc.",
        "Corp",
        "Corp.",
        "Corporation",
        "Co.",
        "Company",
        "Ltd",
        "Ltd.",
        "LLC",
    ),
    "council": ("Council",),
    "department": ("Department",),
    "foundation": ("Foundation",),
    "institute": ("Institute",),
    "ministry": ("Ministry",),
    "university": ("University",),
    "airline": ("Airlines", "Airways"),
}
# Those that fit bodies whose name doesn't tell.
_ANY_BODY: Final = frozenset({"agency", "bank", "company", "airline", "association"})
_OPEN: Final = frozenset({"countries", "sides", "nations", "men", "women", "leaders", "companies"})


_NOUNS = re.compile(rf"\b(?:{'|'.join((*_OFFICES, *_BODIES, *_OPEN))})\b", re.IGNORECASE)


def may_describe(sentence: str) -> bool:
    """Tell whether a sentence has a noun that `describing` knows."""
    return _NOUNS.search(sentence) is not None


class Described:
    """The bodies and office-holders of one article, by the nouns that fit nobody else in it."""

    def __init__(self, found: Sequence[Entity]) -> None:
        self._found = found
        self._known: dict[str, Entity | None] = {}

    def by(self, noun: str, number: int) -> Entity | None:
        """Return what `noun` describes in sentence `number`; None where that isn't sure."""
        if noun not in self._known:
            self._known[noun] = _only(noun, self._found)
        entity = self._known[noun]
        if entity is None:
            return None
        near = range(number - DESCRIPTION_REACH, number + 1)
        return entity if any(one.sentence in near for one in entity.mentions) else None


def describing(
    doc: Doc, number: int, described: Described
) -> Iterator[tuple[list[Token], Entity | None]]:
    """Yield the bare descriptions of sentence `number`, each with what it is sure to describe."""
    for token in doc:
        low = token.lower_
        if low in _OPEN:
            if token.i and _is_pair(token):
                yield list(doc[token.left_edge.i : token.i + 1]), None
        elif (low in _OFFICES or low in _BODIES) and token.tag_ == "NN" and is_bare(token):
            yield [doc[token.i - 1], token], described.by(low, number)


def _is_pair(token: Token) -> bool:
    words = [child.lower_ for child in token.children if child.i < token.i]
    return words in (["the", "two"], ["both"], ["the", "three"])


def is_bare(token: Token) -> bool:
    """Tell whether the noun stands alone behind "the" and describes what it is not said to be."""
    if not token.i or token.nbor(-1).lower_ != "the" or token.dep_ in ("attr", "compound", "appos"):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.tag_ in ("NN", "NNS", "NNP", "NNPS", "HYPH"):
        return False
    return not any(
        child.i > token.i and child.dep_ in ("prep", "relcl", "appos", "acl", "conj", "compound")
        for child in token.children
    )


def _only(noun: str, found: Sequence[Entity]) -> Entity | None:
    fitting = [one for one in found if _fits(noun, one)]
    if len(fitting) != 1 or (noun in _ANY_BODY and not _is_main(fitting[0], found)):
        return None
    return fitting[0]


def _is_main(entity: Entity, found: Sequence[Entity]) -> bool:
    """Tell whether an article speaks of no other body, or perhaps a body, as often."""
    kinds = (Kind.BODY, Kind.UNKNOWN)
    others = [len(one.mentions) for one in found if one.kind in kinds and one is not entity]
    return len(entity.mentions) > max(others, default=0)


def _fits(noun: str, entity: Entity) -> bool:
    if noun in _OFFICES:
        titles = _OFFICES[noun]
        return entity.kind is Kind.PERSON and any(one.title in titles for one in entity.mentions)
    if noun in entity.roles:
        return True
    words = _BODIES[noun]
    return entity.kind is Kind.BODY and any(
        word in words for one in entity.mentions for word in one.words
    )
