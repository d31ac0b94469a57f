"""Which name a pronoun stands for, where the article leaves one answer.

A small, strict relative of the salience methods of Lappin and Leass (1994) and of centering (Grosz,
Joshi and Weinstein 1995): candidates agree in number and gender, stand before the pronoun and at
most two sentences back, and subjects come first. Where two candidates are left, none is taken.
Roles of people ("the officer") and unsure names count as rivals even where they are no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.parsing import Sentence
from claimcheck.annotate.references.candidates import (
    SUBJECTS,
    Candidate,
    Quotes,
    is_readable,
    is_role,
    named,
    noun_gender,
    quote_of,
)
from claimcheck.annotate.references.entities import Entity, Mention
from claimcheck.annotate.references.names import PERSON_NOUNS, SAYING
from claimcheck.annotate.turns import Turn, turns_at
from claimcheck.settings import MAX_CANDIDATES

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERED: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
# Sentences before that one may lie in.
_REACH: Final = 2
_PRONOUN = re.compile(rf"(?<!\w)(?:{'|'.join(GENDERED)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person pronoun for a person, and the entity or role (a token) that it stands for."""

    token: Token
    sentence: int
    entity: Entity | None = None
    role: Token | None = None


def gendered(
    text: str, sentences: Sequence[Sentence], found: Sequence[Entity], quotes: Quotes
) -> Iterator[Pronoun]:
    """Yield every "he", "she" and their forms, with what they stand for where that is clear.

    In a conversation that is never who speaks.
    """
    by_sentence: dict[int, list[tuple[Entity, Mention]]] = {}
    for entity in found:
        for mention in entity.mentions:
            by_sentence.setdefault(mention.sentence, []).append((entity, mention))
    has_any = [_PRONOUN.search(text, one.span.start, one.span.end) for one in sentences]
    history: list[list[Candidate]] = [[], []]
    turn_of = turns_at(text, [sentence.span for sentence in sentences])
    for number, sentence in enumerate(sentences):
        here: list[Candidate] = []
        if number and turn_of[number] != turn_of[number - 1]:
            history = _carried(history, turn_of[number])
        if not is_readable(sentence):
            yield from (Pronoun(token, number) for token in sentence.doc if _is_gendered(token))
        elif any(has_any[number : number + _REACH + 1]):
            passages = quotes.within(sentence)
            for token, owner in _heads(sentence, by_sentence.get(number, ())):
                quote = quote_of(token, sentence, passages)
                if owner is not None:
                    here += named(token, number, owner, quote)
                elif token.lower_ in GENDERED:
                    window = (*history, here)
                    pronoun, candidate = _resolved(token, number, quote, window)
                    yield pronoun
                    here.append(candidate)
                else:
                    gender = noun_gender(token.lower_)
                    here.append(Candidate(token, number, (number, token.i), gender, None, quote))
        history = [history[-1], here]


def _carried(history: list[list[Candidate]], turn: Turn | None) -> list[list[Candidate]]:
    """Return what a pronoun in a new turn may go back to: all but who speaks."""
    if turn is None:
        return [[], []]
    name = turn.speaker.split()[-1].casefold() if turn.speaker else None
    return [[one for one in part if one.token.lower_ != name] for part in history]


def _is_gendered(token: Token) -> bool:
    return token.lower_ in GENDERED and token.tag_ in ("PRP", "PRP$")


def _heads(
    sentence: Sentence, mentions: Sequence[tuple[Entity, Mention]]
) -> Iterator[tuple[Token, Entity | None]]:
    """Yield, in order, the last tokens of names, and the pronouns and roles, without an entity."""
    last = {mention.last: entity for entity, mention in mentions}
    inside = {at for _, one in mentions for at in range(one.first, one.last + 1)}
    for token in sentence.doc:
        tag = token.tag_
        if token.i in last:
            yield token, last[token.i]
        elif tag in ("PRP", "PRP$"):
            if _is_gendered(token):
                yield token, None
        elif tag in ("NN", "NNP") and token.i not in inside and is_role(token):
            yield token, None


def _resolved(
    token: Token, number: int, quote: int | None, window: tuple[list[Candidate], ...]
) -> tuple[Pronoun, Candidate]:
    gender = GENDERED[token.lower_]
    chosen = None
    if not _may_be_within(token, gender, window[-1]):
        chosen = _choice(token, quote, [_fitting(token, gender, quote, part) for part in window])
    if chosen is None or (chosen.entity is None and not _is_phrase(chosen, number)):
        open_key = ("?", number, token.i)
        return Pronoun(token, number), Candidate(token, number, open_key, gender, None, quote)
    role = chosen.token if chosen.entity is None else None
    return (
        Pronoun(token, number, chosen.entity, role),
        Candidate(token, number, chosen.key, gender, chosen.entity, quote),
    )


