"""Decisions are kept whole, whatever becomes of the articles, and by whoever writes meanwhile."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.database import Contrast, Database, DecidedMatch, Selection
from claimcheck.datatypes import Citation, Claim, Decision, Judgement, Relation, Span
from claimcheck.index import Decisions, open_writer, repair, stats, verify


def _claim(outlet: str, text: str) -> Claim:
    url = f"https://{outlet}.example/1"
    citation = Citation(f"{outlet}-1", outlet, "A title", url, "2025-03-01T10:00:00+01:00")
    return Claim(citation, (Span(0, len(text)),), text, context="Before.")


EARLY, LATE = "2025-03-02T08:00:00.000000Z", "2025-03-02T08:00:00.000001Z"
MATCH = DecidedMatch(
    "0123456789abcdef",
    Decision(Judgement.CONFIRMED, "=1+1 \x1b[31m naïve 🙂\n" * 3, LATE),
    _claim("herald", "The bridge closed."),
    _claim("post", "The bridge did not close."),
    Relation.CONTRADICTS,
    (Contrast("negation", "", "not"),),
)
BARE = DecidedMatch(
    "fedcba9876543210",
    Decision(None, "Ask", EARLY),
    Claim(Citation("", ""), (Span(0, 1),), "A"),
    Claim(Citation("", ""), (Span(0, 1),), "B"),
)


@pytest.fixture
def decisions(sample_index: Path) -> Decisions:
    """The decisions of an index over the sample corpus."""
    return Decisions(sample_index, wait_s=30)


def test_decisions_come_back_whole_the_latest_first(decisions: Decisions) -> None:
    """Control characters in a note included."""
    assert decisions.record([BARE, MATCH]) == 2
    assert (decisions.all(), decisions.get(BARE.match)) == ([MATCH, BARE], BARE)


def test_a_report_finds_all_its_decisions_at_once(decisions: Decisions, sample_index: Path) -> None:
    """Also among more matches than one statement takes."""
    decisions.record([BARE, MATCH])
    with Database.open_reader(sample_index / "claims.db") as database:
        found = database.decisions.of([*map(str, range(700)), MATCH.match])
    assert found == {MATCH.match: MATCH.decision}


def test_only_a_later_decision_takes_the_place_of_another(decisions: Decisions) -> None:
    """Files may be imported in any order, and twice."""
    decisions.record([MATCH])
    early = replace(MATCH, decision=Decision(Judgement.REJECTED, "", EARLY))
    assert (decisions.record([early, MATCH]), decisions.all()) == (0, [MATCH])


def test_a_decision_may_be_replaced_whenever_it_was_made(decisions: Decisions) -> None:
    """A clock may have been put back."""
    decisions.record([MATCH])
    early = replace(MATCH, decision=Decision(Judgement.REJECTED, "", EARLY))
    decisions.replace(MATCH.match, early)
    assert decisions.all() == [early]
    decisions.replace(MATCH.match, None)
    assert decisions.all() == []


def test_a_withdrawn_decision_is_none_and_stays_withdrawn(
    decisions: Decisions, sample_index: Path
) -> None:
    """An older file does not bring it back."""
    early = replace(MATCH, decision=replace(MATCH.decision, decided=EARLY))
    decisions.record([early, replace(MATCH, decision=Decision(None, "", LATE)), early])
    with Database.open_reader(sample_index / "claims.db") as database:
        assert (database.decisions.of([MATCH.match]), database.decisions.all()) == ({}, [])


def test_a_decision_without_a_time_is_refused(decisions: Decisions) -> None:
    """Nothing could tell it from a later one."""
    with pytest.raises(ValueError, match="needs a time"):
        decisions.record([replace(MATCH, decision=Decision(Judgement.CONFIRMED))])
    assert decisions.all() == []


def test_what_a_citation_lacks_is_taken_from_the_index(
    decisions: Decisions, sample_index: Path
) -> None:
    """The report page exports no dates, and the day decides how a pair is compared."""
    with Database.open_reader(sample_index / "claims.db") as database:
        article = database.articles.get(database.articles.ids()[0])
    assert article is not None
    known = replace(BARE, evidence=replace(BARE.evidence, citation=Citation(article.id, "Herald")))
    decisions.record([known])
    expected = replace(article.citation, source_id=None)
    assert [one.evidence.citation for one in decisions.all()] == [expected]


def test_decisions_outlive_the_articles_and_a_repair(
    decisions: Decisions, sample_index: Path
) -> None:
    """They are a person's work, and derive from nothing."""
    decisions.record([MATCH])
    outlets = tuple(stats(sample_index)["articles_by_outlet"])
    with open_writer(sample_index, 0) as writer:
        assert writer.remove(Selection(outlets=outlets))
        writer.finish()
    repair(sample_index, 0, lambda _: pytest.fail("no vector is bad"))
    assert (decisions.all(), verify(sample_index, 0).problems) == ([MATCH], ())


@pytest.fixture
def old_index(sample_index: Path) -> Path:
    """An index as the version before decisions left it."""
    with closing(sqlite3.connect(sample_index / "claims.db")) as connection, connection:
        connection.execute("DROP TABLE decision")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_decisions'")
        connection.execute("PRAGMA user_version = 2")
    return sample_index


def test_an_older_index_is_read_as_one_without_decisions(old_index: Path) -> None:
    """Reading changes nothing."""
    decisions, before = Decisions(old_index), (old_index / "claims.db").read_bytes()
    with Database.open_reader(old_index / "claims.db") as database:
        assert database.decisions.of([MATCH.match]) == {}
    assert (decisions.all(), decisions.get(MATCH.match)) == ([], None)
    assert (old_index / "claims.db").read_bytes() == before


def test_the_first_decision_brings_an_older_index_up_to_date(old_index: Path) -> None:
    """Nothing else need be done."""
    decisions = Decisions(old_index)
    decisions.record([MATCH])
    assert (decisions.all(), verify(old_index, 0).problems) == ([MATCH], ())


_WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, {here!r})
from test_decision_table import MATCH
from claimcheck.index import Decisions
for number in range(40):
    one = replace(MATCH, match=f"{{sys.argv[2]}}{{number:015x}}")
    Decisions(Path(sys.argv[1]), 60).record([one])
"""


def test_two_processes_decide_at_once_while_one_reads(
    decisions: Decisions, sample_index: Path
) -> None:
    """Nothing is lost, and the reader never waits or fails."""
    code = _WRITER.format(here=str(Path(__file__).parent))
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(sample_index), name]) for name in "ab"
    ]
    seen = [0]
    while any(process.poll() is None for process in started):
        seen.append(len(decisions.all()))
    assert ([process.returncode for process in started], seen == sorted(seen)) == ([0, 0], True)
    assert len(decisions.all()) == 80
