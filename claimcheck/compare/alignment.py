"""Which words of a claim have a counterpart in another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck.compare.analysis import Analysis
from claimcheck.compare.calendar import is_resolved
from claimcheck.compare.figures import has_same_value
from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Span


@dataclass(frozen=True, slots=True)
class Aligned:
    """Places, among the parsed words of a claim, of those that say something by themselves.

    `shared` are those that the other claim has as well, `own` those that it lacks. Who says it,
    the verb of saying, and what stands before a shared name to tell who that is are in neither.
    """

    shared: frozenset[int]
    own: frozenset[int]


def aligned(claim: Analysis, other: Analysis, taken: Iterable[Span] = ()) -> Aligned:
    """Tell which words of a claim have a counterpart: the same word, figure or day.

    What is `taken` is accounted for already, and counts as shared.
    """
    known = [*taken, *_equals(claim, other)]
    frame = [span for one in claim.attributions for span in (*one.source, *one.cue)]
    words = {token.span.start: token for token in claim.tokens if token.is_content}
    shared: set[int] = set()
    own: set[int] = set()
    for word in claim.doc:
        token = words.get(word.idx)
        if token is None:
            continue
        is_known = any(span.overlaps(token.span) for span in known)
        if not is_known and any(span.overlaps(token.span) for span in frame):
            continue
        (shared if is_known or token.stem in other.profile.stems else own).add(word.i)
    return Aligned(frozenset(shared), frozenset(own - titles(claim, shared)))


def titles(claim: Analysis, shared: Container[int]) -> set[int]:
    """Return the words before names that are `shared`: "former mayor of Hulm Ewa Lind".

    Both are places among the parsed words.
    """
    names = (word for word in claim.doc if word.i in shared and word.tag_[:3] == "NNP")
    before = (child for name in names for child in name.lefts if child.dep_ in _DESCRIBING)
    return {word.i for child in before for word in child.subtree}


_DESCRIBING: Final = ("compound", "amod", "nmod", "poss")


def _equals(claim: Analysis, other: Analysis) -> Iterator[Span]:
    """Yield the figures and times that the other claim has in other words."""
    for figure in claim.quantities:
        if any(has_same_value(figure, one) for one in other.quantities):
            yield figure.span
    days = {(one.start, one.end) for one in other.times if is_resolved(one)}
    yield from (
        one.span for one in claim.times if is_resolved(one) and (one.start, one.end) in days
    )


def covering(tokens: list[Token] | tuple[Token, ...]) -> Span | None:
    """Return the span from the first to the last token; None for none."""
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None
