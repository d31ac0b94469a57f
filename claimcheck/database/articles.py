"""Table `article`: what was loaded, in every text it ever had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from claimcheck.database.claims import claim_row
from claimcheck.database.filter import Filter, outlet_key
from claimcheck.database.session import Row, Session, in_batches, marks
from claimcheck.database.vectors import Ids, Vectors, blob
from claimcheck.datatypes import Article, Claim, Provenance, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles by id, URL or outlet; the fields are alternatives."""

    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


class ArticleTable:
    """Articles with the claims and vectors that came from them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def knows(self, article_id: str) -> bool:
        """Tell whether the article was ever stored, also in a text since superseded."""
        return bool(self._session.rows("SELECT 1 FROM article WHERE id = ?", [article_id]))

    def get(self, article_id: str) -> Article | None:
        """Return a stored article."""
        rows = self._session.rows("SELECT * FROM article WHERE id = ?", [article_id])
        return _article(rows[0]) if rows else None

    def texts(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of stored articles, by id."""
        found: dict[str, str] = {}
        for ids in in_batches(article_ids):
            sql = f"SELECT id, text FROM article WHERE id IN ({marks(ids)})"  # noqa: S608
            found.update((row["id"], row["text"]) for row in self._session.rows(sql, ids))
        return found

    def ids(self, selection: Selection | None = None) -> list[str]:
        """Return the ids of live articles, of all or of those selected, in order of arrival."""
        condition, values = ("1", []) if selection is None else _condition(selection)
        rows = self._session.rows(
            "SELECT id FROM article WHERE superseded_by IS NULL "  # noqa: S608
            f"AND ({condition}) ORDER BY number",
            values,
        )
        return [row["id"] for row in rows]

    def altered(self) -> list[str]:
        """Return the articles whose outlet, URL or text no longer give their id."""
        rows = self._session.each("SELECT * FROM article ORDER BY number")
        return [row["id"] for row in rows if _article(row).id != row["id"]]

    def claim_ranges(self, where: Filter, *, passing: bool = True) -> Ids:
        """Return first and last claim id (inclusive) of every live article that passes, or not.

        The result has shape (n, 2).
        """
        condition, values = where.where()
        wanted = condition if passing else f"superseded_by IS NULL AND NOT ({condition})"
        sql = f"SELECT first_claim, last_claim FROM article WHERE {wanted}"  # noqa: S608
        rows = [tuple(row) for row in self._session.rows(sql, values)]
        return np.array(rows, np.int64).reshape(len(rows), 2)

    def add(self, article: Article, claims: Sequence[Claim], vectors: Vectors) -> None:
        """Store an article with its claims and their vectors; call inside a transaction.

        Claim ids of one article are consecutive, so that a filter on articles is a few ranges.
        """
        first = self._last_claim_ever() + 1
        row = {**_row(article), "first_claim": first, "last_claim": first + len(claims) - 1}
        number = int(self._session.tables.table("article").insert(row).last_pk or 0)
        rows = [claim_row(claim, number, first + i) for i, claim in enumerate(claims)]
        self._session.run_many(f"INSERT INTO claim VALUES ({marks(rows[0])})", rows)  # noqa: S608
        self._session.run_many(
            "INSERT INTO vector VALUES (?, ?)",
            [(first + i, blob(vector)) for i, vector in enumerate(vectors)],
        )

    def supersede(self, article_id: str, by: str) -> None:
        """Keep an article's row and drop its claims, as a later text took its place."""
        self._drop_claims(article_id)
        self._session.run("UPDATE article SET superseded_by = ? WHERE id = ?", [by, article_id])

    def remove(self, article_id: str) -> None:
        """Forget an article, its earlier texts and all claims; call inside a transaction."""
        self._drop_claims(article_id)
        # Earlier texts lost their claims when they were superseded. In SQL, because a page that
        # is updated all day has more of them than Python lets a function call itself.
        self._session.run(
            "WITH RECURSIVE text(id) AS (VALUES (?) UNION "
            "SELECT article.id FROM article JOIN text ON superseded_by = text.id) "
            "DELETE FROM article WHERE id IN text",
            [article_id],
        )

    def _drop_claims(self, article_id: str) -> None:
        claims = "SELECT claim.id FROM claim JOIN article ON number = article WHERE article.id = ?"
        for sql in (
            f"INSERT INTO tombstone {claims}",
            f"DELETE FROM vector WHERE claim IN ({claims})",  # noqa: S608
            f"DELETE FROM claim WHERE id IN ({claims})",  # noqa: S608
        ):
            self._session.run(sql, [article_id])

    def _last_claim_ever(self) -> int:
        rows = self._session.rows("SELECT seq FROM sqlite_sequence WHERE name = 'claim'")
        return int(rows[0]["seq"]) if rows else 0


def _condition(selection: Selection) -> tuple[str, list[str]]:
    keys = tuple(outlet_key(name) for name in selection.outlets)
    columns = (("id", selection.ids), ("url", selection.urls), ("outlet_key", keys))
    terms = [f"{column} IN ({marks(values)})" for column, values in columns if values]
    return " OR ".join(terms) or "0", [value for _, values in columns for value in values]


def _row(article: Article) -> dict[str, str | int | None]:
    headline = article.headline
    return {
        "id": article.id,
        "outlet": article.outlet,
        "outlet_key": outlet_key(article.outlet),
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "modified": article.modified,
        "language": article.language,
        "source_id": article.source_id,
        "text": article.text,
        "headline_start": headline.start if headline else None,
        "headline_end": headline.end if headline else None,
        # A file name need not be valid UTF-8; the article in it is none the worse for that.
        "path": article.provenance.path.encode("utf-8", "replace").decode("utf-8"),
        "line": article.provenance.line,
    }


def _article(row: Row) -> Article:
    start, end = row["headline_start"], row["headline_end"]
    return Article(
        outlet=row["outlet"],
        text=row["text"],
        title=row["title"],
        url=row["url"],
        published=row["published"],
        modified=row["modified"],
        language=row["language"],
        source_id=row["source_id"],
        headline=None if start is None else Span(start, end),
        provenance=Provenance(row["path"], row["line"]),
    )
