"""Where an article names something: runs of capitalised words that are tagged as proper nouns.

What a name names is read off titles, first names and the words for bodies in names.py; no model for
named entities runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.names import (
    BODY_WORDS,
    COMMON_WORDS,
    COURTESY,
    FEMALE_NAMES,
    FEMALE_NOUNS,
    FIRST_NAMES,
    IMPERATIVES,
    JOINED_BY_OF,
    MALE_NAMES,
    MALE_NOUNS,
    NOT_NAMES,
    PARTICLES,
    PLACES,
    SUFFIXES,
    THING_WORDS,
    TITLE_GENDER,
    TITLES,
)
from claimcheck.datatypes import Span
from claimcheck.settings import MAX_CAPITALISED_SHARE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.’'&-]*$")
_INITIAL = re.compile(r"[A-Z]\.$")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$")
_AGE = re.compile(r", \d\d(?:,|\.| )")
_PARTY = re.compile(r",? \(?[DRI](?:[-–][A-Z]|\))")
_MONTHS = frozenset(("May", "March", "August"))
_MAX_TOKENS = 16
_NO_PERSON = BODY_WORDS | THING_WORDS
# "London-based Hulmco" names two.
_AFTER_PLACES = frozenset(("born", "based", "led", "backed", "style", "controlled", "area", "wide"))
BEFORE_NAMES = (PLACES | BODY_WORDS | NOT_NAMES) - FIRST_NAMES


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article names something.

    `span` covers `words` and a courtesy title before them; `title` is the title ("Mr.",
    "President"), empty without one; `first` and `last` are tokens of sentence number `sentence`.
    `gender` is "m", "f" or empty; `modifies` tells that a noun follows which the name describes
    ("the Xi government"), `is_definite` that "the" stands before ("the Pentagon"), `is_described`
    that a word before tells which ("the other Clinton").
    """

    span: Span
    words: tuple[str, ...]
    sentence: int
    first: int
    last: int
    title: str = ""
    gender: str = ""
    kind: Kind = Kind.UNKNOWN
    modifies: bool = False
    is_definite: bool = False
    is_described: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The words without initials and "Jr."."""
        return tuple(w for w in self.words if w not in SUFFIXES and not _INITIAL.match(w))

    @property
    def is_acronym(self) -> bool:
        """Tell whether the name is one word in capitals."""
        return len(self.words) == 1 and _ACRONYM.match(self.words[0]) is not None


def names_thing(words: tuple[str, ...]) -> bool:
    """Tell whether a name is a thing's: "Hart Bill", "Rose Bowl", but not "Bill Hart".

    A first name in front is a person's where only the word itself could be a thing's.
    """
    rest = words[1:] if words[0] in FIRST_NAMES and len(words) > 1 else words
    return bool(THING_WORDS.intersection(rest))


def is_title_case(sentence: Sentence) -> bool:
    """Tell whether a sentence is set like a headline, so that a capital says nothing."""
    if len(sentence.doc) and sentence.doc[-1].text in (".", "!", "”", '"'):
        return False
    words = [token.text for token in sentence.doc if len(token) > 3 and token.text.isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals > MAX_CAPITALISED_SHARE * len(words)


def is_order(token: Token) -> bool:
    """Tell whether a word before a name is a verb that opens its sentence: "Meet Ann Lee"."""
    is_first = token.i == 0 or token.nbor(-1).is_punct
    return token.text in IMPERATIVES and is_first


def naming(text: str, sentence: Sentence, number: int) -> Iterator[Mention]:
    """Yield the mentions of names in an article's sentence, which is its `number`th."""
    is_capitals = is_title_case(sentence)
    for run in _capitalised_names(sentence.doc) if is_capitals else _runs(sentence.doc):
        mention = _mention(text, sentence, run, number)
        if mention is not None:
            yield mention


def _capitalised_names(doc: Doc) -> list[list[Token]]:
    """Return first names with the word after them, all that a headline in capitals shows."""
    return [
        [first, last]
        for first, last in pairwise(doc)
        if first.text in FIRST_NAMES - COMMON_WORDS
        and last.text.isalpha()
        and last.text.istitle()
        and first.whitespace_
    ]


def _runs(doc: Doc) -> Iterator[list[Token]]:
    """Yield the runs of tokens that are names, titles before them included."""
    at = 0
    # Only these tokens become objects, which is what takes the time.
    for start in _proper_nouns(doc):
        if start < at or not _is_name_word(doc[start]):
            continue
        at = start + 1
        while at < len(doc) and (step := _goes_on(doc, at)):
            at += step
        if at - start <= _MAX_TOKENS:
            yield list(doc[start:at])


def _proper_nouns(doc: Doc) -> list[int]:
    strings = doc.vocab.strings
    tags = doc.to_array(["TAG"]).ravel()
    return [int(at) for at in ((tags == strings["NNP"]) | (tags == strings["NNPS"])).nonzero()[0]]


