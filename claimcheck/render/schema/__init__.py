"""JSON Schemas (draft 2020-12) of what the commands print as JSON."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def schema(name: str = "report") -> dict[str, Any]:
    """Return the schema of `report`, `lookup`, `claims` or `compare`, complete in itself.

    `lookup_line`, `claims_line` and `compare_line` are those of one line of a batch. A schema names
    every field that this version writes, and allows no other. Raises KeyError for another name.
    """
    whole: dict[str, Any] = json.loads(files(__name__).joinpath("report-1.json").read_text("utf-8"))
    told = whole["$defs"][name]["description"]
    return {**whole, "description": told, "$ref": f"#/$defs/{name}"}
