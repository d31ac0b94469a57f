"""The typed differences of two claims that speak of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.annotate.attribution.quotations import quotations
from claimcheck.annotate.quantities import Kind, Quantity
from claimcheck.compare.alignment import leftover
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import is_resolved, overlap, time_difference
from claimcheck.compare.cues import is_hypothetical
from claimcheck.compare.denials import has_come_since, stated_there
from claimcheck.compare.edits import edits
from claimcheck.compare.figures import (
    are_comparable,
    are_near,
    figure_difference,
    figures_of,
    has_same_value,
    ratio,
)
from claimcheck.compare.found import Found
from claimcheck.compare.places import are_elsewhere
from claimcheck.compare.profile import days_apart, is_near_copy
from claimcheck.compare.sourcing import sources
from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span
from claimcheck.settings import (
    MAX_FIGURE_RATIO,
    MIN_ADDED_WORDS,
    MIN_COMMON_STEMS,
    SAME_TIME_DAYS,
)


def differences(ours: Analysis, theirs: Analysis) -> list[Found]:
    """Return what differs, conflicts first, then in the order of the vocabulary.

    Near copies are compared change by change, other claims by what each of them says.
    """
    if is_near_copy(ours.profile, theirs.profile):
        found = list(edits(ours, theirs))
        # Where the words were put in another order, figures don't stand in one place.
        told = {one.kind for one in found}
        found += [] if told & _FIGURES else _numbers(ours, theirs)
    else:
        found = [
            *_numbers(ours, theirs),
            *_times(ours, theirs),
            *_negation(ours, theirs),
            *_modality(ours, theirs),
            *sources(ours, theirs),
        ]
        found += _added(ours, theirs, found)
    found = [_settled(one, ours, theirs, found) for one in found]
    return sorted(found, key=lambda one: not one.conflict)


def _settled(one: Found, ours: Analysis, theirs: Analysis, found: Sequence[Found]) -> Found:
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
_FIGURES = {DifferenceKind.NUMBER, DifferenceKind.PRECISION}
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
    if _is_besides(ours, difference.in_claim) is not _is_besides(theirs, difference.in_evidence):
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
        is_open = len(kinds) > 1 or not kinds & _RANKS or ranks < _SEVERAL
    if is_open:
        return True
    beside = [_beside(claim, span) for claim, span in sides if span is not None]
    return not beside[0].isdisjoint(beside[1])


_RANKS = {Kind.ORDINAL, Kind.RANK}


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


def _numbers(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Compare figures that count the same thing, the nearest to each other first.

    A figure that the other side has as well is left out. Where both give several figures and none
    in common, they are of another day or another thing.
    """
    mine, rivals = figures_of(ours), figures_of(theirs)
    if max(sum(one.kind is Kind.AGE for one in side) for side in (mine, rivals)) > 1:
        # Of several people, each has an age of his own.
        mine, rivals = _without_ages(mine), _without_ages(rivals)
    for pair in [(a, b) for a in mine for b in rivals if has_same_value(a, b)]:
        if pair[0] in mine and pair[1] in rivals:
            mine.remove(pair[0])
            rivals.remove(pair[1])
    mine, rivals = _without_sums(mine, rivals), _without_sums(rivals, mine)
    found = list(_nearest(mine, rivals))
    several = sum(one.conflict for one, _ in found) >= _SEVERAL
    for one, near in found:
        yield one if near and not several else replace(one, conflict=False)


_SEVERAL = 2


