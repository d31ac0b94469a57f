"""The words of a claim as BM25 sees them: telling words, stemmed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

# A number keeps its decimals and thousands: "4.7" tells more than "4" and "7".
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_STEMMER = snowballstemmer.stemmer("porter")

# Function words carry no news; leaving them out also keeps the posting lists short.
_STOP_WORDS = frozenset(
    "a about above after again all also am an and any are as at be because been before being "
    "below between both but by can could did do does doing down during each few for from further "
    "had has have having he her here hers him his how i if in into is it its just me more most my "
    "no nor not of off on once only or other our out over own s same she should so some such t "
    "than that the their theirs them then there these they this those through to too under until "
    "up very was we were what when where which while who whom why will with would you your said "
    "says".split(" ")
)


@lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str | None:
    """Return the stem of a word without its accents, None for a word that tells nothing."""
    return None if word in _STOP_WORDS else str(_STEMMER.stemWord(_plain(word)))


def words_of(text: str) -> list[str]:
    """Return the words of `text` in order, without case."""
    return _TOKEN.findall(text.casefold())


def _plain(word: str) -> str:
    """Return a word without its accents: "Erdoğan" is spelt "Erdogan" as often."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
