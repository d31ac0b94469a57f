"""What must happen to every string of data before it stands in a report.

Articles come from anywhere. An escape sequence in a headline could recolour the reader's terminal,
and a bidirectional override could show the words of a quotation in another order.
"""

from __future__ import annotations

import re

from claimcheck.characters import without_surrogates

_BREAKS = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNSAFE_IN_LINK = str.maketrans({char: f"%{ord(char):02X}" for char in '<>"|\\`'})


def clean(text: str) -> str:
    """Return `text` on one line, without control characters or bidirectional overrides."""
    flat = _BREAKS.sub(" ", text)
    return without_surrogates(_INVISIBLE.sub("", flat))


def tidy(text: str | None) -> str:
    """Return a name, a date or a title, cleaned and without blanks around it; None is empty."""
    return clean(text or "").strip()


def clean_url(url: str | None) -> str:
    """Return an address as one unbroken word; None is empty."""
    return tidy(url).replace(" ", "%20")


def web_link(url: str | None) -> str | None:
    """Return an address that may become a link; None unless it is http or https."""
    address = clean_url(url)
    if not address.lower().startswith(("http://", "https://")):
        return None
    return address.translate(_UNSAFE_IN_LINK)
