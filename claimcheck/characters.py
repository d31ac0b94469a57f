"""What some texts hold and not every library takes."""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Return a text with U+FFFD for each half of a surrogate pair: one for one, as offsets need."""
    return _SURROGATE.sub("\ufffd", text)
