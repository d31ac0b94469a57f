"""What the pronouns, short names and descriptions of an article refer to. Pure.

Abstains rather than guesses: a reference without antecedent is left to its reader. See pronouns.py
for the method.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.candidates import Quotes, is_readable, quote_of
from claimcheck.annotate.references.descriptions import Described, describing, may_describe
from claimcheck.annotate.references.entities import Entity, Kind, entities, fullest_form
from claimcheck.annotate.references.naming import is_title_case
from claimcheck.annotate.references.neuters import (
    FIRST,
    NEUTER,
    PLURAL,
    SECOND,
    governing_subject,
    is_pleonastic,
    may_speak_as,
)
from claimcheck.annotate.references.pointing import pointing
from claimcheck.annotate.references.pronouns import GENDERED, gendered
from claimcheck.annotate.times import Granularity, TimeMention, mentions
from claimcheck.annotate.times.tense import Direction, direction
from claimcheck.datatypes import Span
from claimcheck.settings import MAX_DAYS_AHEAD_UNTOLD

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_PERIOD: Final = frozenset({Granularity.CLOCK, Granularity.VAGUE})
# Capitals of a programme or a heading; the names of days and months always have one.
_SELDOM_CAPITAL: Final = frozenset(
    {"Today", "Tonight", "Tomorrow", "Yesterday", "Last", "This", "Next"}
)
_MARKS: Final = frozenset("\"“”'‘’")
_SUNDAY: Final = 6
_KIN = re.compile(
    r"(\w+)['’]s (?:late |eldest |younger |older |youngest )?"
    r"(?:son|daughter|wife|husband|brother|sister|father|mother|widow|nephew|niece)\b"
)
# "Did you ever see a guy like this? He had his shot."
_ANYBODY: Final = frozenset({"guy", "person", "someone", "somebody"})
_RELATIVE: Final = frozenset({"who", "whom", "whose"})
_OTHERS: Final = "|".join(sorted(NEUTER | PLURAL | FIRST | SECOND | _RELATIVE))
_PRONOUN = re.compile(rf"(?<!\w)(?:{_OTHERS})(?!\w)", re.IGNORECASE)


class ReferenceKind(StrEnum):
    """By what kind of words something is referred to."""

    PRONOUN = "pronoun"
    NAME = "name"
    DESCRIPTION = "description"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that need the article to be understood.

    `span` is where they stand in the article. `antecedent` is the fullest form that the article has
    for what they refer to, and `source` where it stands; both None where that isn't sure.
    A time's antecedent is its period by ISO 8601, which stands nowhere in the article.
    `is_relative` marks "who", which needs its antecedent only where the clause is cut out.
    """

    span: Span
    kind: ReferenceKind
    antecedent: str | None = None
    source: Span | None = None
    is_possessive: bool = False
    is_relative: bool = False


def resolve(
    text: str, sentences: Sequence[Sentence], published: date | None = None
) -> list[Reference]:
    """Return the references of an article in order, none overlapping another.

    `sentences` are its parsed sentences in order; `published` dates the relative times.
    """
    found = entities(text, sentences)
    quotes = Quotes(text)
    references = [
        *_names(text, found),
        *_gendered(text, sentences, found, quotes),
        *_others(text, sentences, found, quotes),
        *_descriptions(text, sentences, found),
        *_times(text, published),
        *_pointing(sentences),
    ]
    return _apart(references)


