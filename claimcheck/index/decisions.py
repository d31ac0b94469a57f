"""A person's decisions, which an index keeps beside its articles and never derives anything from.

They are written under the writer lock, like everything else, but for a moment only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from claimcheck.database import Database, DecidedMatch
from claimcheck.datatypes import Claim
from claimcheck.index.layout import require_index
from claimcheck.index.lock import writer_lock


class Decisions:
    """The decisions of the index in `folder`.

    Whatever writes waits up to `wait_s` seconds while another process does, and tells `notify` so.
    Raises IndexMissing, IndexDamaged, and when writing IndexLocked.
    """

    def __init__(
        self, folder: Path, wait_s: float = 0, notify: Callable[[str], None] = lambda _: None
    ) -> None:
        self._layout = require_index(folder)
        self._wait_s = wait_s
        self._notify = notify

    def all(self) -> list[DecidedMatch]:
        """Return every decision, the latest first."""
        with Database.open_reader(self._layout.database) as database:
            return database.decisions.all()

    def get(self, match_id: str) -> DecidedMatch | None:
        """Return what was decided about one match."""
        with Database.open_reader(self._layout.database) as database:
            return database.decisions.get(match_id)

    def record(self, decided: Iterable[DecidedMatch]) -> int:
        """Keep decisions in place of earlier ones; return how many were later than those.

        What a decision lacks of a citation is taken from the index, where the article is there.
        """
        with self._writing() as database:
            return sum([database.decisions.record(_cited(database, one)) for one in decided])

    def replace(self, match_id: str, decided: DecidedMatch | None) -> None:
        """Put a decision in place of what is known of its match, whenever that was; None: none."""
        with self._writing() as database:
            database.decisions.forget(match_id)
            if decided is not None:
                database.decisions.record(decided)

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        layout = self._layout
        with (
            writer_lock(layout, self._wait_s, self._notify),
            Database.open_writer(layout.database) as database,
            database.transaction(),
        ):
            yield database


def _cited(database: Database, decided: DecidedMatch) -> DecidedMatch:
    claim, evidence = (_known(database, side) for side in (decided.claim, decided.evidence))
    return replace(decided, claim=claim, evidence=evidence)


def _known(database: Database, claim: Claim) -> Claim:
    article = database.articles.get(claim.citation.article_id)
    return replace(claim, citation=article.citation) if article else claim
