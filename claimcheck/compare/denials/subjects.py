"""Whether two predicates are said of one."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.references.names import SAYING
from claimcheck.annotate.references.naming import Mention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.naming import are_one
from claimcheck.compare.predicates import ANYBODY, MAX_HOPS, Predicate, stems_of

if TYPE_CHECKING:
    from spacy.tokens import Token


class Subjects(Enum):
    """How those of whom two predicates are said stand to each other."""

    ONE = auto()
    # One is what the other does it to: "a cut is under consideration", "they weigh a cut".
    TURNED = auto()
    OPEN = auto()
    TWO = auto()


def subjects_of(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> Subjects:
    """Tell how those of whom two predicates are said stand to each other."""
    denied, stated = _resolved(denied), _resolved(stated)
    one, other = denied.subject, stated.subject
    if one is not None and other is not None:
        is_other = _is_somebody_else(one, other) or _is_somebody_else(other, one)
        if is_other or _are_counted_apart(one, other):
            return Subjects.TWO
    mine, rival = _stems_of_subject(denied, denying), _stems_of_subject(stated, stating)
    # "Lee backs Roe" and "Roe backs Lee" are no turns of each other.
    is_turn = denied.head.tag_[:1] != stated.head.tag_[:1]
    if is_turn and max(len(mine & stated.rest), len(rival & denied.rest)) >= MIN_TURNED:
        return Subjects.TURNED
    names = _name_of_subject(denied, denying), _name_of_subject(stated, stating)
    is_named = names[0] is not None and names[1] is not None and are_one(names[0], names[1])
    if is_named or not mine.isdisjoint(rival):
        return Subjects.ONE
    is_anybody = any(
        one.subject is None or one.subject.lower_ in ANYBODY for one in (denied, stated)
    )
    return Subjects.OPEN if is_anybody or not mine or not rival else Subjects.TWO


def _resolved(one: Predicate) -> Predicate:
    """Return a predicate of "he" or "I" with the name of who says it: "Lee said that he lost"."""
    subject = one.subject
    if subject is None or subject.lower_ not in _SPEAKING:
        return one
    for verb in islice(subject.ancestors, 2 * MAX_HOPS):
        says = verb.lower_ in SAYING and subject.head != verb
        found = next((child for child in verb.children if says and child.dep_ == "nsubj"), None)
        if found is not None and found.tag_ == "NNP":
            return replace(one, subject=found)
        if found is not None and found.lower_ not in _SPEAKING:
            return one
    return one


_SPEAKING: Final = frozenset(("he", "she", "i"))


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


def _is_somebody_else(pronoun: Token, other: Token) -> bool:
    """Tell whether a pronoun is surely not the other subject.

    Who is named behind "he" in one sentence is another one; who says "I" is no "somebody".
    """
    if pronoun.lower_ == "you":
        # Who is spoken to in one claim and spoken of in the other.
        return other.lower_ in ("he", "she", "they") or other.tag_ == "NNP"
    if pronoun.lower_ in ("i", "we"):
        return other.tag_ in ("NN", "NNS") and other.lower_ in _SOMEBODY
    if pronoun.lower_ not in ("he", "she", "it", "they") or other.tag_ != "NNP":
        return False
    return any(token.lower_ == other.lower_ for token in pronoun.doc[pronoun.i + 1 :])


_SOMEBODY: Final = frozenset(("somebody", "someone", "anybody", "anyone"))


def _are_counted_apart(one: Token, other: Token) -> bool:
    """Tell whether two subjects have figures and none in common: who earns more, who earns less."""
    figures = [{word.text for word in side.subtree if word.like_num} for side in (one, other)]
    return all(figures) and figures[0].isdisjoint(figures[1])


def _name_of_subject(one: Predicate, claim: Analysis) -> Mention | None:
    if one.subject is None:
        return None
    place = one.subject.i
    return next((name for name in claim.names if name.first <= place <= name.last), None)


# So many words have to be shared before a subject is taken for the other side's object.
MIN_TURNED: Final = 2
