"""What a pronoun for a person may stand for: the names and roles of a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.attribution.quotations import quotations
from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.entities import Entity, Kind
from claimcheck.annotate.references.names import (
    FEMALE_NOUNS,
    FIRST_NAMES,
    MALE_NOUNS,
    PERSON_NOUNS,
    SAYING,
)
from claimcheck.datatypes import Span
from claimcheck.settings import MAX_RESOLVED_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_NO_MAN: Final = frozenset({"human", "woman", "german", "roman", "talisman", "ottoman"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a pronoun may stand for: a mention of an entity, a role, or a pronoun before.

    `key` is the same for mentions of the same; `entity` is None for roles, for unsure names and for
    pronouns that were not resolved.
    """

    token: Token
    sentence: int
    key: object
    gender: str
    entity: Entity | None
    quote: int | None = None

    @property
    def is_subject(self) -> bool:
        """Tell whether it is the whole subject of its clause."""
        return self.token.dep_ in SUBJECTS and not any(
            child.dep_ == "conj" for child in self.token.children
        )

    @property
    def is_speaker(self) -> bool:
        """Tell whether it is the subject of a saying verb, outside quotation marks."""
        return self.is_subject and self.quote is None and self.token.head.lower_ in SAYING


class Quotes:
    """The quoted passages of an article."""

    def __init__(self, text: str) -> None:
        self._spans = [quotation.span for quotation in quotations(text)]
        self._ends = [span.end for span in self._spans]

    def within(self, sentence: Sentence) -> list[tuple[int, Span]]:
        """Return the passages that overlap a sentence, numbered."""
        first = bisect_right(self._ends, sentence.span.start)
        numbered = enumerate(islice(self._spans, first, None), first)
        return list(takewhile(lambda one: one[1].start < sentence.span.end, numbered))


def is_readable(sentence: Sentence) -> bool:
    """Tell whether a sentence is one, and no list or table whose parse says nothing."""
    return len(sentence.doc) <= MAX_RESOLVED_TOKENS


def quote_of(token: Token, sentence: Sentence, passages: list[tuple[int, Span]]) -> int | None:
    """Return the number of the passage that a token stands in; None outside."""
    at = sentence.span.start + token.idx
    return next((number for number, span in passages if span.start <= at < span.end), None)


def named(token: Token, number: int, entity: Entity, quote: int | None) -> Iterator[Candidate]:
    """Yield the candidate that a name's last token is; none where it names no person."""
    if entity.kind in (Kind.BODY, Kind.PLACE):
        return
    is_sure = entity.kind is Kind.PERSON and entity.fullest is not None
    if token.tag_ == "NNPS" or (entity.kind is Kind.UNKNOWN and not _may_be_person(token, entity)):
        return
    known = entity if is_sure else None
    yield Candidate(token, number, id(entity), entity.gender, known, quote)


def _may_be_person(token: Token, entity: Entity) -> bool:
    """Tell whether a name of which nothing is known stands where a person's may."""
    if entity.mentions[0].is_definite:
        return False
    if max(len(one.words) for one in entity.mentions) < 2:
        return token.dep_ in SUBJECTS or token.text in FIRST_NAMES
    return token.dep_ != "pobj" or token.head.lower_ not in ("in", "at", "near", "on", "through")


def is_role(token: Token) -> bool:
    """Tell whether a noun is somebody who is not named there."""
    if token.tag_ not in ("NN", "NNP") or token.dep_ in ("attr", "compound", "appos", "amod"):
        return False
    low = token.lower_
    is_man = low.endswith("man") and len(low) > 4 and low not in _NO_MAN
    is_speaking = token.dep_ == "nsubj" and token.head.lower_ in SAYING and token.tag_ == "NN"
    is_agent = token.dep_ in SUBJECTS and low.endswith(("er", "or", "ist", "general"))
    is_person = is_man or is_speaking or is_agent or low.endswith("woman")
    if low not in PERSON_NOUNS and not is_person:
        return False
    return not any(child.dep_ == "appos" and child.tag_ == "NNP" for child in token.children)


def noun_gender(low: str) -> str:
    """Return "m" or "f" for a noun that tells, and nothing for others."""
    if low in FEMALE_NOUNS or low.endswith("woman"):
        return "f"
    return "m" if low in MALE_NOUNS or low.endswith("man") else ""
