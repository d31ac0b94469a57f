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

from claimcheck.annotate.lexicon import Pos, lemma
from claimcheck.annotate.modality.predicates import tokens_in
from claimcheck.annotate.references.naming import Mention
from claimcheck.compare.alignment import covering
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.naming import are_one
from claimcheck.compare.predicates import (
    ANYBODY,
    AUXILIARIES,
    MAX_HOPS,
    Mood,
    Predicate,
    has_to,
    is_asserted,
    mood_of,
    names_the_same,
    predicate_of,
    stems_of,
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
    "believe claim conclude confirm demonstrate determine establish find indicate mean prove say "
    "show suggest think".split()
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
_LIMITS: Final = frozenset(("until", "unless", "but", "because", "only", "if"))


@dataclass(frozen=True, slots=True)
class Statement:
    """Where a claim states what another denies; `sure` if all parts show that it is the same."""

    place: Span
    sure: bool


def stated_there(denying: Analysis, cue: Span, stating: Analysis) -> Statement | None:
    """Return where the other claim states what the words at `cue` deny; None where it doesn't."""
    if _is_of_nobody(denying, cue) and any(
        _is_of_nobody(stating, one.cue) for one in stating.modality.negations
    ):
        # A parser seldom hangs "no one who works" on its verb.
        return None
    there = [p for one in stating.modality.negations for p in _all_denied(stating, one.cue)]
    all_denied = [
        one
        for one in _all_denied(denying, cue)
        if not any(_denies_too(other, one) for other in there)
    ]
    found = [
        Statement(_place(one, denied, stating), sure)
        for denied in all_denied
        for one in _stated(stating, denied)
        if (sure := _is_same(denied, one, denying, stating)) is not None
    ]
    found += [
        Statement(place, sure=denied.head.lower_ not in _UNTRUE)
        for denied in all_denied
        if (place := _all_of_it(denied, denying, stating)) is not None
    ]
    return max(found, key=lambda one: one.sure, default=None)


def _is_of_nobody(claim: Analysis, cue: Span) -> bool:
    return cue.of(claim.text).casefold() in ("nobody", "no one", "no-one", "none")


def _denies_too(one: Predicate, other: Predicate) -> bool:
    """Tell whether two denials are of one predicate, said of something that both name."""
    shared = one.rest & other.rest
    return names_the_same(one.head, other.head) and bool(shared or not (one.rest and other.rest))


def _all_of_it(denied: Predicate, denying: Analysis, stating: Analysis) -> Span | None:
    """Return what "this never happened", said of something, denies as a whole."""
    about = denied.about.lower_ if denied.about is not None else ""
    is_fact = denied.mood is Mood.FACT and denied.head.lower_ in _AT_ALL
    if not is_fact or about not in ("this", "that", "it"):
        return None
    named = denying.profile.stems
    said = [
        token
        for token in stating.tokens
        if token.is_content and token.stem in named and not _is_in_scope(stating, token.span.start)
    ]
    return covering(said) if len({token.stem for token in said}) >= _MIN_OF_IT else None


# "That wasn't true" is mostly said of the reasons that somebody gave.
_UNTRUE: Final = frozenset(("true", "accurate", "correct"))
_AT_ALL: Final = frozenset("happen happened occur occurred true accurate correct".split())
# So many of the words that name it have to stand on the other side.
_MIN_OF_IT: Final = 3


def _all_denied(claim: Analysis, cue: Span) -> Iterator[Predicate]:
    """Yield what a cue denies, and of "the data do not show that" what they don't show."""
    if _is_in_scope(claim, cue.start):
        # "Did not say that none came" denies a denial.
        return
    denied = _denied(claim, cue)
    if denied is None or _is_open(denied.head):
        return
    yield denied
    if denied.head.lower_ in _LEAVING_OPEN:
        content = next((one for one in denied.head.rights if one.dep_ == "ccomp"), None)
        if content is not None and not _is_conditional(content):
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
    if noun.dep_ not in ("nsubj", "nsubjpass") or _content(noun) is not noun:
        return True
    return noun.head.lower_ in _EXISTING


_EXISTING: Final = frozenset(
    "is are was were be been exist exists existed found made reached signed remains "
    "remained".split()
)


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
        is_denied = any(_has_cue(one, negated) for one in (token, *above))
        if is_denied or _is_in_scope(claim, token.idx) or _is_supposed(token, negated):
            continue
        if token.tag_[:1] == "N" and _is_told_by_the_way(token):
            continue
        yield predicate_of(token, claim)


def _is_told_by_the_way(noun: Token) -> bool:
    """Tell whether a noun stands where nothing is stated of it.

    That is in a clause that is a subject ("raising such claims is wrong") and in who says it
    ("according to the findings").
    """
    return any(
        one.dep_ in ("csubj", "csubjpass") or one.lower_ == "according" for one in noun.ancestors
    )


def _has_cue(verb: Token, negated: Sequence[Span]) -> bool:
    """Tell whether a word is denied by what hangs on it: "not found", "found no proof"."""
    below = [verb, *verb.children]
    below += [one for child in verb.children if child.dep_ in _ARGUMENTS for one in child.children]
    return any(Span(one.idx, one.idx + len(one)).overlaps(cue) for one in below for cue in negated)


_ARGUMENTS: Final = ("nsubj", "nsubjpass", "dobj", "attr", "prep", "agent", "oprd")


def _is_in_scope(claim: Analysis, place: int) -> bool:
    """Tell whether a word of a claim is among those that one of its negations reaches over."""
    return any(one.scope.start <= place < one.scope.end for one in claim.modality.negations)


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
    """Tell whether a verb above is denied itself: "cannot prove that", "nobody should have to"."""
    own = [child for child in verb.children if child.dep_ in ("neg", "aux", "preconj", "nsubj")]
    near = [*own, *(one for child in own if child.dep_ == "nsubj" for one in child.lefts)]
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
    if _is_of_another_sort(denied, stated, denying, stating) or _is_of_other_thing(denied, stated):
        return None
    # Something besides the predicate has to tie the two.
    is_other = _have_other_objects(denied, stated)
    is_tied = bool(denied.rest & stated.rest) and not is_other
    if is_tied or subjects is _Subjects.TURNED:
        return not (_are_of_other_times(denied, stated) or _is_for_some(denied, stated, denying))
    is_one = subjects is _Subjects.ONE
    if denied.rest and stated.rest:
        return False if is_one else None
    is_nobody = denied.about is not None and denied.about.lower_ in _NOBODY
    return True if is_one or is_nobody else None


def _is_of_another_sort(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> bool:
    """Tell whether a noun that is denied is narrower than the one that is stated.

    "No missile test" denies no "test of his skill", and who "is no agent" can sell to agents.
    """
    noun = denied.head
    if noun.tag_[:1] != "N":
        return False
    if noun.dep_ == "attr" and not any(one.dep_ == "expl" for one in noun.head.children):
        other = stated.head
        is_said = other.dep_ in ("attr", "appos", "oprd") or other.head.lower_ == "as"
        if other.tag_[:1] == "N" and not is_said:
            return True
    sort = stems_of(denying, [one for one in noun.lefts if one.dep_ in ("amod", "compound")])
    return bool(sort) and sort.isdisjoint(stating.profile.stems)


def _is_of_other_thing(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether a verb that says next to nothing has another object: "have a plan", "a fear"."""
    is_light = lemma(denied.head.lower_, Pos.VERB) in _LIGHT
    return is_light and _have_other_objects(denied, stated)


def _have_other_objects(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether two verbs take two things in one place: "asked about a bill", "about a memo"."""
    mine, rival = _objects(denied.head), _objects(stated.head)
    if "" in mine and "" not in rival and _takes_clause(stated) and not _takes_clause(denied):
        return True
    places = mine.keys() & rival.keys()
    return bool(places) and not any(
        names_the_same(mine[place], rival[place])
        or not ANYBODY.isdisjoint((mine[place].lower_, rival[place].lower_))
        for place in places
    )


# Such verbs say next to nothing without their object.
_LIGHT: Final = frozenset("do get give go have keep make put take want".split())


def _are_of_other_times(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether one is said of the present and the other of the past."""
    times = [_is_past(one.head) for one in (denied, stated)]
    return None not in times and times[0] is not times[1]


def _is_past(head: Token) -> bool | None:
    """Tell whether a verb is in the past or the perfect; None for what has no tense."""
    verb = head.head if head.dep_ in ("attr", "acomp") else head
    tags = [child for child in verb.lefts if child.dep_ in AUXILIARIES] or [verb]
    first = tags[0]
    if first.tag_ == "VBD" or first.lower_ in ("has", "have", "'ve", "’ve", "had"):
        return True
    return False if first.tag_ in ("VBZ", "VBP") else None


def _is_for_some(denied: Predicate, stated: Predicate, denying: Analysis) -> bool:
    """Tell whether what is stated is so for some only, whom the denial doesn't speak of."""
    named = {token.stem for token in denying.tokens if token.is_content}
    taken = [stated.head, *(one for one in stated.head.rights if one.dep_ == "dobj")]
    own = [one for one in denied.head.subtree if one.lower_ == "for"]
    some = [one for word in taken for one in word.rights if one.lower_ == "for"]
    return (
        bool(some)
        and not own
        and all({word.lower_ for word in one.subtree}.isdisjoint(named) for one in some)
    )


def _takes_clause(one: Predicate) -> bool:
    return any(child.dep_ in ("ccomp", "xcomp") for child in one.head.rights)


def _objects(verb: Token) -> dict[str, Token]:
    """Return the object of a verb and those of its prepositions, by the preposition."""
    found: dict[str, Token] = {}
    for child in verb.rights:
        if child.dep_ == "dobj":
            found[""] = child
        elif child.dep_ == "prep":
            found.update((child.lower_, one) for one in child.rights if one.dep_ == "pobj")
    return found


def _subjects(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> _Subjects:
    if _are_counted_apart(denied.subject, stated.subject) or any(
        _is_somebody_else(*sides)
        for sides in (
            (denied.subject, stated.subject, stating),
            (stated.subject, denied.subject, denying),
        )
    ):
        return _Subjects.TWO
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
    """Return the stems of a subject without the clauses that tell more of it."""
    if one.subject is None:
        return frozenset()
    told = {word for child in one.subject.rights if _tells_more(child) for word in child.subtree}
    return stems_of(claim, (word for word in one.subject.subtree if word not in told))


def _tells_more(child: Token) -> bool:
    before = child.left_edge.i - 1
    is_apart = before >= 0 and child.doc[before].is_punct
    return child.dep_ == "acl" or (child.dep_ in ("relcl", "appos") and is_apart)


def _is_somebody_else(pronoun: Token | None, other: Token | None, claim: Analysis) -> bool:
    """Tell whether a pronoun is surely not the other subject, which is one of `claim`.

    Who is named behind "he" in one sentence is another one; who says "I" is no "somebody".
    """
    if pronoun is None or other is None or other.tag_ == "PRP":
        return False
    if pronoun.lower_ in ("i", "we"):
        return other.tag_ in ("NN", "NNS") and other.lower_ in _SOMEBODY
    if pronoun.lower_ not in ("he", "she", "it", "they"):
        return False
    names = stems_of(claim, [other])
    return (
        other.tag_ == "NNP"
        and any(token.lower_ == other.lower_ for token in pronoun.doc[pronoun.i + 1 :])
        and bool(names)
    )


_SOMEBODY: Final = frozenset(("somebody", "someone", "anybody", "anyone"))


def _are_counted_apart(one: Token | None, other: Token | None) -> bool:
    """Tell whether two subjects have figures and none in common: who earns more, who earns less."""
    if one is None or other is None:
        return False
    figures = [{word.text for word in side.subtree if word.like_num} for side in (one, other)]
    return all(figures) and figures[0].isdisjoint(figures[1])


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
    below = [*denied.head.children, *denied.head.head.lefts]
    taken = (child for child in denied.head.rights if child.dep_ == "dobj")
    is_all = any(_ALL.intersection({one.lower_, *(w.lower_ for w in one.lefts)}) for one in taken)
    return all(counted) or is_all or any(child.lower_ in _IN_PART for child in below)


_SOME: Final = frozenset("few many most several some".split())
_IN_PART: Final = frozenset(
    "always enough entirely exclusively fully immediately initially necessarily originally "
    "solely specifically".split()
)
_ALL: Final = frozenset("all every everybody everyone everything".split())
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
