"""What is worked out once per machine and model: the exported graph and the engines' speed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.checksums import sha256, stamp
from claimcheck.embed.base import EncoderIdentity


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder of one model; everything in it can be deleted at any time."""

    folder: Path

    @classmethod
    def of(cls, identity: EncoderIdentity) -> Cache:
        """Return the cache of a model: under CLAIMCHECK_CACHE, or the user's cache folder."""
        from platformdirs import user_cache_path

        top = os.environ.get("CLAIMCHECK_CACHE")
        base = Path(top) if top else user_cache_path("claimcheck", appauthor=False)
        return cls(base / identity.fingerprint)

    @property
    def graph(self) -> Path:
        """The exported graph."""
        return self.folder / "model.onnx"

    def notes(self) -> dict[str, Any]:
        """Return what was noted; nothing when it cannot be read."""
        try:
            notes = json.loads((self.folder / "notes.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}

    def note(self, **values: Any) -> None:
        """Add to the notes; a folder that cannot be written to is no error."""
        unfinished = self.folder / f"notes.{os.getpid()}.part"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps({**self.notes(), **values}, indent=2), "utf-8")
            unfinished.replace(self.folder / "notes.json")

    def has_sound_graph(self) -> bool:
        """Tell whether the graph is byte for byte the one that was exported and checked."""
        notes = self.notes()
        if not self.graph.is_file() or "graph_sha256" not in notes:
            return False
        if notes.get("graph_stamp") == stamp(self.graph):
            return True
        return bool(notes["graph_sha256"] == sha256(self.graph))
