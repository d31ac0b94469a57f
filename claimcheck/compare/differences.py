"""The typed differences of two claims that speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.compare.alignment import Change, changes, covering, leftover
from claimcheck.compare.cues import is_hypothetical
from claimcheck.compare.profile import Profile, days_apart
from claimcheck.compare.quantities import Bound, Quantity
from claimcheck.compare.tokens import Token, jaccard
from claimcheck.datatypes import Difference, DifferenceKind, Span
from claimcheck.settings import (
    MAX_REPLACED_WORDS,
    MIN_ADDED_WORDS,
    MIN_ECHO_SHARE,
    MIN_ECHO_WORDS,
    NEAR_COPY,
    NEGATION_REACH,
    SAME_TIME_DAYS,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A difference, and whether it is a conflict if both claims are about the same fact."""

    difference: Difference
    conflict: bool = False


def differences(ours: Profile, theirs: Profile) -> list[Found]:
    """Return what differs, conflicts first, then in the order of the vocabulary."""
    found = [
        *_numbers(ours, theirs),
        *_times(ours, theirs),
        *_negation(ours, theirs),
        *_replaced_words(ours, theirs),
        *_modality(ours, theirs),
        *_attribution(ours, theirs),
        *_added(ours, theirs),
    ]
    if _is_update(ours, theirs, found) or not _is_same_time(ours, theirs):
        found = [Found(one.difference, one.conflict and not _moves_on(one)) for one in found]
    return sorted(found, key=lambda one: not one.conflict)


def _is_same_time(ours: Profile, theirs: Profile) -> bool:
    """Tell whether both were published within a few days; undated claims must be near copies."""
    days = days_apart(ours, theirs)
    if days is None:
        return jaccard(ours.stems, theirs.stems) >= NEAR_COPY
    return days <= SAME_TIME_DAYS


def _is_update(ours: Profile, theirs: Profile, found: list[Found]) -> bool:
    """Tell whether the claims give figures for different moments, as a rising toll does."""
    times_differ = any(one.difference.kind is DifferenceKind.TIME for one in found)
    mine, rival = ({q.value for q in side.quantities} for side in (ours, theirs))
    return times_differ and mine != rival and bool(mine) and bool(rival)


def _moves_on(one: Found) -> bool:
    return one.difference.kind in (DifferenceKind.TIME, DifferenceKind.NUMBER)


