"""Whether a conflict is one: of one thing, and not of two moments.

Figures, times and names that differ are mostly of two things: two places, polls, people, wholes, a
forecast and what came of it. What is surely of one may have moved on between the two claims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.annotate.attribution.quotations import quotations
from claimcheck.annotate.parsing import FINITE
from claimcheck.annotate.quantities import Kind
from claimcheck.annotate.references.names import SAYING
from claimcheck.compare.alignment import aligned, titles
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import is_resolved, overlap
from claimcheck.compare.counts import may_be_of_one_count
from claimcheck.compare.found import Found
from claimcheck.compare.places import are_counties_apart, are_elsewhere
from claimcheck.compare.predicates import governor, root_of
from claimcheck.compare.profile import days_apart, is_near_copy
from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span
from claimcheck.settings import MIN_COMMON_STEMS, SAME_TIME_DAYS


def settled(one: Found, ours: Analysis, theirs: Analysis, found: Sequence[Found]) -> Found:
    """Tell a conflict from an update: what moves on may have moved on between the two."""
    if not one.conflict:
        return one
    # Everybody is asked for comment, and most don't answer.
    is_stock = all(_STOCK.search(claim.text) for claim in (ours, theirs))
    if is_stock or are_counties_apart(ours, theirs):
        return one.settled(None)
    if one.kind in _MOVING and not _is_of_one_thing(one, ours, theirs):
        return one.settled(None)
    if one.kind is DifferenceKind.ENTITY and (
        _is_moved(one, ours, theirs)
        or _is_title(one, ours, theirs)
        or _is_counted(found)
        or not (_has_verb(ours) and _has_verb(theirs))
    ):
        return one.settled(None)
    if one.kind in _MOVING and _has_moved_on(one, ours, theirs, found):
        return one.settled(Bearing.UPDATE)
    return one.settled(Bearing.CONFLICT)


def _is_moved(one: Found, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether a name stands on the other side as well, at another place of a list."""
    sides = (one.difference.in_claim, ours, theirs), (one.difference.in_evidence, theirs, ours)
    return any(span is not None and span.of(mine.text) in rival.text for span, mine, rival in sides)


