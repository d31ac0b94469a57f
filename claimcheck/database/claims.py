"""Table `claim`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.database.session import Row, Session, in_batches, marks
from claimcheck.datatypes import Citation, Claim, ClaimKind, Span, Stance

_SELECT = (
    "SELECT claim.*, article.id AS article_id, article.outlet, article.title, article.url, "
    "article.published, article.source_id FROM claim JOIN article ON article.number = claim.article"
)


class ClaimTable:
    """The claims of live articles."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, claim_ids: Iterable[int]) -> dict[int, Claim]:
        """Return the claims that still exist, by id."""
        found: dict[int, Claim] = {}
        for ids in in_batches(claim_ids):
            sql = f"{_SELECT} WHERE claim.id IN ({marks(ids)})"
            found.update((row["id"], _claim(row)) for row in self._session.rows(sql, ids))
        return found

    def of_article(self, article_id: str) -> list[Claim]:
        """Return an article's claims in reading order."""
        sql = f"{_SELECT} WHERE article.id = ? ORDER BY claim.id"
        return [_claim(row) for row in self._session.rows(sql, [article_id])]

    def of_articles(self, article_ids: Iterable[str]) -> list[Claim]:
        """Return the claims of several articles, by article in order of arrival, as they read."""
        found: list[Claim] = []
        for ids in in_batches(article_ids):
            sql = f"{_SELECT} WHERE article.id IN ({marks(ids)}) ORDER BY claim.id"
            found += [_claim(row) for row in self._session.rows(sql, ids)]
        return found

    def last_id(self) -> int:
        """Return the highest claim id, 0 when there is none."""
        return int(self._session.rows("SELECT coalesce(max(id), 0) AS n FROM claim")[0]["n"])

    def texts(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """Yield id and text of the claims from `first` to `last`, in order."""
        sql = "SELECT id, text FROM claim WHERE id BETWEEN ? AND ? ORDER BY id"
        for row in self._session.each(sql, [first, last]):
            yield row[0], row[1]


def claim_row(claim: Claim, article_number: int, claim_id: int) -> tuple[Any, ...]:
    """Return the values of table `claim`, in the order of its columns."""
    pieces = [[span.start, span.end] for span in claim.spans]
    return (
        claim_id,
        article_number,
        claim.span.start,
        claim.span.end,
        json.dumps(pieces) if len(pieces) > 1 else None,
        claim.text,
        claim.kind.value,
        claim.context,
        claim.speaker,
        claim.cue,
        claim.reading,
        claim.checkworthiness,
        claim.stance and claim.stance.value,
    )


def _claim(row: Row) -> Claim:
    pieces = json.loads(row["spans"]) if row["spans"] else [[row["start"], row["end"]]]
    citation = Citation(
        row["article_id"],
        row["outlet"],
        row["title"],
        row["url"],
        row["published"],
        row["source_id"],
    )
    return Claim(
        citation=citation,
        spans=tuple(Span(start, end) for start, end in pieces),
        text=row["text"],
        kind=ClaimKind(row["kind"]),
        context=row["context"],
        speaker=row["speaker"],
        cue=row["cue"],
        # A reader doesn't migrate; what an older index lacks is not known.
        stance=Stance(row["stance"]) if "stance" in row.keys() and row["stance"] else None,  # noqa: SIM118
        reading=row["reading"],
        checkworthiness=row["checkworthiness"],
        id=row["id"],
    )