def _is_phrase(chosen: Candidate, number: int) -> bool:
    """Tell whether a candidate without a sure name is a person or name of the same sentence."""
    token = chosen.token
    is_person = token.tag_ == "NNP" or token.lower_ in PERSON_NOUNS
    return chosen.sentence == number and is_person


def _fitting(
    token: Token, gender: str, quote: int | None, part: list[Candidate]
) -> list[Candidate]:
    return [
        one
        for one in part[-MAX_CANDIDATES:]
        if one.gender in ("", gender)
        and not (one.token.doc is token.doc and _is_excluded(token, quote, one))
    ]


def _is_excluded(token: Token, quote: int | None, one: Candidate) -> bool:
    """Tell whether grammar forbids the two, in one sentence, to be the same person."""
    if quote is None and one.quote is not None:
        return True
    verb = token.head
    if token.dep_ in SUBJECTS:
        return False
    if token.tag_ == "PRP$":
        return False
    while verb.dep_ in ("prep", "pobj", "dative", "agent", "pcomp") and verb.head != verb:
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ in ("conj", "xcomp"):
        subject = next((c for c in verb.head.children if c.dep_ in SUBJECTS), None)
    return one.token == subject


def _may_be_within(token: Token, gender: str, here: list[Candidate]) -> bool:
    """Tell whether somebody is named inside what the pronoun says, outside quotation marks.

    In "Mr. Xi would go, he said" the two differ, in "Mr. Xi had a demand: 'Go', he said" they are
    the same, and the parse is one.
    """
    return token.dep_ in SUBJECTS and any(
        up.dep_ in ("ccomp", "parataxis") and up.head == token.head
        for one in here[-MAX_CANDIDATES:]
        if one.quote is None and one.gender in ("", gender)
        for up in _path(one.token)
    )


def _path(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors


def _choice(token: Token, quote: int | None, window: list[list[Candidate]]) -> Candidate | None:
    second, first, here = window
    if quote is not None:
        inside = [one for one in here if one.quote == quote]
        return inside[-1] if _is_one(inside) else None
    if here:
        return _choice_here(token, here, first)
    if _is_cataphoric(token):
        return None
    if first:
        return _choice_before(token, first, second)
    subjects = [one for one in second if one.is_subject]
    if not _is_one(second):
        subjects = [one for one in subjects if one.is_speaker and _speaks(token)]
    return subjects[-1] if _is_one(subjects) else None


def _is_cataphoric(token: Token) -> bool:
    """Tell whether the subject of the clause may follow: "For his part, Mr. Xi said"."""
    return any(
        child.dep_ in SUBJECTS and child.i > token.i and (child.tag_ == "NNP" or is_role(child))
        for above in token.ancestors
        for child in above.children
    )


def _speaks(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lower_ in SAYING


def _choice_here(token: Token, here: list[Candidate], first: list[Candidate]) -> Candidate | None:
    governing = [one for one in here if one.is_subject and one.token.head in _path(token.head)]
    if _is_one(here):
        is_clear = bool(governing) or all(one.key == here[-1].key for one in first)
        return here[-1] if is_clear or here[-1].is_subject else None
    subjects = [one for one in here if one.is_subject]
    if not _is_one(subjects) or not governing:
        return None
    subject = subjects[-1]
    # "Mr. Xi, whom Mr. Li met, said he": what a saying verb opens goes back to its subject.
    is_said = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp"
    is_said = is_said and token.head.head == subject.token.head
    return subject if is_said or here[-1].key == subject.key else None


def _choice_before(
    token: Token, first: list[Candidate], second: list[Candidate]
) -> Candidate | None:
    subjects = [one for one in first if one.is_subject and one.quote is None]
    if _is_one(first):
        is_known = any(one.is_subject and one.key == first[-1].key for one in second)
        is_alone = all(one.key == first[-1].key for one in second)
        return first[-1] if subjects or (is_known and is_alone) else None
    speakers = [one for one in subjects if one.is_speaker]
    if _speaks(token) and _is_one(speakers):
        return speakers[-1]
    is_main = token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"
    known = {one.key for one in second if one.is_subject}
    if is_main and _is_one(subjects) and subjects[-1].key in known:
        return subjects[-1]
    return None


def _is_one(candidates: list[Candidate]) -> bool:
    return len({one.key for one in candidates}) == 1