def _is_title(one: Found, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether a name only says who somebody is whom both name: "Army Col. Robert Manning"."""
    sides = (one.difference.in_claim, ours, theirs), (one.difference.in_evidence, theirs, ours)
    return any(
        span is not None
        and (root := root_of(mine, span)) is not None
        and root.i in titles(mine, aligned(mine, rival).shared)
        for span, mine, rival in sides
    )


def _has_verb(claim: Analysis) -> bool:
    """Tell whether a claim is a sentence, not a title: "A timeline of the life of Lee"."""
    return any(token.tag_ in FINITE for token in claim.doc)


def _is_counted(found: Sequence[Found]) -> bool:
    """Tell whether figures differ along with a name: of another one other things are told."""
    return any(other.kind is DifferenceKind.NUMBER for other in found)


_STOCK = re.compile(
    r"\brequests? for (?:a )?(?:comment|response|interview)|"
    r"\b(?:declined|refused) (?:to )?comment\b|"
    r"\bdid(?: not|n['’]t) (?:immediately )?(?:respond|comment|reply)\b",
    re.IGNORECASE,
)
_MOVING = (DifferenceKind.TIME, DifferenceKind.NUMBER)


def _is_of_one_thing(one: Found, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether two figures or times may be of one thing.

    They aren't where they are told of two places, nor in short lines that everybody writes alike
    and that name nothing in common: "Polls close at 7 p.m."
    """
    difference = one.difference
    if are_elsewhere(ours, difference.in_claim, theirs, difference.in_evidence):
        return False
    if one.kind is DifferenceKind.TIME and not _may_be_of_one_event(difference, ours, theirs):
        return False
    if one.kind is DifferenceKind.NUMBER and not may_be_of_one_count(difference, ours, theirs):
        return False
    mine, rival = _outside(ours, difference.in_claim), _outside(theirs, difference.in_evidence)
    names = [
        {token.stem for token in side if token.is_capitalised and token.span.start}
        for side in (mine, rival)
    ]
    common = {token.stem for token in mine} & {token.stem for token in rival}
    return not names[0].isdisjoint(names[1]) or len(common) >= MIN_COMMON_STEMS


def _may_be_of_one_event(difference: Difference, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether two times may be when one thing happened.

    They aren't where one is when it was said and the other in what was said, where one tells which
    thing is meant ("last week's attack"), and where the other side has the same time besides.
    """
    sides = (ours, difference.in_claim, theirs), (theirs, difference.in_evidence, ours)
    in_speech = [_is_in_speech(claim, span) for claim, span, _ in sides]
    said = [_is_when_said(claim, span) for claim, span, _ in sides]
    ends = [
        span is not None and _UNTIL.search(claim.text[: span.start]) for claim, span, _ in sides
    ]
    return (
        in_speech[0] is in_speech[1]
        and said[0] is said[1]
        and bool(ends[0]) is bool(ends[1])
        and not any(
            span is not None
            and (
                _OWNS.match(claim.text, span.end)
                or any(
                    one.span == span and is_resolved(one) and overlap(one, again)
                    for one in claim.times
                    for again in other.times
                )
            )
            for claim, span, other in sides
        )
    )


_UNTIL = re.compile(r"\b(?:to|until|till|through|toward|towards) $", re.IGNORECASE)
_OWNS = re.compile(r"['’]s? \w")


def _is_in_speech(claim: Analysis, span: Span | None) -> bool:
    """Tell whether a time stands in a quotation, and so counts from what is told there."""
    return span is not None and any(one.span.overlaps(span) for one in quotations(claim.text))


def _is_when_said(claim: Analysis, span: Span | None) -> bool:
    """Tell whether a time is when something was said: "he will testify, she said Saturday"."""
    verb = governor(claim, span) if span is not None else None
    return verb is not None and verb.lower_ in SAYING


def _outside(claim: Analysis, span: Span | None) -> list[Token]:
    return [
        token
        for token in claim.tokens
        if token.is_content and not (span and token.span.overlaps(span))
    ]


def _has_moved_on(one: Found, ours: Analysis, theirs: Analysis, found: Sequence[Found]) -> bool:
    """Tell whether the claims are of different moments, as a rising toll is."""
    kinds = {other.kind for other in found if other.conflict}
    if kinds.issuperset(_MOVING):
        return True
    if one.kind is DifferenceKind.NUMBER and _are_of_other_times(ours, theirs):
        return True
    days = days_apart(ours.profile, theirs.profile)
    if days is None:
        return not is_near_copy(ours.profile, theirs.profile)
    if days > SAME_TIME_DAYS or (days > 0 and _SO_FAR.search(_later(ours, theirs).text)):
        return True
    return one.kind is DifferenceKind.NUMBER and days > 0 and _is_share(one, ours)


def _later(ours: Analysis, theirs: Analysis) -> Analysis:
    """Return the claim that was published later; ours where that isn't known."""
    mine, rival = (one.day or one.profile.story_day for one in (ours, theirs))
    return theirs if mine and rival and rival > mine else ours


_SO_FAR = re.compile(r"\b(?:now|currently|so far|to date|as of|by then)\b", re.IGNORECASE)


def _are_of_other_times(ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether both claims name days, and none in common: figures of two weeks."""
    mine, rival = ([one for one in side.times if is_resolved(one)] for side in (ours, theirs))
    both = bool(mine) and bool(rival)
    return both and not any(overlap(a, b) for a in mine for b in rival)


def _is_share(one: Found, ours: Analysis) -> bool:
    """Tell whether a figure is a share, as of a poll or a count of votes."""
    return any(
        q.span == one.difference.in_claim and q.kind is Kind.PERCENT for q in ours.quantities
    )
