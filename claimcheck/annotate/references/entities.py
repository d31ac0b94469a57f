"""The people, bodies and places that one article names, each with all its mentions.

News introduces a person by the full name and goes on with the last one, which is what groups the
mentions. Where two people of an article share a last name it stands for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.names import (
    FEMALE_NOUNS,
    FIRST_NAMES,
    KEPT_TITLES,
    LEADING_SURNAMES,
    MALE_NOUNS,
    PERSON_NOUNS,
    PLACES,
    SUFFIXES,
    WITHOUT_FIRST_NAME,
)
from claimcheck.annotate.references.naming import Kind, Mention, names_thing, naming
from claimcheck.datatypes import Span

__all__ = ["Entity", "Kind", "Mention", "entities", "fullest_form"]

_INTRODUCED = re.compile(r" ?\(([A-Z][A-Z&]{1,6})\)")
_APOSTROPHE = re.compile(r"['’]s?$")
_COURTESY = re.compile(r"(?:Mrs?|Ms|Miss)\.?\s+")

# A name that groups mentions: the first and last names, and "Jr.".
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place, its mentions in order, and the fullest of them.

    `fullest` is None where mentions may be of several people. `roles` are the nouns that the
    article puts beside the name ("president", "company"), in lower case.
    """

    kind: Kind
    mentions: tuple[Mention, ...]
    fullest: Mention | None
    gender: str = ""
    roles: frozenset[str] = frozenset()


def entities(text: str, sentences: Sequence[Sentence]) -> list[Entity]:
    """Return what `text` names, in order of first mention; `sentences` are its parsed sentences."""
    mentions = [one for number, sent in enumerate(sentences) for one in naming(text, sent, number)]
    groups = _groups(mentions)
    return _with_acronyms(text, [_entity(group, is_one, sentences) for group, is_one in groups])


def _groups(mentions: list[Mention]) -> list[tuple[list[Mention], bool]]:
    """Group mentions by what they name; False beside a group that may be of several people."""
    groups: dict[_Key, list[Mention]] = {}
    by_last: dict[str, list[_Key]] = {}
    shorts: list[Mention] = []
    for mention in mentions:
        key = _full_key(mention)
        if key is None:
            shorts.append(mention)
            continue
        groups.setdefault(key, []).append(mention)
        for name in _shorts(mention):
            if key not in by_last.setdefault(name, []):
                by_last[name].append(key)
    unsure: set[_Key] = set()
    for mention in shorts:
        name = _APOSTROPHE.sub("", " ".join(mention.names))
        full = {key: groups[key] for key in by_last.get(name, ())}
        owners = _owners(mention, name, full)
        key = owners[0] if len(owners) == 1 else (name, mention.gender if owners else "")
        if full and len(owners) != 1:
            unsure.add(key)
        groups.setdefault(key, []).append(mention)
    ordered = [(sorted(group, key=_place), key not in unsure) for key, group in groups.items()]
    return sorted(ordered, key=lambda one: _place(one[0][0]))


def _place(mention: Mention) -> Span:
    return mention.span


def _full_key(mention: Mention) -> _Key | None:
    names = mention.names
    if len(names) < 2:
        return None
    suffix = tuple(word for word in mention.words if word in SUFFIXES)
    if mention.kind is Kind.PERSON and names[0] in FIRST_NAMES:
        return (names[0], names[-1], *suffix)
    return (*names, *suffix)


def _shorts(full: Mention) -> tuple[str, ...]:
    """Return the single words by which a person is named after the full name."""
    if full.kind in (Kind.BODY, Kind.PLACE) or names_thing(full.words):
        return ()
    if full.kind is Kind.UNKNOWN and full.names[-1] in PLACES:
        return ()
    names = full.names
    is_leading = names[0] in LEADING_SURNAMES and names[0] != "Kim"
    return (names[0], names[-1]) if is_leading or _is_korean(names) else (names[-1],)


def _is_korean(names: tuple[str, ...]) -> bool:
    return names[0] == "Kim" and (len(names) == 3 or "-" in names[-1])


_UNINTRODUCED = frozenset((name,) for name in WITHOUT_FIRST_NAME)


def _owners(short: Mention, name: str, full: dict[_Key, list[Mention]]) -> list[_Key]:
    """Return the full names that a last name alone may stand for."""
    suffix = SUFFIXES.intersection(short.words)
    fitting = [
        key
        for key, group in full.items()
        if _fits(short, group, is_only=len(full) == 1) and (not suffix or suffix & set(key))
    ]
    known = [key for key in fitting if key[:2] == (WITHOUT_FIRST_NAME.get(name), name)]
    if name in WITHOUT_FIRST_NAME and short.gender != "f" and not suffix:
        return [key for key in known if len(key) == 2]
    return fitting


