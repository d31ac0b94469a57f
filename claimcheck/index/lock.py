"""One writer at a time; readers need no lock."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from filelock import FileLock, Timeout

from claimcheck.errors import ClaimcheckError, IndexLocked
from claimcheck.index.layout import Layout


@contextmanager
def writer_lock(
    layout: Layout, wait_s: float, notify: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold the writer lock of an index for the block.

    When another process holds it, `notify` is told who, and up to `wait_s` seconds are waited.
    Raises IndexLocked after that. The system frees the lock of a process that was killed.
    """
    _make_folder(layout)
    lock = FileLock(layout.lock)
    try:
        _acquire(lock, layout, wait_s, notify)
    except OSError as error:
        raise _not_writable(layout, error) from error
    try:
        # Only people read it, so a full disk must not stop us here.
        with suppress(OSError):
            layout.lock_owner.write_text(f"process {os.getpid()}", "utf-8")
        yield
    finally:
        with suppress(OSError):
            layout.lock_owner.unlink(missing_ok=True)
        lock.release()


def _acquire(lock: FileLock, layout: Layout, wait_s: float, notify: Callable[[str], None]) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        if wait_s > 0:
            notify(f"{_owner(layout)} is writing to {layout.folder}; waiting for it.")
    try:
        lock.acquire(timeout=wait_s, poll_interval=0.2)
    except Timeout:
        raise IndexLocked(
            f"{_owner(layout)} is still writing to {layout.folder} after {wait_s:g} s.",
            "Run the same command again when it is done, or give --wait SECONDS.",
        ) from None


def _owner(layout: Layout) -> str:
    try:
        return layout.lock_owner.read_text("utf-8").capitalize() or "Another process"
    except OSError:
        return "Another process"


def _make_folder(layout: Layout) -> None:
    try:
        layout.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(layout, error) from error


def _not_writable(layout: Layout, error: OSError) -> ClaimcheckError:
    return ClaimcheckError(
        f"The index folder {layout.folder} cannot be written to ({error.strerror}).",
        "Check its permissions, or choose another with --index DIR.",
    )
