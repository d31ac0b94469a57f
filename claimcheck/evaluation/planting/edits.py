"""What a planted edit is, and how edits are put into a copy of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from claimcheck.datatypes import Article, DifferenceKind, Span


class Family(StrEnum):
    """What an edit changes."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that take the place of a stretch of an article; either may be empty, not both."""

    place: Span
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of meaning in one sentence of an article.

    `form` says more exactly what was done. `adjustments` are what grammar asks for beside the
    change (a capital, "an" for "a"). A difference of any of the `accepted` kinds is right.
    """

    family: Family
    form: str
    sentence: Span
    change: Replacement
    accepted: frozenset[DifferenceKind]
    adjustments: tuple[Replacement, ...] = ()

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Everything that is replaced, in the order of the text."""
        return tuple(sorted((self.change, *self.adjustments), key=lambda one: one.place))


@dataclass(frozen=True, slots=True)
class Planted:
    """An edit in a copy: where its words and its sentence stand there."""

    edit: Edit
    place: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class EditedCopy:
    """An article and a copy of it with edits, each in a sentence of its own."""

    original: Article
    copy: Article
    planted: tuple[Planted, ...]


def edited_copy(article: Article, edits: Sequence[Edit], outlet: str) -> EditedCopy:
    """Return a copy of `article` under another outlet with all of `edits`.

    Replacements must not overlap. The copy has the dates and the title of the original.
    """
    replacements = sorted(
        (one for edit in edits for one in edit.replacements), key=lambda one: one.place
    )
    pieces, end = [], 0
    for one in replacements:
        pieces += [article.text[end : one.place.start], one.words]
        end = one.place.end
    text = "".join([*pieces, article.text[end:]])
    moved = _Shift(replacements)
    headline = moved.span(article.headline) if article.headline else None
    copy = replace(article, outlet=outlet, text=text, headline=headline, url=None)
    planted = tuple(
        Planted(edit, moved.new_words(edit.change), moved.span(edit.sentence)) for edit in edits
    )
    return EditedCopy(article, copy, planted)


class _Shift:
    """Where places of the original stand in the copy."""

    def __init__(self, replacements: Sequence[Replacement]) -> None:
        self._replacements = replacements
        growths = [len(one.words) - (one.place.end - one.place.start) for one in replacements]
        self._ends = [one.place.end for one in replacements]
        self._shifts = [0, *accumulate(growths)]

    def span(self, span: Span) -> Span:
        """Return a span of the original in the copy, words put in at its end included."""
        before, behind = (bisect_right(self._ends, place) for place in (span.start, span.end))
        return Span(span.start + self._shifts[before], span.end + self._shifts[behind])

    def new_words(self, change: Replacement) -> Span:
        """Return where the words of a replacement stand in the copy."""
        start = change.place.start + self._shifts[self._replacements.index(change)]
        return Span(start, start + len(change.words))
