"""Rows and types: what goes in comes out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from claimcheck.database import Database, DerivedFile, Filter, Selection, Shard
from claimcheck.datatypes import Article, Claim, ClaimKind, Provenance, Span, Stance
from claimcheck.embed import Vectors
from claimcheck.errors import ClaimcheckError, IndexDamaged

ARTICLE = Article(
    outlet="Herald",
    text="Mayor resigns\n\nThe mayor, who was ill, resigned 🙂. Nobody knew why.",
    title="Mayor resigns",
    url="https://herald.example/mayor",
    published="2025-03-01T10:00:00+01:00",
    modified="2025-03-02",
    language="en",
    source_id="h-1",
    headline=Span(0, 13),
    provenance=Provenance("herald.jsonl", 3),
)
PLAIN = Claim(ARTICLE.citation, (Span(51, 67),), "Nobody knew why.", id=1)
# Two pieces of one sentence, with the relative clause between them left out.
PIECES = Claim(
    citation=ARTICLE.citation,
    spans=(Span(15, 24), Span(39, 49)),
    text="The mayor resigned 🙂",
    kind=ClaimKind.REPORTED,
    context="Mayor resigns",
    speaker="the clerk",
    cue="said",
    stance=Stance.NEUTRAL,
    reading="The mayor of Arlen resigned.",
    checkworthiness=0.75,
    id=2,
)
VECTORS = np.eye(2, 4, dtype=np.float32)
VECTOR_FILE = DerivedFile("claims-0.faiss", "ab", "1-2-3")
WORD_FILE = DerivedFile("claims-0.words", "cd", "4-5-6")
SHARD = Shard(1, 2, 2, "faiss-ivf", 0.99, VECTOR_FILE, WORD_FILE, "2025-03-01")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with one article and two claims."""
    with Database.open_writer(tmp_path / "claims.db") as opened:
        _add(opened, ARTICLE, [PLAIN, PIECES], VECTORS)
        yield opened


def _add(database: Database, article: Article, claims: list[Claim], vectors: Vectors) -> None:
    with database.transaction():
        database.articles.add(article, claims, vectors)


def test_an_article_comes_back_whole(database: Database) -> None:
    found = database.articles.get(ARTICLE.id)
    assert (found, found and found.provenance) == (ARTICLE, ARTICLE.provenance)


def test_claims_come_back_whole_also_in_several_pieces(database: Database) -> None:
    found = database.claims.of_article(ARTICLE.id)
    assert (found, [claim.id for claim in found]) == ([PLAIN, PIECES], [1, 2])
    assert database.claims.get([2, 1, 99]) == {1: PLAIN, 2: PIECES}


def test_vectors_come_back_in_half_precision(database: Database) -> None:
    ((ids, vectors),) = database.vectors.between(1, 9, 4)
    assert (ids.tolist(), vectors.tolist()) == ([1, 2], VECTORS.tolist())
    ids, vectors = database.vectors.of([2, 99, 1], 4)
    assert (ids.tolist(), vectors.tolist()) == ([1, 2], VECTORS.tolist())


def test_the_vectors_of_a_range_are_those_between_its_ends(database: Database) -> None:
    assert [ids.tolist() for ids, _ in database.vectors.between(2, 2, 4)] == [[2]]
    assert (database.vectors.count(2, 9), database.vectors.count(3, 9)) == (1, 0)


def test_more_ids_than_sqlite_takes_at_once(database: Database) -> None:
    assert database.claims.get(range(300_000)) == {1: PLAIN, 2: PIECES}


def test_claims_in_their_place_are_not_complained_about(database: Database) -> None:
    assert database.checks.misplaced_claims() == []


@pytest.mark.parametrize(
    "spans", [(Span(15, 23), Span(39, 49)), (Span(15, 24), Span(39, 50)), (Span(15, 49),)]
)
def test_a_wrong_piece_is_found(database: Database, spans: tuple[Span, ...]) -> None:
    other = replace(ARTICLE, outlet="Tribune")
    _add(database, other, [replace(PIECES, spans=spans)], VECTORS[:1])
    assert database.checks.misplaced_claims() == [
        "claim 3: its place in the article does not give its text "
        f"(claimcheck remove --id {other.id}, then index it again)"
    ]


