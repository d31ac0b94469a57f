"""What an index holds, in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimcheck.database import Database
from claimcheck.index.layout import Layout, require_index
from claimcheck.index.manifest import Manifest, read_manifest, require_manifest


def stats(folder: Path) -> dict[str, Any]:
    """Return counts, days, how the index was built, and its size in bytes.

    Raises IndexMissing, IndexDamaged.
    """
    layout = require_index(folder)
    with Database.open_reader(layout.database) as database:
        manifest, newest = require_manifest(database), database.generations.newest()
        first, last = database.checks.days()
        return {
            "folder": str(folder),
            **database.checks.counts(),
            "first_day": first,
            "last_day": last,
            "encoder": str(manifest.encoder),
            "engine": manifest.engine.value,
            "segmenter": manifest.segmenter,
            "content": manifest.content,
            "vector_file": newest.file if newest else None,
            "vectors_in_file": newest.claims if newest else 0,
            "vector_file_built": newest.created if newest else None,
            "bytes": _size(layout),
            "articles_by_outlet": database.checks.outlets(),
        }


def known_manifest(folder: Path) -> Manifest | None:
    """Return how an index was built so far; None where there is no index yet."""
    layout = Layout(folder)
    if not layout.database.is_file():
        return None
    with Database.open_reader(layout.database) as database:
        return read_manifest(database)


def _size(layout: Layout) -> int:
    return sum(path.stat().st_size for path in layout.folder.iterdir() if path.is_file())