def _apart(references: list[Reference]) -> list[Reference]:
    kept: list[Reference] = []
    for one in sorted(references, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _to(text: str, span: Span, kind: ReferenceKind, entity: Entity | None) -> Reference:
    form = fullest_form(text, entity) if entity else None
    if form is None or entity is None:
        return Reference(span, kind)
    source = _with_article(text, form[1]) if entity.kind is not Kind.PERSON else form[1]
    return Reference(span, kind, " ".join(source.of(text).split()), source)


def _with_article(text: str, span: Span) -> Span:
    before = text[max(0, span.start - 4) : span.start].lower()
    return Span(span.start - 4, span.end) if before == "the " else span


def _pronoun(token: Token, one: Reference) -> Reference:
    """Add to the reference of a pronoun what its form says."""
    return replace(
        one, is_possessive=token.tag_ in ("PRP$", "WP$"), is_relative=token.lower_ in _RELATIVE
    )


def _names(text: str, found: Sequence[Entity]) -> Iterator[Reference]:
    """Yield the short names whose full name the article has, and those that may be two people's."""
    # "Billy Graham's son Franklin": from then on "Graham" may be either.
    kin = set(_KIN.findall(text))
    for entity in found:
        form = fullest_form(text, entity)
        if form is not None and entity.kind is Kind.PERSON and form[0].split()[-1] in kin:
            form = None
        if entity.kind is not Kind.PERSON and not (form and form[0].endswith(")")):
            continue
        for mention in entity.mentions:
            is_described = mention.is_described and entity.kind is Kind.PERSON
            if mention.modifies or is_described or len(mention.names) > 1:
                continue
            if form is None:
                yield Reference(mention.span, ReferenceKind.NAME)
            elif entity.fullest and len(entity.fullest.names) > 1:
                yield Reference(mention.span, ReferenceKind.NAME, *form)


def _gendered(
    text: str, sentences: Sequence[Sentence], found: Sequence[Entity], quotes: Quotes
) -> Iterator[Reference]:
    for pronoun in gendered(text, sentences, found, quotes):
        sentence = sentences[pronoun.sentence]
        span = sentence.place([pronoun.token])
        one = _to(text, span, ReferenceKind.PRONOUN, pronoun.entity)
        if pronoun.role is not None:
            one = _to_phrase(text, sentence, span, pronoun.role)
        yield _pronoun(pronoun.token, one)


def _to_phrase(text: str, sentence: Sentence, span: Span, head: Token) -> Reference:
    """Refer to a phrase of the same sentence by its words up to the noun."""
    left = [head.doc[at] for at in range(head.left_edge.i, head.i + 1)]
    is_anybody = head.lower_ in _ANYBODY
    if is_anybody or any(token.tag_ in ("PRP", "PRP$", ",", "WP") for token in left):
        return Reference(span, ReferenceKind.PRONOUN)
    place = sentence.place(left)
    return Reference(span, ReferenceKind.PRONOUN, " ".join(place.of(text).split()), place)


def _others(
    text: str, sentences: Sequence[Sentence], found: Sequence[Entity], quotes: Quotes
) -> Iterator[Reference]:
    """Yield the pronouns that are not "he" or "she"."""
    named = {(m.sentence, m.last): entity for entity in found for m in entity.mentions}
    for number, sentence in enumerate(sentences):
        if not is_readable(sentence) or not _PRONOUN.search(sentence.span.of(text)):
            continue
        passages = quotes.within(sentence)
        for token in sentence.doc:
            if token.tag_ not in ("PRP", "PRP$", "WP", "WP$") or token.lower_ in GENDERED:
                continue
            is_quoted = quote_of(token, sentence, passages) is not None
            head = _head(token, is_quoted)
            if head is None:
                continue
            entity = named.get((number, head.i))
            kind = entity.kind if entity else None
            if token.lower_ in NEUTER | PLURAL and not may_speak_as(head, token.lower_, kind):
                head, entity = token, None
            one = _to(text, sentence.place([token]), ReferenceKind.PRONOUN, entity)
            if entity is None and head != token:
                one = _to_phrase(text, sentence, one.span, head)
            if not (token.lower_ in _RELATIVE and one.antecedent is None):
                yield _pronoun(token, one)


def _head(token: Token, is_quoted: bool) -> Token | None:
    """Return the noun a pronoun stands for, itself where that is open, None for no reference."""
    low = token.lower_
    if low in _RELATIVE:
        return _relative_head(token)
    if low in FIRST or (low in SECOND and is_quoted):
        return token
    if low not in NEUTER | PLURAL or is_pleonastic(token):
        return None
    subject = governing_subject(token)
    return token if subject is None or is_quoted else subject


def _relative_head(token: Token) -> Token | None:
    clause = next((up for up in token.ancestors if up.dep_ == "relcl"), None)
    return clause.head if clause is not None and clause.head.i < token.i else None


def _descriptions(
    text: str, sentences: Sequence[Sentence], found: Sequence[Entity]
) -> Iterator[Reference]:
    described = Described(found)
    for number, sentence in enumerate(sentences):
        if not may_describe(sentence.span.of(text)) or is_title_case(sentence):
            continue
        for tokens, entity in describing(sentence.doc, number, described):
            yield _to(text, sentence.place(tokens), ReferenceKind.DESCRIPTION, entity)


def _pointing(sentences: Sequence[Sentence]) -> Iterator[Reference]:
    for number, tokens in pointing(sentences):
        kind = ReferenceKind.DESCRIPTION if len(tokens) > 1 else ReferenceKind.PRONOUN
        yield Reference(sentences[number].place(tokens), kind)


def _times(text: str, published: date | None) -> Iterator[Reference]:
    """Yield the times that need the day of publication, with the days they mean."""
    for mention in mentions(text, published):
        if mention.relative:
            is_sure = published is not None and _is_sure(text, mention, published)
            yield Reference(mention.span, ReferenceKind.TIME, _days(mention) if is_sure else None)


def _is_sure(text: str, mention: TimeMention, published: date) -> bool:
    """Tell whether the year of a month or day without one is sure.

    Where no verb tells whether it is past or to come, that is only what lies near.
    """
    words = mention.span.of(text)
    before = text[max(0, mention.span.start - 5) : mention.span.start]
    # "The date falls on a Sunday", and a programme of that name.
    if before.endswith((" a ", " any ", "News ")) or _is_title(text, mention):
        return False
    if words.casefold().endswith(" years ago") and _is_long_ago(mention, published):
        return False
    # Some weeks begin on Sunday, some end.
    is_between = published.weekday() == _SUNDAY and words.casefold().endswith(" week")
    if is_between or _may_be_this_years(mention, words, published):
        return False
    is_named = mention.granularity is Granularity.MONTH or any(sign.isdigit() for sign in words)
    if not is_named or not words[:1].isupper() or mention.start is None or mention.end is None:
        return True
    if direction(text, mention.span.start, mention.span.end) is not Direction.UNKNOWN:
        return True
    near = timedelta(days=MAX_DAYS_AHEAD_UNTOLD)
    return published - near <= mention.end and mention.start <= published + near


def _is_long_ago(mention: TimeMention, published: date) -> bool:
    """Tell whether "23 years ago" is so long ago that it is hardly meant to the year."""
    return mention.start is not None and published.year - mention.start.year >= _LONG_AGO


_LONG_AGO: Final = 10


def _may_be_this_years(mention: TimeMention, words: str, published: date) -> bool:
    """Tell whether "next November" is still to come this year, so that it may be either."""
    if mention.granularity is not Granularity.MONTH or mention.start is None:
        return False
    first, _, month = words.casefold().partition(" ")
    return first == "next" and month != "month" and mention.start.year == published.year


def _is_title(text: str, mention: TimeMention) -> bool:
    """Tell whether words like "today" have a capital inside a sentence: "his Last Week Tonight"."""
    words = mention.span.of(text)
    before = text[max(0, mention.span.start - 2) : mention.span.start]
    if before[-1:] in _MARKS and text[mention.span.end : mention.span.end + 2].strip(",.")[:1] in (
        _MARKS
    ):
        return True
    is_inside = bool(before) and (before[-1].isalnum() or before.strip()[-1:].isalnum())
    return is_inside and words.split()[0] in _SELDOM_CAPITAL


def _days(mention: TimeMention) -> str | None:
    """Return a period as ISO 8601: a day, a month, a year or "first to last"; None where unsure."""
    start, end = mention.start, mention.end
    if start is None or end is None or mention.granularity in _NO_PERIOD:
        return None
    if start == end:
        return start.isoformat()
    if mention.granularity is Granularity.DAY:
        return None
    if (start.day, end + timedelta(days=1)) == (1, _next_month(start)):
        return start.isoformat()[:7]
    if (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31)):
        return str(start.year)
    return f"{start.isoformat()} to {end.isoformat()}"


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