def test_claim_ids_are_never_used_again(database: Database) -> None:
    with database.transaction():
        database.articles.remove(ARTICLE.id)
    _add(database, ARTICLE, [PLAIN], VECTORS[:1])
    assert [claim.id for claim in database.claims.of_article(ARTICLE.id)] == [3]


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    other = replace(ARTICLE, outlet="Tribune")
    with pytest.raises(KeyboardInterrupt), database.transaction():
        database.articles.add(other, [PLAIN], VECTORS[:1])
        database.set_manifest({"content": "f"})
        raise KeyboardInterrupt
    assert (database.articles.get(other.id), database.manifest()) == (None, {})
    assert database.checks.counts()["claims"] == 2


def test_new_files_end_the_list_of_what_is_gone_in_their_range(database: Database) -> None:
    _add(database, replace(ARTICLE, outlet="Tribune"), [PLAIN], VECTORS[:1])
    with database.transaction():
        for outlet in ("Herald", "Tribune"):
            database.articles.remove(replace(ARTICLE, outlet=outlet).id)
    assert database.shards.gone().tolist() == [1, 2, 3]
    with database.transaction():
        database.shards.replace(1, 2, SHARD)
    assert (database.shards.gone().tolist(), database.shards.all()) == ([3], (SHARD,))


def test_new_files_take_the_place_of_all_in_their_range(database: Database) -> None:
    later, whole = replace(SHARD, first=3, last=3), replace(SHARD, last=3)
    with database.transaction():
        database.shards.replace(1, 2, SHARD)
        database.shards.replace(3, 3, later)
    assert database.shards.all() == (SHARD, later)
    with database.transaction():
        database.shards.replace(1, 3, whole)
    assert database.shards.all() == (whole,)
    with database.transaction():
        database.shards.replace(1, 3, None)
    assert database.shards.all() == ()


def test_an_article_stored_twice_is_an_error_of_ours(database: Database) -> None:
    with pytest.raises(IndexDamaged, match="UNIQUE"):
        _add(database, ARTICLE, [PLAIN], VECTORS[:1])


def test_the_alternatives_of_a_selection_add_up(database: Database) -> None:
    other, third = replace(ARTICLE, outlet="Tribune"), replace(ARTICLE, outlet="Post", url=None)
    _add(database, other, [PLAIN], VECTORS[:1])
    _add(database, third, [PLAIN], VECTORS[:1])
    selection = Selection(ids=(other.id,), urls=("https://none.example",), outlets=("pOST",))
    assert database.articles.ids(selection) == [other.id, third.id]


def test_the_ranges_of_a_filter_are_the_claims_of_its_articles(database: Database) -> None:
    _add(database, replace(ARTICLE, outlet="Tribune"), [PLAIN], VECTORS[:1])
    others = Filter(exclude_outlets=("HERALD",))
    ranges = database.articles.claim_ranges
    assert ranges(Filter()).tolist() == [[1, 2], [3, 3]]
    assert (ranges(others).tolist(), ranges(others, passing=False).tolist()) == (
        [[3, 3]],
        [[1, 2]],
    )


def test_a_reader_cannot_write(database: Database) -> None:
    with Database.open_reader(database.path) as reader, pytest.raises(ClaimcheckError):
        reader.articles.remove(ARTICLE.id)


def test_a_snapshot_does_not_move(database: Database) -> None:
    with Database.open_reader(database.path) as reader, reader.snapshot():
        assert reader.claims.last_id() == 2
        _add(database, replace(ARTICLE, outlet="Tribune"), [PLAIN], VECTORS[:1])
        assert reader.claims.last_id() == 2


def test_a_database_of_an_older_version_is_read_as_it_is_and_brought_up_to_date(
    database: Database,
) -> None:
    database.close()
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("ALTER TABLE claim DROP COLUMN stance")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_stance'")
        connection.execute("PRAGMA user_version = 1")
    old = replace(PIECES, stance=None)
    with Database.open_reader(database.path) as reader:
        assert reader.claims.get([1, 2]) == {1: PLAIN, 2: old}
    with Database.open_writer(database.path) as writer:
        assert writer.claims.get([1, 2]) == {1: PLAIN, 2: old}
        _add(writer, replace(ARTICLE, text="Another day."), [replace(PIECES, id=3)], VECTORS[:1])
        assert writer.claims.get([3])[3].stance is Stance.NEUTRAL


def test_opening_an_up_to_date_database_writes_nothing(database: Database) -> None:
    database.close()
    before = database.path.read_bytes()
    Database.open_writer(database.path).close()
    assert database.path.read_bytes() == before
