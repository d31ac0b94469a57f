"""Predicates of a claim, read off its parse: of whom what is said, and as what.

A predicate is a verb, or the noun or adjective that "is" joins to a subject. What is done to
somebody counts among the other words, in the active as in the passive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import Pos, are_synonyms, lemma, verb_of
from claimcheck.compare.analysis import Analysis
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj")
_OBJECTS: Final = (
    "dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "oprd", "dative",
)  # fmt: skip
_OF_NOUNS: Final = ("prep", "acl", "relcl", "compound", "amod")
AUXILIARIES: Final = ("aux", "auxpass")
# Through these a predicate has the subject of the word that it hangs on.
_SHARING: Final = (
    "conj", "xcomp", "ccomp", "advcl", "attr", "acomp", "dobj", "pcomp", "pobj", "prep",
)  # fmt: skip
_BE: Final = frozenset(
    "be is are was were been being 's 're am ’s ’re become becomes became".split()
)
# Whoever these are, they may be the other side's.
ANYBODY: Final = frozenset(
    "he she it they we i you him her them us me who which that this these those there someone "
    "anyone everyone "
    "one nobody none no-one nothing neither people person man woman officials sources some others "
    "all both many".split()
)
MAX_HOPS: Final = 4
_NO_PREDICATES: Final = ("DT", "IN", "TO", "NNP", "NNPS")
_POS: Final = {"N": Pos.NOUN, "J": Pos.ADJECTIVE}
_STATING: Final = ("ROOT", "ccomp", "advcl", "relcl", "xcomp", "parataxis")
# What follows these with "to" is so.
_HAPPENING: Final = frozenset(
    "continue continues continued begin begins began start starts started manage manages managed "
    "come comes came used appears appeared seems seemed said found going".split()
)


class Mood(StrEnum):
    """As what something is said."""

    FACT = "fact"
    PLAN = "plan"
    DUTY = "duty"
    POSSIBILITY = "possibility"


_MOODS: Final = {
    **dict.fromkeys(("will", "'ll", "’ll", "wo", "shall", "going", "would", "'d", "’d"), Mood.PLAN),
    **dict.fromkeys(("should", "must", "ought"), Mood.DUTY),
    **dict.fromkeys(("can", "could", "may", "might", "ca"), Mood.POSSIBILITY),
}


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of somebody or something.

    `head` is the word that says it, `subject` the one of whom it is said as one who does or is it,
    `rest` the stems of the other words, whom it is done to among them. `about` is the grammatical
    subject, in the passive too.
    """

    head: Token
    subject: Token | None
    rest: frozenset[str]
    mood: Mood
    about: Token | None = None


def predicate_of(head: Token, claim: Analysis) -> Predicate:
    """Return the predicate that a verb or noun is or leads to ("was charged", "is an agent")."""
    verb = head
    if head.dep_ in ("attr", "acomp") and head.head.lower_ in _BE:
        verb = head.head
    if verb.lower_ in _BE and (complement := _complement(verb)) is not None:
        head = complement
    # "A new interference effort": what is said of the effort is said of the interference.
    whole = head.head if head.dep_ == "compound" else head
    about = subject_of(whole if head is verb else verb)
    parts = _OF_NOUNS if head.tag_[:1] == "N" else _OBJECTS
    below = [child for child in whole.children if child.dep_ in parts and child != head]
    if head is not verb:
        below += [child for child in verb.children if child.dep_ == "prep" and child != head.head]
    elif head.dep_ == "dobj":
        # "Made a deal with the union": a parser hangs it on either.
        below += [child for child in head.head.children if child.dep_ == "prep"]
    subject = about
    if about is not None and about.dep_ == "nsubjpass":
        subject = _agent(verb)
        below += [about] if about.lower_ not in ANYBODY else []
    rest = stems_below(claim, below) - stems_of(claim, [head])
    return Predicate(head, subject, rest, mood_of(verb), about)


def _complement(verb: Token) -> Token | None:
    """Return what "is" joins to its subject: a noun, an adjective, or "under consideration"."""
    found = next((one for one in verb.rights if one.dep_ in ("attr", "acomp")), None)
    if found is not None:
        return found
    phrase = next((one for one in verb.rights if one.lower_ in _STATES), None)
    noun = next((one for one in phrase.rights if one.dep_ == "pobj"), None) if phrase else None
    return noun if noun is not None and any(acts(noun)) else None


