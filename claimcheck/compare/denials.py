"""Whether what one claim denies is what another states: one predicate, of one subject, as a fact.

Two claims of one story nearly always share words; where one has a "not", most of the time it denies
another thing than the other says. So what is denied is found by the parse, looked for on the other
side, and compared part by part: the predicate, who it is said of, what it is done to, and whether
both say it as a fact, a plan, a duty or a possibility.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.modality.predicates import tokens_in
from claimcheck.annotate.references.naming import Mention
from claimcheck.compare.alignment import covering
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.naming import are_one
from claimcheck.compare.predicates import (
    ANYBODY,
    AUXILIARIES,
    MAX_HOPS,
    Predicate,
    has_to,
    is_asserted,
    mood_of,
    names_the_same,
    predicate_of,
    stems_below,
    subject_of,
    verb_above,
)
from claimcheck.datatypes import Span
from claimcheck.settings import STATED_REACH

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOBODY: Final = frozenset(("nobody", "none", "one", "no-one"))
_MARKS: Final = frozenset("\"“”'‘’")
# "Not the first" says less than "not".
_SINGLING: Final = frozenset(("first", "last", "best", "biggest", "largest", "latest"))
# These take a verb and say that it does not happen.
_DENYING: Final = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining "
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed "
    "dismissing neglect neglected unable unwilling unlikely lack lacks lacked ruled rule".split()
)
# And of these a noun too: "denied any contact", while who rejected a bill doesn't say that there is
# none.
_SAYING_NO: Final = frozenset(("deny", "denies", "denied", "denying"))
# "No evidence that it leaked" denies that it leaked.
_OF_CONTENT: Final = frozenset(
    "basis evidence indication information intelligence proof reason sign signs suggestion".split()
)
# Who doesn't say or show something denies it, near enough.
_LEAVING_OPEN: Final = frozenset(
    "believe claim find indicate mean prove say show suggest think".split()
)
# A verb under one of these does not happen yet, or not at all.
_IRREALIS: Final = frozenset(
    "want wants wanted hope hopes hoped plan plans planned vow vows vowed pledge pledges pledged "
    "promise promises promised try tries tried trying attempt attempts attempted threaten "
    "threatens threatened refuse refuses refused decline declines declined fail fails failed urge "
    "urges urged ask asks asked call calls called demand demands demanded seek seeks sought intend "
    "intends intended agree agrees agreed offer offers offered prepare prepares prepared expect "
    "expects expected need needs needed order orders ordered push pushes pushed".split()
)
_CONDITIONS: Final = frozenset("if unless whether until lest before".split())
# A denial with these in it holds in part only, or sets one thing against another.
_LIMITS: Final = frozenset(("until", "unless", "but", "because", "only"))


@dataclass(frozen=True, slots=True)
class Statement:
    """Where a claim states what another denies; `sure` if all parts show that it is the same."""

    place: Span
    sure: bool


def stated_there(denying: Analysis, cue: Span, stating: Analysis) -> Statement | None:
    """Return where the other claim states what the words at `cue` deny; None where it doesn't."""
    all_denied = list(_all_denied(denying, cue))
    found = [
        Statement(_place(one, denied, stating), sure)
        for denied in all_denied
        for one in _stated(stating, denied)
        if (sure := _is_same(denied, one, denying, stating)) is not None
    ]
    found += [
        Statement(place, sure=True)
        for denied in all_denied
        if (place := _all_of_it(denied, denying, stating)) is not None
    ]
    return max(found, key=lambda one: one.sure, default=None)


def _all_of_it(denied: Predicate, denying: Analysis, stating: Analysis) -> Span | None:
    """Return what "this never happened", said of something, denies as a whole."""
    about = denied.about.lower_ if denied.about is not None else ""
    if denied.head.lower_ not in _AT_ALL or about not in ("this", "that", "it"):
        return None
    named = denying.profile.stems
    said = [token for token in stating.tokens if token.is_content and token.stem in named]
    return covering(said) if len({token.stem for token in said}) >= _MIN_OF_IT else None


_AT_ALL: Final = frozenset("happen happened occur occurred true accurate correct".split())
# So many of the words that name it have to stand on the other side.
_MIN_OF_IT: Final = 3


