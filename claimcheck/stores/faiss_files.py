"""What every FAISS store needs: its file, and a filter in FAISS's form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.errors import IndexDamaged
from claimcheck.stores.base import Mask


def read_index(path: Path) -> Any:
    """Map an index that `write_index` wrote; its checksum has been compared before.

    Raises IndexDamaged.
    """
    import faiss

    try:
        return faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
    except RuntimeError as error:
        raise IndexDamaged(f"{path} cannot be read by FAISS.", "claimcheck repair") from error


def write_index(index: Any, path: Path) -> None:
    """Write to `path`; raises OSError. The caller makes it atomic."""
    import faiss

    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        raise OSError(f"FAISS could not write {path}: {error}") from error


def selector(keep: Mask) -> Any:
    """Return a filter on ids as FAISS takes it."""
    import faiss

    # The stubs describe the C++ constructor, not the Python one.
    return faiss.IDSelectorBitmap(np.packbits(keep, bitorder="little"))  # type: ignore[call-arg,arg-type]
