"""What a negation denies: the predicates that the words at a cue say are not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import Pos, lemma
from claimcheck.annotate.modality.predicates import tokens_in
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.predicates import (
    AUXILIARIES,
    Mood,
    Predicate,
    has_to,
    mood_of,
    predicate_of,
    subject_of,
    verb_above,
)
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_DENIAL: Final = frozenset(("of", "than", "nowhere", "impossible"))
_NOMINAL: Final = ("csubj", "pcomp")
_IDIOM: Final = " to do with"
_MARKS: Final = frozenset("\"“”'‘’")
# These take a verb and say that it does not happen.
DENYING: Final = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining "
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed "
    "dismissing neglect neglected unable unwilling unlikely lack lacks lacked ruled rule".split()
)
# And of these a noun too: "denied any contact", while who rejected a bill doesn't say that there is
# none.
SAYING_NO: Final = frozenset(("deny", "denies", "denied", "denying"))
# Who denies one of these doesn't deny that it was made.
_ALLEGED: Final = frozenset(
    "accusation allegation appeal bid charge claim lawsuit motion petition report request rumor "
    "rumour story suit".split()
)
# "No evidence that it leaked" denies that it leaked.
OF_CONTENT: Final = frozenset(
    "basis evidence indication information intelligence proof reason sign signs suggestion".split()
)
# Who doesn't say or show something denies it, near enough.
_LEAVING_OPEN: Final = frozenset(
    "believe claim conclude confirm demonstrate determine establish find indicate mean prove say "
    "show suggest think".split()
)
# A denial with these in it holds in part only, or sets one thing against another.
_LIMITS: Final = frozenset(
    ("until", "unless", "but", "because", "only", "if", "than", "without", "solely")
)
_CONDITIONS: Final = frozenset("if unless whether until lest before once".split())


def all_denied(claim: Analysis, cue: Span) -> Iterator[Predicate]:
    """Yield what a cue denies, and of "the data do not show that" what they don't show."""
    if is_in_scope(claim, cue.start):
        # "Did not say that none came" denies a denial.
        return
    denied = _denied(claim, cue)
    if denied is None or _is_open(denied.head):
        return
    yield denied
    if denied.head.lower_ in _LEAVING_OPEN:
        content = next((one for one in denied.head.rights if one.dep_ == "ccomp"), None)
        if content is None or is_conditional(content) or _holds_denial(content, claim):
            return
        yield predicate_of(content, claim)


def _holds_denial(verb: Token, claim: Analysis) -> bool:
    first, last = verb.left_edge, verb.right_edge
    reach = Span(first.idx, last.idx + len(last))
    return any(one.cue.overlaps(reach) for one in claim.modality.negations)


def _denied(claim: Analysis, cue: Span) -> Predicate | None:
    tokens = tokens_in(claim.doc, cue)
    is_answer = {claim.text[cue.start - 1 : cue.start], claim.text[cue.end : cue.end + 1]} <= _MARKS
    # He answered "no"; "without a permit", "instead of it" and "a false report" deny no statement.
    if not tokens or is_answer or tokens[0].dep_ in ("intj", "prep", "amod"):
        return None
    last = tokens[-1]
    # "A barrier and not a wall" sets one thing against another.
    is_contrast = last.dep_ == "neg" and last.head.tag_[:1] == "N"
    is_idiom = claim.text[cue.end :].startswith(_IDIOM)
    # "Not extending them would hurt" denies nothing.
    is_thought = last.dep_ == "neg" and last.head.tag_ == "VBG" and last.head.dep_ in _NOMINAL
    if last.lower_ in _NO_DENIAL or is_contrast or is_idiom or is_thought:
        return None
    verb = next((token for token in tokens if token.lower_ in DENYING), None)
    if verb is not None:
        return _below(verb, claim)
    if last.tag_ == "DT" or last.dep_ in ("det", "predet"):
        # "No evidence was found", "has no plans to".
        return (
            predicate_of(_content(last.head), claim)
            if _is_had(last.head)
            else predicate_of(verb_above(last), claim)
        )
    if last.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
        # "No one was hurt", "found nothing".
        return predicate_of(verb_above(last), claim)
    head = last.head
    while head.dep_ in (*AUXILIARIES, "advmod", "neg") and head.head != head:
        head = head.head
    return predicate_of(head, claim)


