"""Opening the SQLite file safely, and turning its errors into ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.database.schema import APPLICATION_ID, SCHEMA_VERSION
from claimcheck.errors import ClaimcheckError, IndexDamaged, IndexLocked, InputError

_BUSY_TIMEOUT_S = 30.0


def connect_writer(path: Path) -> sqlite3.Connection:
    """Open `path` for writing, creating it if need be. The caller holds the writer lock."""
    with translated(path):
        # isolation_level None: every transaction is begun in the open, as BEGIN IMMEDIATE. A
        # deferred one that turns into a write fails at once, whatever the busy timeout.
        connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, isolation_level=None)
        with _closed_on_error(connection):
            _refuse_foreign(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL, so that a commit survives a power cut; embedding is the bottleneck anyway.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open `path` for reading only; works in a folder that cannot be written to."""
    with translated(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?{_read_mode(path)}",
            uri=True,
            timeout=_BUSY_TIMEOUT_S,
            isolation_level=None,
            check_same_thread=False,
        )
        with _closed_on_error(connection):
            # Before SQLite 3.51.3 two connections that checkpoint at the same instant can corrupt
            # the file; readers therefore never do.
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            connection.execute("PRAGMA query_only = ON")
            _refuse_foreign(connection, path)
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _read_mode(path: Path) -> str:
    # A reader of a WAL database needs its -shm file. Where that can't be made, and nothing was
    # left in the -wal, the file can be read as it lies.
    writable = os.access(path.parent, os.W_OK)
    wal = path.with_name(path.name + "-wal")
    return "mode=ro" if writable or (wal.exists() and wal.stat().st_size) else "immutable=1"


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    is_new = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application_id != APPLICATION_ID and not (is_new and application_id == version == 0):
        raise IndexDamaged(
            f"{path} is a database, but not one of claimcheck's.",
            "Choose another folder with --index DIR.",
        )
    if version > SCHEMA_VERSION:
        raise IndexDamaged(
            f"{path} was written by a newer claimcheck (schema {version}, this one knows "
            f"{SCHEMA_VERSION}).",
            "Upgrade claimcheck: pip install --upgrade claimcheck-news",
        )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit everything inside the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After "disk full" SQLite has rolled back by itself, and a second ROLLBACK would hide
        # the real error.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Read one state of the database throughout the block, whatever is committed meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into messages that name the file and the next step."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(error, path) from error
    except UnicodeEncodeError as error:
        half = error.object[error.start : error.end]
        raise InputError(
            f"{path} cannot hold {half!r}, half a character (a lone surrogate).",
            "Give the text in UTF-8.",
        ) from error


def damaged(path: Path, why: str) -> IndexDamaged:
    """Return the error for a file that nothing more can be read from."""
    return IndexDamaged(
        f"{path} is damaged ({why}).",
        "Restore it from a backup, or delete the folder and run claimcheck index again.",
    )


def _translate(error: sqlite3.Error, path: Path) -> ClaimcheckError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "malformed" in str(error):
        return damaged(path, str(error))
    if name.startswith("SQLITE_FULL"):
        return ClaimcheckError(
            f"The disk that holds {path} is full.",
            "Free some space and run the same command again; what was committed is kept.",
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return IndexLocked(
            f"{path} is in use by another process.", "Wait for it and run the same command again."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ClaimcheckError(
            f"{path} cannot be opened or written ({error}).",
            "Check the folder's permissions, or choose another with --index DIR.",
        )
    if name.startswith("SQLITE_IOERR"):
        return ClaimcheckError(
            f"Reading or writing {path} failed ({error}).",
            "Check free space and the disk, then run the same command again.",
        )
    return IndexDamaged(f"{path} cannot be used ({error}).", "claimcheck verify")
