"""How much there is to do, for a progress bar: quick and roughly right."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from claimcheck.datatypes import Skip
from claimcheck.loaders.streams import open_file
from claimcheck.loaders.walk import Format, Source, walk

_READ_BYTES = 1 << 20


def count_given(paths: Iterable[str]) -> int | None:
    """Return about how many records `load` will give; None when standard input is among them."""
    counts = [_count(source) for source in walk(paths)]
    return None if None in counts else sum(count or 0 for count in counts)


def _count(source: Source | Skip) -> int | None:
    if isinstance(source, Skip):
        return 1
    if source.path is None:
        return None
    if source.format is not Format.JSON_LINES:
        return 1
    lines = 0
    try:
        with open_file(source.path) as stream:
            while block := stream.read(_READ_BYTES):
                lines += block.count(b"\n")
    except (OSError, EOFError, zlib.error):
        return lines + 1
    return lines
