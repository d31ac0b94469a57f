"""Words that only suppose what follows."""

from __future__ import annotations

import re

_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|whether|in case|would have|could have)\b", re.IGNORECASE
)
# Characters: a condition reaches about as far as its clause, and one without a comma further.
_CONDITION_REACH = 40
_OPEN = re.compile(r"\b(?:if|unless|whether|in case)\b[^,;:()]{0,80}$", re.IGNORECASE)


def is_hypothetical(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is only supposed, asked or conditional."""
    near = _HYPOTHETICAL.search(text, max(0, start - _CONDITION_REACH), start)
    return (near or _OPEN.search(text[:start])) is not None
