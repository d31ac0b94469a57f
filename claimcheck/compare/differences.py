"""The typed differences of two claims that speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.annotate.quantities import Kind, Quantity
from claimcheck.compare.added import added
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import is_resolved, overlap, time_difference
from claimcheck.compare.cues import is_hypothetical
from claimcheck.compare.denials import has_come_since, stated_there
from claimcheck.compare.edits import edits
from claimcheck.compare.exactness import exactness
from claimcheck.compare.figures import (
    are_comparable,
    are_near,
    figure_difference,
    figures_of,
    has_same_value,
    ratio,
)
from claimcheck.compare.found import Found
from claimcheck.compare.predicates import governor, names_the_same, root_of
from claimcheck.compare.profile import is_near_copy
from claimcheck.compare.settling import settled
from claimcheck.compare.sourcing import sources
from claimcheck.datatypes import Bearing, Difference, DifferenceKind, Span
from claimcheck.settings import MAX_FIGURE_RATIO


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
            *exactness(ours, theirs),
            *_modality(ours, theirs),
            *sources(ours, theirs),
        ]
        found += added(ours, theirs, found)
    found = [settled(one, ours, theirs, found) for one in found]
    return sorted(found, key=lambda one: not one.conflict)


_FIGURES = {DifferenceKind.NUMBER, DifferenceKind.PRECISION}


def _numbers(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Compare figures that count the same thing, the nearest to each other first.

    A figure that the other side has as well is left out. Where both give several figures and none
    in common, they are of another day or another thing.
    """
    mine, rivals = figures_of(ours), figures_of(theirs)
    if max(sum(one.kind is Kind.AGE for one in side) for side in (mine, rivals)) > 1:
        # Of several people, each has an age of his own.
        mine, rivals = _without_ages(mine), _without_ages(rivals)
    shared = [one for one in mine if any(has_same_value(one, other) for other in rivals)]
    rivals = [one for one in rivals if not any(has_same_value(one, other) for other in mine)]
    mine = [one for one in mine if one not in shared]
    mine, rivals = _without_sums(mine, rivals), _without_sums(rivals, mine)
    found = list(_nearest(ours, theirs, mine, rivals, shared))
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


def _nearest(
    ours: Analysis,
    theirs: Analysis,
    mine: Sequence[Quantity],
    rivals: Sequence[Quantity],
    shared: Sequence[Quantity],
) -> Iterator[tuple[Found, bool]]:
    """Yield how figures differ, each once, and whether they seem to count one thing.

    Figures far apart, in claims that are no near copies, are mostly of two things; where there are
    several to choose from, or both claims have another one of the kind, what is said of them has
    to tell which belong together.
    """
    pairs = [(a, b) for a in mine for b in rivals if are_comparable(a, b)]
    near_copy = is_near_copy(ours.profile, theirs.profile)
    taken: list[Quantity] = []
    for a, b in sorted(pairs, key=lambda pair: ratio(*pair)):
        if a in taken or b in taken:
            continue
        taken += [a, b]
        found = figure_difference(a, b)
        if found is None or not (found.conflict or ratio(a, b) <= MAX_FIGURE_RATIO):
            continue
        others = [*pairs, *((a, one) for one in shared if are_comparable(a, one))]
        is_only = sum(a in pair or b in pair for pair in others) == 1
        told = near_copy or is_only or _are_said_alike(ours, theirs, a, b)
        yield found, told and are_near(a, b)


def _are_said_alike(ours: Analysis, theirs: Analysis, mine: Quantity, rival: Quantity) -> bool:
    """Tell whether the same is said of what two figures count."""
    verb, other = governor(ours, mine.span), governor(theirs, rival.span)
    alike = verb is not None and other is not None and names_the_same(verb, other)
    return alike and _is_narrowed(ours, mine) is _is_narrowed(theirs, rival)


def _is_narrowed(claim: Analysis, figure: Quantity) -> bool:
    """Tell whether a clause says which are counted: "81 delegates awarded by district"."""
    root = root_of(claim, figure.span)
    return root is not None and any(one.dep_ in ("acl", "relcl") for one in root.rights)


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
    root = root_of(claim, mark)
    if root is None:
        return set()
    near = [root.head, *(child for child in root.children if child.dep_ in ("xcomp", "ccomp"))]
    places = {token.idx for token in near}
    return {token.stem for token in claim.tokens if token.is_content and token.span.start in places}


def _first(spans: list[Span]) -> Span | None:
    return spans[0] if spans else None