def _numbers(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """Compare numbers that count the same thing."""
    for mine in ours.quantities:
        rivals = [q for q in theirs.quantities if q.unit == mine.unit and q.unit]
        if not rivals or any(mine.value == rival.value for rival in rivals):
            continue
        if any(q.value == rival.value for q in ours.quantities for rival in rivals):
            continue
        rival = min(rivals, key=lambda q: abs(q.value - mine.value))
        agrees = mine.agrees_with(rival)
        kind = DifferenceKind.PRECISION if agrees else DifferenceKind.NUMBER
        conflict = not agrees and _are_exact(mine, rival) and not _may_be_later(ours, theirs, mine)
        yield Found(Difference(kind, mine.span, rival.span), conflict)


def _may_be_later(ours: Profile, theirs: Profile, mine: Quantity) -> bool:
    """Tell whether a share, as of a poll or a count of votes, is told of on another day."""
    return mine.unit == "percent" and days_apart(ours, theirs) not in (None, 0)


def _are_exact(mine: Quantity, rival: Quantity) -> bool:
    return mine.bound is rival.bound is Bound.EXACT


def _times(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """Compare weekdays with weekdays, dates with dates, years with years, hours with hours."""
    for granularity, mine in ours.times.items():
        rivals = theirs.times[granularity]
        if not mine or not rivals:
            continue
        said = {span.of(ours.text).casefold() for span in mine}
        if said.isdisjoint(span.of(theirs.text).casefold() for span in rivals):
            # Two sentences about one event may well name two days of it; near copies do not.
            near_copy = jaccard(ours.stems, theirs.stems) >= NEAR_COPY
            yield Found(Difference(DifferenceKind.TIME, mine[0], rivals[0]), conflict=near_copy)


def _negation(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """Find a statement that only one side negates.

    The word right after the negation, and most of those that follow, must stand on the other side
    too, outside any negation there.
    """
    if bool(ours.negations) == bool(theirs.negations):
        return
    denying, stating = (ours, theirs) if ours.negations else (theirs, ours)
    for cue in denying.negations:
        echoed = _echo(denying, cue, stating)
        if echoed:
            spans = (cue, covering(echoed))
            in_claim, in_evidence = spans if denying is ours else spans[::-1]
            # A supposition conflicts with nothing.
            states = not is_hypothetical(stating.text, echoed[0].span.start)
            yield Found(Difference(DifferenceKind.NEGATION, in_claim, in_evidence), states)
            return


def _echo(denying: Profile, cue: Span, stating: Profile) -> list[Token]:
    """Return the words of `stating` that repeat what the negation reaches; none if too few do."""
    after = [t for t in denying.tokens if t.span.start >= cue.end][:NEGATION_REACH]
    reach = [token.stem for token in after if token.is_content]
    shared = [stem for stem in reach if stem in stating.stems]
    if len(shared) < MIN_ECHO_WORDS or len(shared) < MIN_ECHO_SHARE * len(reach):
        return []
    return _tightest([t for t in stating.tokens if t.is_content and t.stem in shared], shared)


def _tightest(tokens: list[Token], stems: list[str]) -> list[Token]:
    """Return the shortest run of `tokens` that holds as many of `stems` as there are."""
    wanted = len(set(stems))
    runs = [tokens[i:j] for i in range(len(tokens)) for j in range(i + 1, len(tokens) + 1)]
    whole = [run for run in runs if len({token.stem for token in run}) == wanted]
    return min(whole, key=lambda run: run[-1].span.end - run[0].span.start)


def _replaced_words(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """In near copies, read the replaced stretches: names for names, words for words."""
    if jaccard(ours.stems, theirs.stems) < NEAR_COPY:
        return
    for change in changes(ours.tokens, theirs.tokens):
        kind = _kind_of(change)
        if kind is not None and not _is_temporal(change, ours, theirs):
            yield Found(
                Difference(kind, covering(change.ours), covering(change.theirs)),
                conflict=kind is DifferenceKind.ENTITY,
            )


def _is_temporal(change: Change, ours: Profile, theirs: Profile) -> bool:
    """Tell whether both stretches hold a mention of time, which is compared as such."""
    return all(
        any(
            span.overlaps(token.span)
            for spans in side.times.values()
            for span in spans
            for token in tokens
        )
        for side, tokens in ((ours, change.ours), (theirs, change.theirs))
    )


def _kind_of(change: Change) -> DifferenceKind | None:
    sides = (change.ours, change.theirs)
    if not all(any(token.is_content for token in side) for side in sides):
        return None
    if max(len(side) for side in sides) > MAX_REPLACED_WORDS:
        return None
    if any(token.word[0].isdigit() for side in sides for token in side):
        return None
    if all(all(token.is_capitalised for token in side if token.is_content) for side in sides):
        stems = [{token.stem for token in side} for side in sides]
        return DifferenceKind.ENTITY if stems[0].isdisjoint(stems[1]) else DifferenceKind.PRECISION
    return DifferenceKind.WORDING


def _modality(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """Find a hedge, plan or duty that stands on one side only."""
    if bool(ours.hedges) != bool(theirs.hedges):
        yield Found(Difference(DifferenceKind.MODALITY, _first(ours.hedges), _first(theirs.hedges)))


def _attribution(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """Find a source that stands on one side only, or two that share no word."""
    mine, rival = _first(ours.sources), _first(theirs.sources)
    if mine is None and rival is None:
        return
    if mine and rival:
        words = [set(s.of(p.text).casefold().split()) for s, p in ((mine, ours), (rival, theirs))]
        if words[0] & words[1] - _REPORTING:
            return
    yield Found(Difference(DifferenceKind.ATTRIBUTION, mine, rival))


_REPORTING = frozenset(
    "said says say told tells according to a an the added wrote claimed argued announced "
    "testified reported tweeted insisted admitted who that".split(" ")
)


def _added(ours: Profile, theirs: Profile) -> Iterator[Found]:
    """Find the longest detail that only one side has."""
    mine = leftover(ours.tokens, theirs.stems, MIN_ADDED_WORDS)
    rival = leftover(theirs.tokens, ours.stems, MIN_ADDED_WORDS)
    if mine:
        yield Found(Difference(DifferenceKind.ADDED, mine, None))
    if rival:
        yield Found(Difference(DifferenceKind.ADDED, None, rival))


def _first(spans: list[Span]) -> Span | None:
    return spans[0] if spans else None