def _is_name_word(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS") and _NAME_WORD.match(token.text) is not None


def _goes_on(doc: Doc, at: int) -> int:
    """Return how many tokens from `at` belong to the name before; 0 where it ends."""
    token, before = doc[at], doc[at - 1]
    if _is_name_word(token):
        return 1
    if at + 1 == len(doc):
        return 0
    following = doc[at + 1]
    if not before.whitespace_:
        is_hyphen = token.text == "-" and not token.whitespace_
        is_name = following.text[0].isalpha() and following.text not in _AFTER_PLACES
        return 2 if is_hyphen and is_name else 0
    if token.lower_ in PARTICLES:
        return _past_particles(doc, at)
    if token.lower_ in ("of", "for", "on") and before.text in JOINED_BY_OF:
        is_the = following.lower_ == "the" and at + 2 < len(doc)
        return 2 + is_the if _is_name_word(doc[at + 1 + is_the]) else 0
    is_and = token.text == "&" and _is_name_word(following)
    return 2 if is_and else 0


def _past_particles(doc: Doc, at: int) -> int:
    end = at
    while end < len(doc) and (doc[end].lower_ in PARTICLES or doc[end].text == "-"):
        end += 1
    return end + 1 - at if end < len(doc) and _is_name_word(doc[end]) else 0


def _mention(text: str, sentence: Sentence, run: list[Token], number: int) -> Mention | None:
    run = run[1:] if len(run) > 1 and is_order(run[0]) else run
    start, title = _after_title([token.text for token in run])
    end = len(run)
    while start < end and run[start].text in NOT_NAMES:
        # "Muslim-majority Kashmir": what is joined to it is no name either.
        is_joined = start + 2 < end and run[start + 1].text == "-"
        start += 3 if is_joined else 1
    while end > start and run[end - 1].text in NOT_NAMES and not _is_family_name(run, start, end):
        end -= 1
    if start == end:
        return None
    start += _foreign_words([token.text for token in run[start:end]])
    if start == 0 and end > start + 1 and _is_sent_to(run[0]):
        start = 1
    end = _until_again(run, start, end)
    tokens = run[start:end]
    words = tuple(sentence.place(tokens).of(text).split())
    courtesy = title in COURTESY and start > 0
    span = sentence.place(run[start - 1 : end] if courtesy else tokens)
    gender = COURTESY.get(title, TITLE_GENDER.get(title, "")) or _gender(words, tokens[0])
    last = tokens[-1]
    return Mention(
        span,
        words,
        number,
        tokens[0].i,
        last.i,
        title,
        gender,
        _kind(text, words, title, span),
        modifies=last.dep_ in ("compound", "nmod", "amod") and last.head.i > last.i,
        is_definite=run[0].i > 0 and run[0].nbor(-1).lower_ == "the",
        is_described=run[0].i > 0 and run[0].nbor(-1).tag_ in ("DT", "JJ", "JJR", "JJS", "PRP$"),
    )


def _is_sent_to(place: Token) -> bool:
    """Tell whether a place is where somebody with the name behind it is sent: "ambassador to"."""
    return place.i > 1 and place.nbor(-1).lower_ == "to" and place.nbor(-2).text.title() in TITLES


def _is_family_name(run: list[Token], start: int, end: int) -> bool:
    """Tell whether a month is a name: "Theresa May", but not "Ann Lee May" for "in May"."""
    return end - start == 2 and run[start].text in FIRST_NAMES and run[end - 1].text in _MONTHS


def _after_title(words: list[str]) -> tuple[int, str]:
    """Return where a person's name begins after titles, and the last title; 0, "" without one."""
    if words[0] in FIRST_NAMES and words[0] not in PLACES:
        return 0, ""
    known = [at for at, word in enumerate(words) if word in TITLES or word in COURTESY]
    rest = words[known[-1] + 1 :] if known else []
    if known and rest and not BODY_WORDS.intersection(rest) and "of" not in rest:
        return known[-1] + 1, _title(words, known[-1])
    for at, (word, after) in enumerate(pairwise(words)):
        if word in FIRST_NAMES and after not in BODY_WORDS and at and known and known[0] < at:
            return at, _title(words, known[0])
    return 0, ""


def _until_again(run: list[Token], start: int, end: int) -> int:
    """Return where a name begins anew, as where a page's links are run in with its text."""
    again = (at for at in range(start + 1, end) if run[at].text == run[start].text)
    return next(again, end)


def _foreign_words(words: list[str]) -> int:
    """Return how many places and bodies stand before a person's name ("Ohio John Kasich")."""
    if words[0] in PLACES - FIRST_NAMES and not _NO_PERSON.intersection(words):
        return 1 if len(words) == 2 and " ".join(words) not in PLACES else 0
    for at in range(1, len(words) - 1):
        before = words[at - 1]
        if words[at] in FIRST_NAMES and before in BEFORE_NAMES:
            return at if not BODY_WORDS.intersection(words[at:]) else 0
    return 0


def _title(words: list[str], at: int) -> str:
    vice = at > 0 and words[at - 1] in ("Vice", "Deputy", "Assistant", "Lt.", "Former")
    return f"{words[at - 1]} {words[at]}" if vice else words[at]


def _kind(text: str, words: tuple[str, ...], title: str, span: Span) -> Kind:
    name = " ".join(words)
    if name in PLACES:
        return Kind.PLACE
    if BODY_WORDS.intersection(words) or (len(words) == 1 and _ACRONYM.match(name)):
        return Kind.BODY
    return Kind.PERSON if title or _is_person(text, words, span) else Kind.UNKNOWN


def _is_person(text: str, words: tuple[str, ...], span: Span) -> bool:
    if names_thing(words) or "of" in words or not 1 < len(words) < 6:
        return False
    after = text[span.end : span.end + 6]
    return bool(
        words[0] in FIRST_NAMES
        or any(_INITIAL.match(word) for word in words[1:-1])
        or _AGE.match(after)
        or _PARTY.match(after)
    )


def _gender(words: tuple[str, ...], first: Token) -> str:
    """Return the gender of the first name, or of a noun right before the name."""
    if len(words) > 1 and words[0] in MALE_NAMES:
        return "m"
    if len(words) > 1 and words[0] in FEMALE_NAMES:
        return "f"
    before = first.nbor(-1) if first.i else None
    if before is None or not before.tag_.startswith("NN"):
        return ""
    return "m" if before.lower_ in MALE_NOUNS else "f" if before.lower_ in FEMALE_NOUNS else ""
