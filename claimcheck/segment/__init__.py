"""Article -> claims. Pure: no file, no database, no state kept between articles."""

from collections.abc import Callable

from claimcheck.errors import InputError
from claimcheck.segment.base import Segmenter
from claimcheck.segment.sentences import SentenceSegmenter
from claimcheck.segment.worth import is_worth_checking, worth_checking

__all__ = [
    "Segmenter",
    "SentenceSegmenter",
    "find_segmenter",
    "is_worth_checking",
    "worth_checking",
]


def _clauses() -> Segmenter:
    # What reads the parse takes a tenth of a second to import; an index of sentences needs none.
    from claimcheck.segment.clausal import CLAUSES

    return CLAUSES


def _propositions() -> Segmenter:
    from claimcheck.segment.clausal import PROPOSITIONS

    return PROPOSITIONS


_SEGMENTERS: dict[str, Callable[[], Segmenter]] = {
    "sentences": SentenceSegmenter,
    "clauses": _clauses,
    "propositions": _propositions,
}


def find_segmenter(name: str) -> Segmenter:
    """Return the segmenter of that name, with or without its version ("sentences-4").

    Raises InputError when there is none, or only in another version.
    """
    family = name.partition("-")[0]
    if family not in _SEGMENTERS:
        known = ", ".join(_SEGMENTERS)
        raise InputError(f"There is no segmenter {name!r}.", f"Known segmenters: {known}.")
    found = _SEGMENTERS[family]()
    if name not in (family, found.name):
        raise InputError(
            f"This claimcheck has the segmenter {found.name}, not {name}.",
            "Build the index anew with --index DIR, or use the version that built it.",
        )
    return found
