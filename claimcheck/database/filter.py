"""Which articles take part in a search."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.database.session import marks


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles take part in a search; empty fields do not restrict.

    Outlets are compared without case. `since` and `until` are days (YYYY-MM-DD), both inclusive;
    an article without a date passes neither.
    """

    outlets: tuple[str, ...] = ()
    exclude_outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    exclude_articles: tuple[str, ...] = ()
    exclude_urls: tuple[str, ...] = ()

    def where(self) -> tuple[str, list[str]]:
        """Return the SQL condition on `article` and its parameters."""
        terms: list[tuple[str, list[str]]] = [("article.superseded_by IS NULL", [])]
        for column, operator, values in (
            ("outlet_key", "IN", [outlet_key(name) for name in self.outlets]),
            ("outlet_key", "NOT IN", [outlet_key(name) for name in self.exclude_outlets]),
            ("id", "NOT IN", list(self.exclude_articles)),
        ):
            if values:
                terms.append((f"article.{column} {operator} ({marks(values)})", values))
        if self.exclude_urls:
            urls = list(self.exclude_urls)
            terms.append((f"(article.url IS NULL OR article.url NOT IN ({marks(urls)}))", urls))
        if self.since:
            terms.append(("substr(article.published, 1, 10) >= ?", [self.since]))
        if self.until:
            terms.append(("substr(article.published, 1, 10) <= ?", [self.until]))
        return (
            " AND ".join(sql for sql, _ in terms),
            [value for _, values in terms for value in values],
        )

    @property
    def selects(self) -> bool:
        """Tell whether it names what to keep, and not only what to leave out."""
        return bool(self.outlets or self.since or self.until)

    @property
    def is_empty(self) -> bool:
        """Tell whether every article passes."""
        return self == Filter()


def outlet_key(outlet: str) -> str:
    """Return the form in which outlets are compared."""
    return outlet.casefold().strip()