def _fits(short: Mention, full: list[Mention], *, is_only: bool) -> bool:
    """Tell whether a last name alone can be that person: introduced before, of no other gender.

    "President" before the last name alone, with a woman of that name: she may be the wife. "The"
    before it: it is no person's.
    """
    gender = next((one.gender for one in full if one.gender), "")
    is_titled = bool(short.title) and any(one.title == short.title for one in full)
    is_thing = short.is_definite and not short.modifies and not short.title
    is_spouse = short.title == "President" and gender == "f" and not is_titled
    if is_thing or is_spouse or (short.gender and gender and short.gender != gender):
        return False
    is_introduced = full[0].span < short.span or short.names[-1:] in _UNINTRODUCED
    return is_introduced or is_titled or (is_only and bool(short.title) and gender == "m")


def _entity(group: list[Mention], is_one: bool, sentences: Sequence[Sentence]) -> Entity:
    kinds = [one.kind for one in group if one.kind is not Kind.UNKNOWN]
    genders = {one.gender for one in group if one.gender}
    roles = frozenset(
        role for one in group for role in _roles(sentences[one.sentence], one) if role
    )
    longest = max(group, key=lambda one: (len(one.words), bool(one.title), -one.span.start))
    kind = kinds[0] if kinds else Kind.UNKNOWN
    is_name = longest.words[0] not in WITHOUT_FIRST_NAME and longest.words[-1].istitle()
    names_by_last = is_name and len({len(one.names) for one in group}) > 1
    is_short = names_by_last and len(longest.names) < 4
    if kind is Kind.UNKNOWN and (is_short or not is_one or PERSON_NOUNS & roles):
        kind = Kind.PERSON
    nouns = {"m" if role in MALE_NOUNS else "f" for role in roles & (MALE_NOUNS | FEMALE_NOUNS)}
    genders = genders or nouns
    gender = genders.pop() if len(genders) == 1 else ""
    return Entity(kind, tuple(group), longest if is_one else None, gender, roles)


def _roles(sentence: Sentence, mention: Mention) -> list[str]:
    """Return the nouns that stand beside a name: titles, appositions, "spokeswoman Jane Roe"."""
    first, last = sentence.doc[mention.first], sentence.doc[mention.last]
    roles = [mention.title.split()[-1].lower()] if mention.title else []
    beside = [child for child in last.children if child.dep_ == "appos"]
    beside += [last.head] if last.dep_ == "appos" else []
    roles += [token.lower_ for token in beside if token.tag_ == "NN"]
    before = first.nbor(-1) if first.i and not mention.title else None
    if before is not None and before.tag_ == "NN" and before.whitespace_:
        roles.append(before.lower_)
    return roles


def fullest_form(text: str, entity: Entity) -> tuple[str, Span] | None:
    """Return the fullest name of an entity and where it stands; None where that isn't sure.

    A last name alone keeps its title ("President Xi"); a full name goes without.
    """
    mention = entity.fullest
    if mention is None:
        return None
    span = mention.span
    courtesy = _COURTESY.match(span.of(text)) if len(mention.names) > 1 else None
    if courtesy:
        span = Span(span.start + courtesy.end(), span.end)
    elif len(mention.names) == 1 and mention.title in KEPT_TITLES:
        span = _with_title(text, span, mention.title)
    introduced = _INTRODUCED.match(text, span.end) if entity.kind is Kind.BODY else None
    if introduced:
        start = _start_of_acronym(text, span, introduced[1])
        span = Span(start, introduced.end())
    return " ".join(span.of(text).split()), span


def _start_of_acronym(text: str, span: Span, acronym: str) -> int:
    """Return where a name begins by its acronym: "Republican" may be tagged as no name in "RNC"."""
    initials = "".join(word[0] for word in span.of(text).split() if word[0].isupper())
    missing = len(acronym) - len(initials)
    before = _CAPITALISED_BEFORE.search(text, 0, span.start)
    if missing != 1 or before is None or not acronym.endswith(initials):
        return span.start
    return before.start() if before[0][0] == acronym[0] else span.start


_CAPITALISED_BEFORE = re.compile(r"\b[A-Z][\w-]+ \Z")


def _with_title(text: str, span: Span, title: str) -> Span:
    start = text.rfind(title, 0, span.start)
    is_before = start >= 0 and text[start : span.start].strip() == title
    return Span(start, span.end) if is_before else span


def _with_acronyms(text: str, found: list[Entity]) -> list[Entity]:
    """Join a body introduced as "the Federal Trade Commission (FTC)" with its later "FTC"."""
    acronyms = {one.mentions[0].words[0]: one for one in found if one.mentions[0].is_acronym}
    joined: list[Entity] = []
    taken: set[str] = set()
    for one in found:
        match = _INTRODUCED.match(text, one.fullest.span.end) if one.fullest else None
        short = acronyms.get(match[1]) if match else None
        if match and short is not None and short is not one:
            taken.add(match[1])
            mentions = tuple(sorted((*one.mentions, *short.mentions), key=_place))
            one = replace(one, kind=Kind.BODY, mentions=mentions)
        joined.append(one)
    gone = [acronyms[name] for name in taken]
    return [one for one in joined if not any(one is other for other in gone)]