def _without_sums(figures: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures that aren't the sum of two on the other side: 71 for 65 and six."""
    counts = [one.value for one in others if one.kind is Kind.CARDINAL]
    sums = {a + b for place, a in enumerate(counts) for b in counts[place + 1 :]}
    if not any(one.kind is Kind.CARDINAL and one.value in sums for one in figures):
        return list(figures)
    return [one for one in figures if one.kind is not Kind.CARDINAL]


def _without_ages(figures: Sequence[Quantity]) -> list[Quantity]:
    return [one for one in figures if one.kind is not Kind.AGE]


def _nearest(mine: Sequence[Quantity], rivals: Sequence[Quantity]) -> Iterator[tuple[Found, bool]]:
    """Yield how figures differ, each once, and whether they are near enough to count one thing.

    Figures far apart, in claims that are no near copies, are mostly of two things.
    """
    pairs = [(a, b) for a in mine for b in rivals if are_comparable(a, b)]
    taken: list[Quantity] = []
    for a, b in sorted(pairs, key=lambda pair: ratio(*pair)):
        if a in taken or b in taken:
            continue
        taken += [a, b]
        found = figure_difference(a, b)
        if found is not None and (found.conflict or ratio(a, b) <= MAX_FIGURE_RATIO):
            yield found, are_near(a, b)


def _times(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Compare days with days; two sentences about one event may well name two days of it."""
    for one in ours.times:
        if not is_resolved(one) or any(overlap(one, other) for other in theirs.times):
            continue
        for other in theirs.times:
            if is_resolved(other) and other.granularity is one.granularity:
                found = time_difference(ours, theirs, one, other)
                if found is not None:
                    yield Found(found.difference)
                break


def _negation(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Find a statement that one side denies and the other makes, as far as the parse shows it."""
    for denying, stating in ((ours, theirs), (theirs, ours)):
        for cue in (one.cue for one in denying.modality.negations):
            if (one := stated_there(denying, cue, stating)) is None:
                continue
            spans = (cue, one.place) if denying is ours else (one.place, cue)
            # A supposition conflicts with nothing, nor does what has come to be since.
            states = not is_hypothetical(stating.text, one.place.start)
            update = states and has_come_since(denying, cue, stating)
            bearing = Bearing.UPDATE if update else None
            difference = Difference(DifferenceKind.NEGATION, *spans, bearing)
            yield Found(difference, states and not update, sure=one.sure)
            return


def _modality(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Find a hedge or plan that stands on one side only, with a predicate that both have."""
    mine, rival = _marks(ours, theirs), _marks(theirs, ours)
    if bool(mine) != bool(rival):
        yield Found(Difference(DifferenceKind.MODALITY, _first(mine), _first(rival)))


def _marks(claim: Analysis, other: Analysis) -> list[Span]:
    """Return the hedges of a claim, and the plans whose predicate the other claim has as well."""
    plans = [one for one in claim.modality.plans if _governed(claim, one) & other.profile.stems]
    return sorted((*claim.modality.hedges, *plans))


def _governed(claim: Analysis, mark: Span) -> set[str]:
    """Return the stems of what a hedge or plan stands with: its head and what it takes."""
    inside = claim.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    if inside is None:
        return set()
    root = inside.root
    near = [root.head, *(child for child in root.children if child.dep_ in ("xcomp", "ccomp"))]
    places = {token.idx for token in near}
    return {token.stem for token in claim.tokens if token.is_content and token.span.start in places}


def _added(ours: Analysis, theirs: Analysis, found: Sequence[Found]) -> list[Found]:
    """Find the longest detail that only one side has, outside of what is found already."""
    pairs = [(one.difference.in_claim, one.difference.in_evidence) for one in found]
    mine = _leftover(ours, theirs, [here for here, _ in pairs])
    rival = _leftover(theirs, ours, [there for _, there in pairs])
    added = [(mine, None), (None, rival)]
    return [Found(Difference(DifferenceKind.ADDED, *spans)) for spans in added if any(spans)]


def _leftover(claim: Analysis, other: Analysis, taken: Sequence[Span | None]) -> Span | None:
    known = [span for span in taken if span is not None]
    return leftover(claim.tokens, other.profile.stems, MIN_ADDED_WORDS, known)


def _first(spans: list[Span]) -> Span | None:
    return spans[0] if spans else None
