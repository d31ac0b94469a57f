"""Whether a conflict is one: of one thing, and not of two moments.

Figures, times and names that differ are mostly of two things: two places, polls, people, wholes, a
forecast and what came of it. What is surely of one may have moved on between the two claims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.annotate.attribution.quotations import quotations
from claimcheck.annotate.quantities import Kind
from claimcheck.annotate.references.names import SAYING
from claimcheck.annotate.references.naming import Mention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import is_resolved, overlap
from claimcheck.compare.found import Found
from claimcheck.compare.naming import are_one
from claimcheck.compare.places import are_elsewhere
from claimcheck.compare.predicates import subject_of, verb_above
from claimcheck.compare.profile import days_apart, is_near_copy
from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span
from claimcheck.settings import MIN_COMMON_STEMS, SAME_TIME_DAYS


def settled(one: Found, ours: Analysis, theirs: Analysis, found: Sequence[Found]) -> Found:
    """Tell a conflict from an update: what moves on may have moved on between the two."""
    if not one.conflict:
        return one
    if one.kind in _MOVING and not _is_of_one_thing(one, ours, theirs):
        return one.settled(None)
    if all(_STOCK.search(claim.text) for claim in (ours, theirs)):
        # Everybody is asked for comment, and most don't answer.
        return one.settled(None)
    if one.kind is DifferenceKind.ENTITY and _is_moved(one, ours, theirs):
        return one.settled(None)
    if one.kind in _MOVING and _has_moved_on(one, ours, theirs, found):
        return one.settled(Bearing.UPDATE)
    return one.settled(Bearing.CONFLICT)


def _is_moved(one: Found, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether a name stands on the other side as well, at another place of a list."""
    sides = (one.difference.in_claim, ours, theirs), (one.difference.in_evidence, theirs, ours)
    return any(span is not None and span.of(mine.text) in rival.text for span, mine, rival in sides)


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
    if one.kind is DifferenceKind.NUMBER and not (
        _may_be_of_one_person(difference, ours, theirs)
        and _may_be_of_one_count(difference, ours, theirs)
    ):
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
    return in_speech[0] is in_speech[1] and not any(
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


_OWNS = re.compile(r"['’]s? \w")


def _is_in_speech(claim: Analysis, span: Span | None) -> bool:
    """Tell whether a time stands in a quotation, and so counts from what is told there."""
    return span is not None and any(one.span.overlaps(span) for one in quotations(claim.text))


def _may_be_of_one_count(difference: Difference, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether figures may be of one count: not a forecast and what came of it.

    Every poll has a margin of error of its own, and shares of two wholes are two.
    """
    mine, rival = ours.text, theirs.text
    if _MARGIN.search(mine) and _MARGIN.search(rival):
        return False
    sides = (ours, difference.in_claim), (theirs, difference.in_evidence)
    if _is_besides(*sides[0]) is not _is_besides(*sides[1]):
        return False
    if _is_threshold(*sides[0]) is not _is_threshold(*sides[1]):
        return False
    if _are_of_two_owners(sides):
        return False
    wholes = _whole(ours, difference.in_claim), _whole(theirs, difference.in_evidence)
    if all(wholes) and wholes[0].isdisjoint(wholes[1]):
        return False
    return (_FORECAST.search(mine) is None) is (_FORECAST.search(rival) is None)


def _is_besides(claim: Analysis, span: Span | None) -> bool:
    """Tell whether a figure counts those besides one: "15 other states" of 16."""
    if span is None:
        return False
    before = claim.text[max(0, span.start - _BEFORE) : span.start]
    words = f"{before}{span.of(claim.text)} {claim.text[span.end :].lstrip()[:_BEFORE]}"
    return _BESIDES.search(words) is not None


# Characters: as long as the longest of these words.
_BEFORE = 11
_BESIDES = re.compile(r"\b(?:others?|additional|remaining)\b", re.IGNORECASE)


def _are_of_two_owners(sides: Sequence[tuple[Analysis, Span | None]]) -> bool:
    """Tell whether two figures are told of two who are named: seats that two parties defend."""
    if is_near_copy(*(claim.profile for claim, _ in sides)):
        return False
    owners = [_owner(claim, span) for claim, span in sides if span is not None]
    named = [one for one in owners if one is not None]
    return len(named) == len(sides) and not are_one(*named)


def _owner(claim: Analysis, span: Span) -> Mention | None:
    """Return the name that is the subject of the verb which a figure hangs on."""
    figure = claim.doc.char_span(span.start, span.end, alignment_mode="expand")
    if figure is None:
        return None
    subject = subject_of(verb_above(figure.root))
    if subject is None or subject.head.lower_ in SAYING:
        return None
    named = (name for name in claim.names if name.first <= subject.i <= name.last)
    # A party's members are no name of the article's.
    is_party = subject.tag_ == "NNPS"
    party = Mention(Span(0, 0), (subject.text,), 0, subject.i, subject.i) if is_party else None
    return next(named, party)


def _is_threshold(claim: Analysis, span: Span | None) -> bool:
    """Tell whether a figure is one to be reached, not what was: "short of the 50 percent mark"."""
    return span is not None and _THRESHOLD.match(claim.text, span.end) is not None


_THRESHOLD = re.compile(r"[- ](?:vote )?(?:barrier|mark|threshold|minimum|hurdle|quorum)\b")


def _whole(claim: Analysis, span: Span | None) -> set[str]:
    """Return the stems of what a share is of ("65 percent of party activists"), if it is told."""
    if span is None or _kind(claim, span) is not Kind.PERCENT:
        return set()
    if not claim.text.startswith(" of ", span.end):
        return set()
    told = [token for token in claim.tokens if token.span.start > span.end]
    return {token.stem for token in told[:_WHOLE] if token.is_content}


# How many words name a whole.
_WHOLE = 4
_MARGIN = re.compile(r"\b(?:sampling|margin of) error\b", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:polls?|polling|forecasts?|project(?:ed|ions?)|predict(?:ed|s|ions?)|expect(?:ed|s))\b",
    re.IGNORECASE,
)


def _outside(claim: Analysis, span: Span | None) -> list[Token]:
    return [
        token
        for token in claim.tokens
        if token.is_content and not (span and token.span.overlaps(span))
    ]


def _may_be_of_one_person(difference: Difference, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether two ages or ranks stand beside one name; other figures always may."""
    sides = ((ours, difference.in_claim), (theirs, difference.in_evidence))
    kinds = {_kind(*side) for side in sides}
    if kinds == {Kind.AGE}:
        is_open = is_near_copy(ours.profile, theirs.profile)
    else:
        # "Third" and "fourth" rank two, "the third time" is one.
        ranks = max(sum(one.kind in kinds for one in side[0].quantities) for side in sides)
        is_open = len(kinds) > 1 or not kinds & _RANKS or ranks < _TWO
    if is_open:
        return True
    beside = [_beside(claim, span) for claim, span in sides if span is not None]
    return not beside[0].isdisjoint(beside[1])


_RANKS = {Kind.ORDINAL, Kind.RANK}
_TWO = 2


def _kind(claim: Analysis, span: Span | None) -> Kind | None:
    return next((one.kind for one in claim.quantities if one.span == span), None)


def _beside(claim: Analysis, span: Span) -> set[str]:
    """Return the stems of the words with a capital that stand next to an age on either side."""
    before = [token for token in claim.tokens if token.span.end <= span.start][-_BESIDE:]
    after = [token for token in claim.tokens if token.span.start >= span.end][:_BESIDE]
    return {token.stem for token in (*before, *after) if token.is_capitalised}


_BESIDE = 3


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
    if days > SAME_TIME_DAYS:
        return True
    return one.kind is DifferenceKind.NUMBER and days > 0 and _is_share(one, ours)


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
