"""Near copies: what was changed from one to the other, and of which kind each change is.

Every stretch where the two part is read by the first of the readers below to which it belongs:
figures, times, denials, titles, sources, certainty, names, and last of all the words themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.compare.analysis import Analysis
from claimcheck.compare.edited import figures, names, sources, times, turns, words
from claimcheck.compare.found import Found
from claimcheck.compare.stretches import Stretch, stretches

_Reader = Callable[[Analysis, Analysis, Stretch], list[Found] | None]

_READERS: tuple[_Reader, ...] = (
    figures.figure,
    times.time,
    turns.denial,
    names.title,
    sources.source,
    turns.certainty,
    names.name,
    words.words,
)


def edits(ours: Analysis, theirs: Analysis) -> Iterator[Found]:
    """Yield what was changed, in the order of our text; nothing is reported twice."""
    seen = set()
    for stretch in stretches(ours.text, ours.tokens, theirs.text, theirs.tokens):
        for one in _read(ours, theirs, stretch):
            if one.difference not in seen:
                seen.add(one.difference)
                yield one


def _read(ours: Analysis, theirs: Analysis, stretch: Stretch) -> list[Found]:
    readings = (read(ours, theirs, stretch) for read in _READERS)
    return next((found for found in readings if found is not None), [])
