"""One writer at a time, and readers who never notice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from subprocess import Popen

import pytest
import victim

from claimcheck.database import Filter
from claimcheck.errors import IndexLocked
from claimcheck.index import IndexReader, Tally, open_writer, verify

Started = Callable[..., AbstractContextManager[Popen[str]]]

# Live articles of which a claim or a vector is missing.
TORN = """
    SELECT count(*) FROM article WHERE superseded_by IS NULL AND last_claim - first_claim + 1 <> (
        SELECT count(*) FROM claim JOIN vector ON vector.claim = claim.id WHERE article = number)
"""


def test_a_second_writer_waits_and_says_for_whom(tmp_path: Path, started: Started) -> None:
    notices: list[str] = []
    with started(tmp_path, 0, "hold") as other:
        assert other.stdout is not None and other.stdin is not None
        other.stdout.readline()

        def let_go(notice: str) -> None:
            notices.append(notice)
            other.stdin.close()  # type: ignore[union-attr]

        with open_writer(tmp_path, 30, let_go) as writer:
            tally = list(writer.add(victim.corpus(1), victim.TOOLS))[-1]
    assert tally == Tally(indexed=1, claims=3, encoded=3)
    assert notices == [f"Process {other.pid} is writing to {tmp_path}; waiting for it."]


def test_a_writer_that_does_not_wait_is_told_who_is_writing(
    tmp_path: Path, started: Started
) -> None:
    with started(tmp_path, 0, "hold") as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(IndexLocked) as caught, open_writer(tmp_path, 0):
            pass
    assert caught.value.message == (
        f"Process {other.pid} is still writing to {tmp_path} after 0 s."
    )


def test_the_lock_of_a_killed_writer_is_free(tmp_path: Path, started: Started) -> None:
    with started(tmp_path, 0, "hold") as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
        other.wait()
        with open_writer(tmp_path, 0) as writer:
            assert writer.finish() is False


def test_readers_see_whole_articles_while_two_processes_write(
    tmp_path: Path, started: Started
) -> None:
    victim.index(tmp_path, victim.corpus(8))
    vectors = victim.HashEncoder().encode(["The council of town 3 approved"])
    looks = 0
    with started(tmp_path, 120, "none") as one, started(tmp_path, 160, "none") as two:
        early = IndexReader.open(tmp_path)
        while one.poll() is None or two.poll() is None:
            for reader in (early, IndexReader.open(tmp_path)):
                found = reader.search(["approved budget"], vectors, 10, Filter())[0]
                assert len(found) == 10
            uri = f"file:{tmp_path}/claims.db?mode=ro"
            with closing(sqlite3.connect(uri, uri=True)) as connection:
                assert connection.execute(TORN).fetchone() == (0,)
            looks += 1
    assert (one.returncode, two.returncode, looks > 3) == (0, 0, True)
    assert verify(tmp_path, 0).problems == ()