def _is_had(noun: Token) -> bool:
    """Tell whether a noun behind "no" is denied itself, not what is said of it.

    "There was no deal", "no deal was reached", but of "no troops are needed" the need.
    """
    if is_wanted(noun):
        return False
    if noun.dep_ not in ("nsubj", "nsubjpass") or _content(noun) is not noun:
        return True
    return noun.head.lower_ in _EXISTING


def is_wanted(noun: Token) -> bool:
    """Tell whether a noun is what somebody asks for, and hasn't got."""
    return noun.dep_ == "dobj" and lemma(noun.head.lower_, Pos.VERB) in _WANTING


_WANTING: Final = frozenset("ask demand need propose request seek want".split())
_EXISTING: Final = frozenset(
    "is are was were be been exist exists existed found made reached signed remains "
    "remained".split()
)


def _content(noun: Token) -> Token:
    """Return the verb of what a noun tells of ("evidence that"), else the noun."""
    if noun.lower_ not in OF_CONTENT:
        return noun
    return next((one for one in noun.rights if one.dep_ in ("acl", "ccomp", "relcl")), noun)


def _below(verb: Token, claim: Analysis) -> Predicate | None:
    """Return what is denied by a verb: its complement ("refused to go") or its object."""
    below = next((one for one in verb.rights if one.dep_ in ("xcomp", "ccomp", "pcomp")), None)
    if below is None and verb.lower_ in SAYING_NO:
        # What is denied to somebody is kept from him.
        below = next((one for one in verb.rights if one.dep_ == "dobj"), None)
    if below is None or lemma(below.lower_, Pos.NOUN) in _ALLEGED or is_conditional(verb):
        return None
    # Who refuses to go does not go.
    own = replace(predicate_of(below, claim), mood=mood_of(verb))
    if own.about is not None or below.dep_ == "ccomp":
        return own
    return replace(own, subject=subject_of(verb))


def _is_open(head: Token) -> bool:
    """Tell whether a denial is none of a fact: "those who don't pay", "not until", "let no one"."""
    is_limited = not _LIMITS.isdisjoint(token.lower_ for token in head.subtree)
    is_wish = any(one.lower_ == "let" for one in head.ancestors)
    if is_limited or is_wish or _is_for_a_time(head):
        return True
    verb = verb_above(head) if head.tag_[:1] in "NJ" else head
    if mood_of(verb) is Mood.PLAN and _lasts_while(verb):
        return True
    if verb.dep_ == "relcl" and verb.head.lower_ not in OF_CONTENT:
        before = verb.left_edge.i - 1
        return before >= 0 and verb.doc[before].text != ","
    return verb.dep_ in ("advcl", "acl") and has_to(verb)


def _lasts_while(verb: Token) -> bool:
    """Tell whether something holds as long as something else: "won't, while they are audited"."""
    clauses = (child for child in verb.rights if child.dep_ == "advcl")
    return any(one.dep_ == "mark" and one.lower_ == "while" for c in clauses for one in c.lefts)


def has_come_since(claim: Analysis, cue: Span, other: Analysis) -> bool:
    """Tell whether the other claim is of a later day than a denial that holds so far."""
    is_later = claim.day is not None and other.day is not None and other.day > claim.day
    return is_later and is_so_far(claim, cue)


def _is_for_a_time(head: Token) -> bool:
    """Tell whether a denial holds for some time only: "won't start for a few weeks"."""
    return any(
        one.lower_.removesuffix("s") in _PERIODS
        for phrase in head.children
        if phrase.lower_ == "for"
        for one in phrase.rights
    )


_PERIODS: Final = frozenset("day week month year hour while moment".split())


def is_so_far(claim: Analysis, cue: Span) -> bool:
    """Tell whether a denial holds up to now only: "has not been tested", but not "never"."""
    return cue.of(claim.text).casefold() != "never" and any(
        helper.lower_ in ("has", "have", "'ve", "’ve") or helper.lower_ == "yet"
        for denied in all_denied(claim, cue)
        for helper in denied.head.children
    )


def is_of_nobody(claim: Analysis, cue: Span) -> bool:
    return cue.of(claim.text).casefold() in ("nobody", "no one", "no-one", "none")


def is_in_scope(claim: Analysis, place: int) -> bool:
    """Tell whether a word of a claim is among those that one of its negations reaches over."""
    return any(one.scope.start <= place < one.scope.end for one in claim.modality.negations)


def is_conditional(verb: Token) -> bool:
    own = (child for child in verb.children if child.dep_ == "mark")
    hung = (mark for child in verb.children if child.dep_ == "advcl" for mark in child.lefts)
    return any(mark.lower_ in _CONDITIONS for mark in (*own, *hung))
