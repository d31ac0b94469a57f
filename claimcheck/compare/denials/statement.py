"""Where a claim states what another denies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.compare.analysis import Analysis
from claimcheck.compare.denials.denied import all_denied, is_of_nobody
from claimcheck.compare.denials.sameness import is_same
from claimcheck.compare.denials.stated import UNTRUE, all_of_it, stated_in
from claimcheck.compare.predicates import Predicate, names_the_same
from claimcheck.datatypes import Span
from claimcheck.settings import STATED_REACH


@dataclass(frozen=True, slots=True)
class Statement:
    """Where a claim states what another denies; `sure` if all parts show that it is the same."""

    place: Span
    sure: bool


def stated_there(denying: Analysis, cue: Span, stating: Analysis) -> Statement | None:
    """Return where the other claim states what the words at `cue` deny; None where it doesn't."""
    if is_of_nobody(denying, cue) and any(
        is_of_nobody(stating, one.cue) for one in stating.modality.negations
    ):
        # A parser seldom hangs "no one who works" on its verb.
        return None
    there = [p for one in stating.modality.negations for p in all_denied(stating, one.cue)]
    denials = [
        one
        for one in all_denied(denying, cue)
        if not any(_denies_too(other, one) for other in there)
        and not _says_both(denying, one)
        and not _is_denied_in_passing(stating, one)
    ]
    found = [
        Statement(_place(one, denied, stating), sure and not _is_of_a_thing(denied))
        for denied in denials
        for one in stated_in(stating, denied)
        if (sure := is_same(denied, one, denying, stating)) is not None
    ]
    found += [
        Statement(place, sure=denied.head.lower_ not in UNTRUE)
        for denied in denials
        if (place := all_of_it(denied, denying, stating)) is not None
    ]
    return max(found, key=lambda one: one.sure, default=None)


def _is_of_a_thing(denied: Predicate) -> bool:
    """Tell whether it is denied that there is some thing: "no deal".

    The other side mostly names the thing in another sense: of nine such pairs called a
    contradiction in weeks of AllSides two were one, of 65 others 38.
    """
    head = denied.head
    return head.tag_[:1] == "N" and any(one.lower_ == "no" for one in head.lefts)


def _says_both(claim: Analysis, denied: Predicate) -> bool:
    """Tell whether a claim states itself, of another time, what it denies."""
    return any(
        one.rest & denied.rest and one.head.lower_ == denied.head.lower_
        for one in stated_in(claim, denied)
    )


def _is_denied_in_passing(claim: Analysis, denied: Predicate) -> bool:
    """Tell whether a negation of a claim reaches over what is denied: "but no money for a wall"."""
    reached = [one.scope for one in claim.modality.negations]
    # "But not" sets one thing against another, and is no negation of the sentence.
    reached += [Span(one.end(), one.end() + _REACH) for one in _EXCEPTED.finditer(claim.text)]
    scopes = (
        {token.stem for token in claim.tokens if scope.overlaps(token.span)} for scope in reached
    )
    return any(len(denied.rest & scope) >= _MIN_REACHED for scope in scopes)


_MIN_REACHED = 2
_EXCEPTED = re.compile(r"(?:\b(?:but|and|or|though)|,) not\b", re.IGNORECASE)
# Characters: about as far as a phrase.
_REACH = 60


def _denies_too(one: Predicate, other: Predicate) -> bool:
    """Tell whether two denials are of one predicate, said of something that both name."""
    shared = one.rest & other.rest
    return names_the_same(one.head, other.head) and bool(shared or not (one.rest and other.rest))


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
