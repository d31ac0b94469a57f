"""From the paths a person gave to the files that can be read, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from claimcheck.datatypes import Provenance, Reason, Skip


class Format(StrEnum):
    """What a file holds."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json lines"


_FORMATS = {
    ".txt": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a known format; without a path it is standard input, whose format is unknown."""

    path: Path | None = None
    format: Format | None = None

    @property
    def name(self) -> str:
        """The path as text that can be stored, whatever bytes the file name holds."""
        return _display(self.path) if self.path else "-"


def walk(paths: Iterable[str]) -> Iterator[Source | Skip]:
    """Yield every file named or below a folder named; hidden ones only when named themselves."""
    for given in paths:
        if given == "-":
            yield Source()
        else:
            yield from _below(Path(given))


def _below(top: Path) -> Iterator[Source | Skip]:
    # A list instead of recursion: folders can be nested deeper than Python can recurse.
    waiting, seen = [top], set[tuple[int, int]]()
    empty = True
    while waiting:
        path = waiting.pop()
        try:
            info = path.stat()
            if stat.S_ISDIR(info.st_mode):
                # Each folder once, so that a symbolic link to a parent cannot go round.
                if (info.st_dev, info.st_ino) not in seen:
                    seen.add((info.st_dev, info.st_ino))
                    waiting.extend(_visible(path))
                continue
            found = _source(path, info.st_mode)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            found = Skip(Provenance(_display(path)), Reason.MISSING)
        except OSError as error:
            detail = error.strerror or ""
            found = Skip(Provenance(_display(path)), Reason.UNREADABLE, detail)
        empty = False
        yield found
    if empty:
        yield Skip(Provenance(_display(top)), Reason.EMPTY, "no files in this folder")


def _visible(folder: Path) -> list[Path]:
    entries = (entry for entry in folder.iterdir() if not entry.name.startswith("."))
    return sorted(entries, reverse=True)


def _source(path: Path, mode: int) -> Source | Skip:
    provenance = Provenance(_display(path))
    if not stat.S_ISREG(mode):
        # Opening a pipe without a writer would wait for ever.
        return Skip(provenance, Reason.UNSUPPORTED, "not a regular file")
    bare = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    known = _FORMATS.get(bare.suffix.lower())
    if known is None:
        return Skip(provenance, Reason.UNSUPPORTED, path.suffix)
    return Source(path, known)


def _display(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "replace")
