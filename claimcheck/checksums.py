"""Telling whether a file is still the one that was written."""

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """Return the checksum of a file in hexadecimal digits. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp(path: Path) -> str:
    """Return what changes whenever a file is written to, without reading it. Raises OSError.

    The time of change, unlike that of modification, can't be set back.
    """
    status = path.stat()
    return f"{status.st_size}-{status.st_ctime_ns}-{status.st_ino}"
