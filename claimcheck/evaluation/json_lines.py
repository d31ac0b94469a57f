"""Lines of annotated data."""

import json
from typing import Any


def parsed(line: str) -> dict[str, Any]:
    """Return the object of a line; empty when it is none, so that every field is missing."""
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}
