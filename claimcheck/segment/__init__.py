"""Article -> claims. Pure: no file, no database, no state kept between articles."""

from claimcheck.errors import InputError
from claimcheck.segment.base import Segmenter
from claimcheck.segment.sentences import SentenceSegmenter

__all__ = ["Segmenter", "SentenceSegmenter", "find_segmenter"]

_SEGMENTERS: dict[str, type[Segmenter]] = {"sentences": SentenceSegmenter}


def find_segmenter(name: str) -> Segmenter:
    """Return the segmenter of that name, with or without its version ("sentences-1").

    Raises InputError when there is none, or only in another version.
    """
    family = name.partition("-")[0]
    found = _SEGMENTERS.get(family)
    if found is None:
        known = ", ".join(_SEGMENTERS)
        raise InputError(f"There is no segmenter {name!r}.", f"Known segmenters: {known}.")
    if name not in (family, found.name):
        raise InputError(
            f"This claimcheck has the segmenter {found.name}, not {name}.",
            "Build the index anew with --index DIR, or use the version that built it.",
        )
    return found()
