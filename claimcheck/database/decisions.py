"""Table `decision`: what a person decided about matches, with the claims as they were shown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.database.session import Row, Session, in_batches, marks
from claimcheck.datatypes import Citation, Claim, Decision, Judgement, Match, Relation, Span

_SIDES = ("claim", "evidence")
# A decision that was withdrawn stays, empty, so that an older file can't bring it back.
_STANDS = "(judgement IS NOT NULL OR note <> '')"


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference as it was shown: its kind and the words on both sides, "" when absent."""

    kind: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class DecidedMatch:
    """A decision, and the match that it is about.

    `match` is a Match.id. The claims hold what a reader saw of them: text, context and citation.
    `relation` is the one that was shown, None when that isn't known.
    """

    match: str
    decision: Decision
    claim: Claim
    evidence: Claim
    relation: Relation | None = None
    differences: tuple[Contrast, ...] = ()


def decided_match(match: Match, decision: Decision) -> DecidedMatch:
    """Return a decision about `match` as it is shown now."""
    comparison = match.comparison
    differences = tuple(
        Contrast(
            one.kind.value,
            one.in_claim.of(match.claim.text) if one.in_claim else "",
            one.in_evidence.of(match.evidence.text) if one.in_evidence else "",
        )
        for one in comparison.differences
    )
    sides = match.claim, match.evidence
    return DecidedMatch(match.id, decision, *sides, comparison.relation, differences)


class DecisionTable:
    """One decision for each match. Nothing here hangs on the articles of the index."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, match_ids: Iterable[str]) -> dict[str, Decision]:
        """Return the decisions about these matches, by match id."""
        if not self._exists():
            return {}
        found: dict[str, Decision] = {}
        for ids in in_batches(match_ids):
            sql = f"SELECT * FROM decision WHERE match IN ({marks(ids)}) AND {_STANDS}"  # noqa: S608
            found.update((row["match"], _decision(row)) for row in self._session.rows(sql, ids))
        return found

    def get(self, match_id: str) -> DecidedMatch | None:
        """Return what was decided about one match."""
        if not self._exists():
            return None
        rows = self._session.rows("SELECT * FROM decision WHERE match = ?", [match_id])
        return _decided(rows[0]) if rows else None

    def all(self) -> list[DecidedMatch]:
        """Return every decision, the latest first; one that was withdrawn is left out."""
        if not self._exists():
            return []
        sql = f"SELECT * FROM decision WHERE {_STANDS} ORDER BY decided DESC, match"  # noqa: S608
        return [_decided(row) for row in self._session.rows(sql)]

    def record(self, decided: DecidedMatch) -> bool:
        """Keep a decision in place of an earlier one; call inside a transaction.

        Return whether it was kept: one that isn't later than what is known is not. With neither
        judgement nor note it withdraws the earlier one. Raises ValueError without a time.
        """
        if decided.decision.decided is None:
            raise ValueError("a decision that is kept needs a time")
        rows = self._session.rows("SELECT decided FROM decision WHERE match = ?", [decided.match])
        if rows and rows[0]["decided"] >= decided.decision.decided:
            return False
        self._session.tables.table("decision").upsert(_row(decided), pk="match")
        return True

    def forget(self, match_id: str) -> None:
        """Remove what was decided about a match; call inside a transaction."""
        self._session.run("DELETE FROM decision WHERE match = ?", [match_id])

    def _exists(self) -> bool:
        """Tell whether the table is there; an index of an earlier version is only read."""
        return bool(self._session.rows("SELECT 1 FROM sqlite_master WHERE name = 'decision'"))


def _row(decided: DecidedMatch) -> dict[str, str | None]:
    decision = decided.decision
    contrasts = [[one.kind, one.ours, one.theirs] for one in decided.differences]
    return {
        "match": decided.match,
        "judgement": decision.judgement and decision.judgement.value,
        "note": decision.note,
        "decided": decision.decided,
        "relation": decided.relation and decided.relation.value,
        "differences": json.dumps(contrasts, ensure_ascii=False),
        **_side_row("claim", decided.claim),
        **_side_row("evidence", decided.evidence),
    }


def _side_row(name: str, claim: Claim) -> dict[str, str | None]:
    citation = claim.citation
    return {
        f"{name}_article": citation.article_id,
        f"{name}_outlet": citation.outlet,
        f"{name}_title": citation.title,
        f"{name}_url": citation.url,
        f"{name}_published": citation.published,
        f"{name}_context": claim.context,
        f"{name}_text": claim.text,
    }


def _decision(row: Row) -> Decision:
    judgement = row["judgement"]
    return Decision(Judgement(judgement) if judgement else None, row["note"], row["decided"])


def _decided(row: Row) -> DecidedMatch:
    claim, evidence = (_side(row, name) for name in _SIDES)
    relation = Relation(row["relation"]) if row["relation"] else None
    differences = tuple(Contrast(*one) for one in json.loads(row["differences"]))
    return DecidedMatch(row["match"], _decision(row), claim, evidence, relation, differences)


def _side(row: Row, name: str) -> Claim:
    parts = ("article", "outlet", "title", "url", "published")
    text = row[f"{name}_text"]
    citation = Citation(*(row[f"{name}_{part}"] for part in parts))
    return Claim(citation, (Span(0, len(text)),), text, context=row[f"{name}_context"])
