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
        manifest, shards = require_manifest(database), database.shards.all()
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
            "claims_in_files": sum(shard.claims for shard in shards),
            "vector_files": {
                shard.vectors.name: {
                    "claims": shard.claims,
                    "kind": shard.kind,
                    "recall_at_10": round(shard.recall, 3),
                    "bytes": _bytes(layout, shard.vectors.name),
                    "built": shard.created,
                }
                for shard in shards
            },
            "word_files": {
                shard.words.name: {"bytes": _bytes(layout, shard.words.name)} for shard in shards
            },
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


def _bytes(layout: Layout, name: str) -> int:
    path = layout.folder / name
    return path.stat().st_size if path.is_file() else 0


def _size(layout: Layout) -> int:
    return sum(path.stat().st_size for path in layout.folder.iterdir() if path.is_file())
