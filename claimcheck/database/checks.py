"""Counting what there is, and finding what is wrong with it."""

from __future__ import annotations

import json

from claimcheck.database.connection import damaged
from claimcheck.database.session import Row, Session
from claimcheck.datatypes import Span

_LIVE = "FROM article WHERE superseded_by IS NULL"
_COUNTS = {
    "articles": f"SELECT count(*) AS n {_LIVE}",
    "superseded": "SELECT count(*) AS n FROM article WHERE superseded_by IS NOT NULL",
    "outlets": f"SELECT count(DISTINCT outlet_key) AS n {_LIVE}",
    "undated": f"SELECT count(*) AS n {_LIVE} AND published IS NULL",
    "claims": "SELECT count(*) AS n FROM claim",
    "vectors": "SELECT count(*) AS n FROM vector",
}


class Checks:
    """Read-only questions about the whole database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self) -> dict[str, int]:
        """Return how many articles, claims, vectors and outlets there are."""
        return {name: int(self._session.rows(sql)[0]["n"]) for name, sql in _COUNTS.items()}

    def outlets(self) -> dict[str, int]:
        """Return the live articles per outlet, most first."""
        sql = f"SELECT min(outlet) AS outlet, count(*) AS n {_LIVE} GROUP BY outlet_key"
        rows = self._session.rows(f"{sql} ORDER BY n DESC, outlet_key")
        return {row["outlet"]: row["n"] for row in rows}

    def days(self) -> tuple[str | None, str | None]:
        """Return the first and last publication day."""
        day = "substr(published, 1, 10)"
        row = self._session.rows(f"SELECT min({day}) AS first, max({day}) AS last {_LIVE}")[0]
        return row["first"], row["last"]

    def pages(self) -> None:
        """Raise IndexDamaged when SQLite itself finds something wrong with its pages."""
        first = str(self._session.rows("PRAGMA integrity_check(1)")[0][0])
        if first != "ok":
            raise damaged(self._session.path, " ".join(first.split()))

    def dangling_rows(self) -> list[str]:
        """Return claims without an article and vectors without a claim."""
        rows = self._session.rows("PRAGMA foreign_key_check")
        return [f"row {row['rowid']} of {row['table']} points to nothing" for row in rows]

    def misplaced_claims(self) -> list[str]:
        """Return claims whose spans do not give their text."""
        # SQLite finds the suspects quickly but knows only one span, and ends a text at a NUL.
        sql = (
            "SELECT claim.id, claim.text, spans, start, end, article.text AS whole, "
            "article.id AS article_id FROM claim JOIN article ON number = article "
            "WHERE spans IS NOT NULL OR substr(whole, start + 1, end - start) IS NOT claim.text "
            "ORDER BY claim.id"
        )
        return [
            f"claim {row['id']}: its place in the article does not give its text "
            f"(claimcheck remove --id {row['article_id']}, then index it again)"
            for row in self._session.each(sql)
            if _words(row) != row["text"]
        ]


def _words(row: Row) -> str:
    """Return the pieces of the article that a claim points to, joined as a claim joins them."""
    pieces = json.loads(row["spans"]) if row["spans"] else [[row["start"], row["end"]]]
    return " ".join(Span(start, end).of(row["whole"]) for start, end in pieces)