def _all_denied(claim: Analysis, cue: Span) -> Iterator[Predicate]:
    """Yield what a cue denies, and of "the data do not show that" what they don't show."""
    denied = _denied(claim, cue)
    if denied is None or _is_open(denied.head):
        return
    yield denied
    if denied.head.lower_ in _LEAVING_OPEN:
        content = next((one for one in denied.head.rights if one.dep_ == "ccomp"), None)
        if content is not None:
            yield predicate_of(content, claim)


def _denied(claim: Analysis, cue: Span) -> Predicate | None:
    tokens = tokens_in(claim.doc, cue)
    is_answer = {claim.text[cue.start - 1 : cue.start], claim.text[cue.end : cue.end + 1]} <= _MARKS
    # He answered "no"; "without a permit", "instead of it" and "a false report" deny no statement.
    if not tokens or is_answer or tokens[0].dep_ in ("intj", "prep", "amod"):
        return None
    last = tokens[-1]
    # "A barrier and not a wall" sets one thing against another.
    is_contrast = last.dep_ == "neg" and last.head.tag_[:1] == "N"
    if last.lower_ in ("of", "than", "nowhere", "impossible") or is_contrast:
        return None
    verb = next((token for token in tokens if token.lower_ in _DENYING), None)
    if verb is not None:
        return _below(verb, claim)
    if last.tag_ == "DT" or last.dep_ in ("det", "predet"):
        # "No evidence was found", "has no plans to".
        return predicate_of(_content(last.head), claim)
    if last.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
        # "No one was hurt", "found nothing".
        return predicate_of(verb_above(last), claim)
    head = last.head
    while head.dep_ in (*AUXILIARIES, "advmod", "neg") and head.head != head:
        head = head.head
    return predicate_of(head, claim)


def _content(noun: Token) -> Token:
    """Return the verb of what a noun tells of ("evidence that"), else the noun."""
    if noun.lower_ not in _OF_CONTENT:
        return noun
    return next((one for one in noun.rights if one.dep_ in ("acl", "ccomp", "relcl")), noun)


def _below(verb: Token, claim: Analysis) -> Predicate | None:
    """Return what is denied by a verb: its complement ("refused to go") or its object."""
    below = next((one for one in verb.rights if one.dep_ in ("xcomp", "ccomp", "pcomp")), None)
    if below is None and verb.lower_ in _SAYING_NO:
        below = next((one for one in verb.rights if one.dep_ in ("dobj", "prep")), None)
    if below is None:
        return None
    if below.dep_ == "prep":
        below = next((one for one in below.rights if one.dep_ in ("pobj", "pcomp")), below)
    # Who refuses to go does not go.
    own = replace(predicate_of(below, claim), mood=mood_of(verb))
    if own.about is not None or below.dep_ == "ccomp":
        return own
    return replace(own, subject=subject_of(verb))


def _is_open(head: Token) -> bool:
    """Tell whether a denial is none of a fact: "those who don't pay", "not until"."""
    if not _LIMITS.isdisjoint(token.lower_ for token in head.subtree):
        return True
    verb = verb_above(head) if head.tag_[:1] in "NJ" else head
    if verb.dep_ == "relcl" and verb.head.lower_ not in _OF_CONTENT:
        before = verb.left_edge.i - 1
        return before >= 0 and verb.doc[before].text != ","
    return verb.dep_ in ("advcl", "acl") and has_to(verb)


def _stated(claim: Analysis, denied: Predicate) -> Iterator[Predicate]:
    """Yield the predicates of a claim that say what is denied, but are not denied themselves."""
    negated = [one.cue for one in claim.modality.negations]
    for token in claim.doc:
        if not names_the_same(token, denied.head) or not is_asserted(token):
            continue
        above = (token.head,) if token.dep_ in ("attr", "acomp", "xcomp", "dobj") else ()
        near = (word for one in (token, *above) for word in (one, *one.children))
        is_denied = any(
            Span(one.idx, one.idx + len(one)).overlaps(cue) for one in near for cue in negated
        )
        if not is_denied and not _is_supposed(token, negated):
            yield predicate_of(token, claim)


def _is_supposed(token: Token, negated: Sequence[Span]) -> bool:
    """Tell whether a word stands under a condition, a denial, a doubt, or what is only wanted."""
    if any(child.lower_ in _DOUBTED for child in token.lefts):
        return True
    one = token
    for _ in range(MAX_HOPS):
        if _is_conditional(one) or (one is not token and _is_negated(one, negated)):
            return True
        if one.head == one:
            return False
        above = one.head.lower_
        if above in _SAYING_NO or (
            one.dep_ in ("xcomp", "ccomp") and above in _IRREALIS | _DENYING
        ):
            return True
        one = one.head
    return False


