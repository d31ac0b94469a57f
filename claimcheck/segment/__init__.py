"""Article -> claims. Pure: no file, no database, no state kept between articles."""

from claimcheck.errors import InputError
from claimcheck.segment.base import Segmenter
from claimcheck.segment.clausal import ClausalSegmenter
from claimcheck.segment.phrases import Grain
from claimcheck.segment.sentences import SentenceSegmenter
from claimcheck.segment.worth import worth_checking
from claimcheck.settings import MIN_CLAUSE_WORDS, MIN_PROPOSITION_WORDS

__all__ = ["Segmenter", "SentenceSegmenter", "find_segmenter", "worth_checking"]

_ALL: tuple[Segmenter, ...] = (
    SentenceSegmenter(),
    ClausalSegmenter("clauses-1", Grain(lists=False, adjuncts=False), MIN_CLAUSE_WORDS),
    ClausalSegmenter("propositions-1", Grain(lists=True, adjuncts=True), MIN_PROPOSITION_WORDS),
)
_SEGMENTERS = {segmenter.name.partition("-")[0]: segmenter for segmenter in _ALL}


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
    return found