# "Under review", "in talks", but not "behind the attack".
_STATES: Final = frozenset(("at", "in", "on", "under"))


def _agent(verb: Token) -> Token | None:
    by = next((one for one in verb.rights if one.dep_ == "agent"), None)
    return next((one for one in by.rights if one.dep_ == "pobj"), None) if by is not None else None


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or that of what it depends on where it has none of its own."""
    for _ in range(MAX_HOPS):
        own = next((one for one in verb.children if one.dep_ in _SUBJECTS), None)
        if own is None and any(one.dep_ == "expl" for one in verb.children):
            return None
        if own is not None and own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
            return verb.head
        if own is not None or verb.head == verb:
            return own
        owner = next((one for one in verb.lefts if one.dep_ == "poss"), None)
        if owner is not None:
            return owner
        if verb.dep_ not in _SHARING:
            return None
        verb = verb.head
    return None


def verb_above(token: Token) -> Token:
    """Return the verb that a word hangs on; the root where there is none."""
    above = token.head
    while above.tag_[:2] not in ("VB", "MD") and above.head != above:
        above = above.head
    return above


def root_of(claim: Analysis, span: Span) -> Token | None:
    """Return the word that the others of a span hang on; None where the parse doesn't hold them."""
    words = claim.doc.char_span(span.start, span.end, alignment_mode="expand")
    return words.root if words is not None else None


def governor(claim: Analysis, span: Span) -> Token | None:
    """Return the verb that the words of a span hang on; None where the parse doesn't hold them."""
    root = root_of(claim, span)
    return verb_above(root) if root is not None else None


def stems_of(claim: Analysis, tokens: Iterable[Token]) -> frozenset[str]:
    """Return the stems of the parsed words that carry content."""
    places = {token.idx for token in tokens}
    return frozenset(t.stem for t in claim.tokens if t.is_content and t.span.start in places)


def stems_below(claim: Analysis, heads: Iterable[Token]) -> frozenset[str]:
    """Return the stems of the words with content of whole phrases."""
    return stems_of(claim, (token for head in heads for token in head.subtree))


def mood_of(verb: Token) -> Mood:
    """Return the mood of a verb, by its auxiliary or by what it depends on."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _MOODS:
            return _MOODS[child.lower_]
    is_below = verb.dep_ in ("xcomp", "ccomp", "advcl", "acl")
    return Mood.PLAN if is_below and has_to(verb) and not _happens(verb) else Mood.FACT


def has_to(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _happens(verb: Token) -> bool:
    return verb.head.lower_ in _HAPPENING


def names_the_same(token: Token, head: Token) -> bool:
    """Tell whether a word names the act or state that `head` names, as a noun or as a verb."""
    if token.is_punct or token.tag_ in _NO_PREDICATES or token.lower_ in _BE:
        return False
    if token.dep_ in AUXILIARIES:
        return False
    if token.lower_ == head.lower_:
        return token.tag_[:1] == head.tag_[:1] or token.lower_ not in _BODIES
    if any(are_synonyms(a, b, Pos.VERB) for a in acts(token) for b in acts(head)):
        return True
    pos = _POS.get(token.tag_[:1])
    if pos is None or pos is not _POS.get(head.tag_[:1]):
        return False
    return are_synonyms(lemma(token.lower_, pos), lemma(head.lower_, pos), pos)


# As nouns these mostly name who does it, or a thing.
_BODIES: Final = frozenset("campaign state house party office report house book".split())


def acts(token: Token) -> Iterator[str]:
    """Yield the verb that a word is a form of, or names the act of: "denial" gives "deny"."""
    if token.tag_[:1] == "V":
        yield lemma(token.lower_, Pos.VERB)
    elif token.tag_[:1] == "N":
        verb = verb_of(lemma(token.lower_, Pos.NOUN))
        if verb is not None:
            yield verb


def is_asserted(token: Token) -> bool:
    """Tell whether a word can be a predicate where it stands: no "wanted man", no aim with "to"."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    if token.tag_[:1] == "J":
        return first.dep_ in ("acomp", "attr", "ROOT", "oprd")
    if first.dep_ in ("advcl", "xcomp", "relcl") and has_to(first) and not _happens(first):
        return False
    return token.tag_[:1] != "V" or first.dep_ in _STATING
