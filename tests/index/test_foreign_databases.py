"""A claims.db that is damaged or not ours is told apart, and never written to."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import victim

from claimcheck.database import Filter
from claimcheck.errors import ClaimcheckError, IndexDamaged, IndexMissing
from claimcheck.index import IndexReader, known_manifest, open_writer, repair, stats, verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of 200 articles."""
    victim.index(tmp_path, victim.corpus(200))
    return tmp_path


def _no_database(path: Path) -> None:
    path.write_text("This is a letter, not a database. " * 500)


def _another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")


def _newer_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwritten_in_the_middle(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 8)
        file.write(b"\xa5" * (size * 3 // 4))


def _read(folder: Path) -> None:
    vectors = victim.HashEncoder().encode(["budget"])
    IndexReader.open(folder).search(["budget approved"], vectors, 10, Filter())


def _write(folder: Path) -> None:
    victim.index(folder, victim.corpus(220))


def _look_through(folder: Path) -> None:
    verify(folder, 0)


def _repair(folder: Path) -> None:
    repair(folder, 0, _no_encoder)


@pytest.mark.parametrize("use", [_read, _write, _look_through, _repair, stats, known_manifest])
@pytest.mark.parametrize("harm", [_no_database, _another_database, _newer_schema, _truncated])
def test_a_foreign_or_damaged_database_is_refused_and_left_alone(
    folder: Path, harm: Callable[[Path], None], use: Callable[[Path], object]
) -> None:
    database = folder / "claims.db"
    harm(database)
    before = database.read_bytes()
    with pytest.raises(IndexDamaged) as caught:
        use(folder)
    assert str(database) in caught.value.message
    assert (caught.value.hint != "", database.read_bytes() == before) == (True, True)


def test_what_to_do_about_a_damaged_database_is_said(folder: Path) -> None:
    _no_database(folder / "claims.db")
    with pytest.raises(IndexDamaged) as caught:
        stats(folder)
    assert (caught.value.message, caught.value.hint) == (
        f"{folder / 'claims.db'} is damaged (file is not a database).",
        "Restore it from a backup, or delete the folder and run claimcheck index again.",
    )


@pytest.mark.parametrize("use", [_read, _write, _look_through, _repair])
def test_overwritten_pages_are_noticed_and_left_alone(
    folder: Path, use: Callable[[Path], object]
) -> None:
    database = folder / "claims.db"
    _overwritten_in_the_middle(database)
    before = database.read_bytes()
    with pytest.raises(IndexDamaged) as caught:
        use(folder)
    assert (caught.value.hint != "", database.read_bytes() == before) == (True, True)


def _one_page_overwritten(path: Path, of: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        root = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(root, [of]).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


@pytest.mark.parametrize(
    ("of", "use"),
    [
        ("claim", _read),
        ("claim", _write),
        ("claim", _look_through),
        ("claim", _repair),
        # No search reads this one, and no check of ours.
        ("idx_article_published", _look_through),
        ("idx_article_published", _repair),
    ],
)
def test_one_overwritten_page_is_noticed_and_left_alone(
    folder: Path, of: str, use: Callable[[Path], object]
) -> None:
    database = folder / "claims.db"
    _one_page_overwritten(database, of)
    before = database.read_bytes()
    with pytest.raises(IndexDamaged) as caught:
        use(folder)
    assert caught.value.message.startswith(f"{database} is damaged (")
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "use",
    [_read, stats, _look_through, _repair],
    ids=["search", "stats", "verify", "repair"],
)
@pytest.mark.parametrize("name", ["empty", "missing", "file"])
def test_where_there_is_no_index_that_is_said_and_none_is_made(
    tmp_path: Path, use: Callable[[Path], object], name: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(IndexMissing) as caught:
        use(tmp_path / name)
    assert caught.value.message == f"There is no index in {tmp_path / name}."
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["empty", "file"]


def test_a_file_in_place_of_the_folder_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ClaimcheckError) as caught, open_writer(tmp_path / "file", 0):
        pass
    assert caught.value.message == (
        f"The index folder {tmp_path / 'file'} cannot be written to (File exists)."
    )


def test_an_index_without_any_article_is_empty(tmp_path: Path) -> None:
    with open_writer(tmp_path, 0):
        pass
    for use in (IndexReader.open, stats):
        with pytest.raises(IndexMissing) as caught:
            use(tmp_path)
        assert caught.value.message == f"The index in {tmp_path} is empty."
    assert (known_manifest(tmp_path), verify(tmp_path, 0).problems) == (None, ())


def test_a_database_killed_at_birth_is_empty_too(tmp_path: Path) -> None:
    (tmp_path / "claims.db").touch()
    with pytest.raises(IndexMissing):
        IndexReader.open(tmp_path)
    victim.index(tmp_path, victim.corpus(3))
    assert IndexReader.open(tmp_path).counts()["articles"] == 3


def _no_encoder(_: object) -> victim.HashEncoder:
    raise AssertionError