def _is_conditional(verb: Token) -> bool:
    own = (child for child in verb.children if child.dep_ == "mark")
    hung = (mark for child in verb.children if child.dep_ == "advcl" for mark in child.lefts)
    return any(mark.lower_ in _CONDITIONS for mark in (*own, *hung))


def _is_negated(verb: Token, negated: Sequence[Span]) -> bool:
    """Tell whether a verb above is denied itself: "cannot prove that"."""
    near = (child for child in verb.children if child.dep_ in ("neg", "aux", "preconj"))
    spans = [Span(one.idx, one.idx + len(one)) for one in near]
    return any(span.overlaps(cue) for span in spans for cue in negated)


# A thing called so may not be one.
_DOUBTED: Final = frozenset("alleged fake false possible potential purported supposed".split())


class _Subjects(Enum):
    """How those of whom two predicates are said stand to each other."""

    ONE = auto()
    # One is what the other does it to: "a cut is under consideration", "they weigh a cut".
    TURNED = auto()
    OPEN = auto()
    TWO = auto()


def _is_same(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> bool | None:
    """Tell whether two predicates surely say the same of one; None where they don't.

    Not sure is what is said of one and the same, in other words.
    """
    if denied.mood is not stated.mood or (denied.rest & _SINGLING) - stated.rest:
        return None
    subjects = _subjects(denied, stated, denying, stating)
    if subjects is _Subjects.TWO or _is_in_part(denied, stated):
        return None
    # Something besides the predicate has to tie the two.
    if denied.rest & stated.rest or subjects is _Subjects.TURNED:
        return True
    is_one = subjects is _Subjects.ONE
    if denied.rest and stated.rest:
        return False if is_one else None
    is_nobody = denied.about is not None and denied.about.lower_ in _NOBODY
    return True if is_one or is_nobody else None


def _subjects(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> _Subjects:
    mine, rival = _stems_of_subject(denied, denying), _stems_of_subject(stated, stating)
    if max(len(mine & stated.rest), len(rival & denied.rest)) >= _MIN_TURNED:
        return _Subjects.TURNED
    names = _name_of_subject(denied, denying), _name_of_subject(stated, stating)
    is_named = names[0] is not None and names[1] is not None and are_one(names[0], names[1])
    if is_named or not mine.isdisjoint(rival):
        return _Subjects.ONE
    is_anybody = any(
        one.subject is None or one.subject.lower_ in ANYBODY for one in (denied, stated)
    )
    return _Subjects.OPEN if is_anybody or not mine or not rival else _Subjects.TWO


def _stems_of_subject(one: Predicate, claim: Analysis) -> frozenset[str]:
    return stems_below(claim, [one.subject]) if one.subject is not None else frozenset()


def _name_of_subject(one: Predicate, claim: Analysis) -> Mention | None:
    if one.subject is None:
        return None
    place = one.subject.i
    return next((name for name in claim.names if name.first <= place <= name.last), None)


def _is_in_part(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether both can hold: "most did not" and "many did", "not at once" and "did"."""
    counted = [
        one.about is not None and any(child.lower_ in _SOME for child in one.about.children)
        for one in (denied, stated)
    ]
    return all(counted) or any(child.lower_ in _IN_PART for child in denied.head.children)


_SOME: Final = frozenset("few many most several some".split())
_IN_PART: Final = frozenset(
    "always entirely exclusively fully immediately initially necessarily originally".split()
)
# So many words have to be shared before a subject is taken for the other side's object.
_MIN_TURNED: Final = 2


def _place(stated: Predicate, denied: Predicate, claim: Analysis) -> Span:
    """Return the words from the predicate to what is shared with the denial, near it."""
    described = [one for one in stated.head.lefts if one.dep_ in ("amod", "compound")]
    first = described[0] if described else stated.head
    head = Span(first.idx, stated.head.idx + len(stated.head))
    shared = denied.rest & stated.rest
    near = [
        token.span
        for token in claim.tokens
        if token.stem in shared and 0 <= token.span.start - head.start <= STATED_REACH
    ]
    return Span(head.start, max([head, *near]).end)
