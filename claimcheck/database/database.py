"""The SQLite file of an index, as a set of tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from claimcheck.database.articles import ArticleTable
from claimcheck.database.checks import Checks
from claimcheck.database.claims import ClaimTable
from claimcheck.database.connection import connect_reader, connect_writer, snapshot, translated
from claimcheck.database.decisions import DecisionTable
from claimcheck.database.schema import is_current, migrate
from claimcheck.database.session import Session
from claimcheck.database.shards import ShardTable
from claimcheck.database.vectors import VectorTable


class Database:
    """One open SQLite file. Not for sharing between threads while writing."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._session = Session(path, connection)
        self.articles = ArticleTable(self._session)
        self.claims = ClaimTable(self._session)
        self.vectors = VectorTable(self._session)
        self.shards = ShardTable(self._session)
        self.decisions = DecisionTable(self._session)
        self.checks = Checks(self._session)

    @classmethod
    def open_writer(cls, path: Path) -> Database:
        """Open for writing, creating and migrating as needed. Hold the writer lock."""
        database = cls(path, connect_writer(path))
        tables = database._session.tables
        with translated(path):
            if not is_current(tables):
                with database.transaction():
                    migrate(tables)
        return database

    @classmethod
    def open_reader(cls, path: Path) -> Database:
        """Open for reading only."""
        return cls(path, connect_reader(path))

    def close(self) -> None:
        """Close the file."""
        self._session.connection.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Commit everything inside the block, or nothing of it."""
        return self._session.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Read one state throughout the block, whatever is committed meanwhile."""
        return snapshot(self._session.connection)

    def version(self) -> int:
        """Return a number that changes whenever another process commits something."""
        return int(self._session.rows("PRAGMA data_version")[0][0])

    def is_built(self) -> bool:
        """Tell whether the tables exist; they do not before a first run has got anywhere."""
        sql = "SELECT 1 FROM sqlite_master WHERE name = 'manifest'"
        return bool(self._session.rows(sql))

    def manifest(self) -> dict[str, str]:
        """Return what the index says of itself."""
        rows = self._session.rows("SELECT key, value FROM manifest ORDER BY key")
        return {row["key"]: row["value"] for row in rows}

    def set_manifest(self, values: Mapping[str, str]) -> None:
        """Add or replace entries of the manifest; call inside a transaction."""
        self._session.tables.table("manifest").upsert_all(
            [{"key": key, "value": value} for key, value in values.items()], pk="key"
        )
