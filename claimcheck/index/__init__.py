"""Index = database + vector store + manifest, in one folder."""

from claimcheck.index.decisions import Decisions
from claimcheck.index.health import Health, repair, verify
from claimcheck.index.layout import require_index
from claimcheck.index.reader import IndexReader
from claimcheck.index.summary import known_manifest, stats
from claimcheck.index.writer import IndexWriter, Tally, Toolchain, open_writer

__all__ = [
    "Decisions",
    "Health",
    "IndexReader",
    "IndexWriter",
    "Tally",
    "Toolchain",
    "known_manifest",
    "open_writer",
    "repair",
    "require_index",
    "stats",
    "verify",
]
