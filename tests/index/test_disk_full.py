"""A full disk costs what was under way, never what was committed."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
import victim

from claimcheck.errors import ClaimcheckError
from claimcheck.index import IndexReader, chunks, open_writer, stats, verify
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock

Dump = Callable[[Path], dict[str, list[tuple[Any, ...]]]]


def test_a_full_disk_stops_the_run_and_keeps_what_was_committed(
    small_disk: Path,
    remount: Callable[[str], None],
    tmp_path: Path,
    dump: Dump,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chunks, "CLAIMS_PER_CHUNK", 60)
    folder, articles = small_disk / "index", victim.corpus(1500)
    with pytest.raises(ClaimcheckError) as caught:
        victim.index(folder, articles)
    assert caught.value.message == f"The disk that holds {folder / 'claims.db'} is full."
    with open_writer(folder, 0):
        assert stats(folder)["articles"] > 100
    remount("size=64m")
    assert verify(folder, 0).problems[0].endswith("has no vector file yet. (claimcheck repair)")
    victim.index(folder, articles)
    victim.index(tmp_path / "undisturbed", articles)
    assert dump(folder) == dump(tmp_path / "undisturbed")
    assert verify(folder, 0).problems == ()


def test_a_disk_too_full_for_the_vector_file_keeps_every_article(small_disk: Path) -> None:
    folder, ballast = small_disk / "index", small_disk / "ballast"
    with open_writer(folder, 0) as opened:
        list(opened.add(victim.corpus(150), victim.TOOLS))
        _fill(ballast)
        with pytest.raises(ClaimcheckError) as caught:
            opened.finish()
        assert f"The vector file in {folder} could not be written" in caught.value.message
        assert list(folder.glob("*.faiss*")) == []
        ballast.unlink()
        assert opened.finish() is True
    assert verify(folder, 0).problems == ()


def test_where_no_vector_file_fits_search_goes_on_exactly(small_disk: Path) -> None:
    folder, ballast = small_disk / "index", small_disk / "ballast"
    victim.index(folder, victim.corpus(500))
    file = next(folder.glob("*.faiss"))
    assert file.stat().st_size > 90_000
    file.unlink()
    _fill(ballast)
    os.truncate(ballast, ballast.stat().st_size - 60_000)
    warnings: list[str] = []
    assert IndexReader.open(folder, warnings.append).store_kind == "exact"
    assert len(warnings) == 1


def test_the_lock_needs_no_room(small_disk: Path) -> None:
    _fill(small_disk / "ballast")
    with writer_lock(Layout(small_disk), 0):
        assert not (small_disk / "writer.txt").read_bytes()


def test_where_nothing_fits_a_reader_is_told_so(small_disk: Path) -> None:
    folder = small_disk / "index"
    victim.index(folder, victim.corpus(3))
    _fill(small_disk / "ballast")
    with pytest.raises(ClaimcheckError) as caught:
        IndexReader.open(folder)
    assert (caught.value.message, caught.value.hint) == (
        f"Reading or writing {folder / 'claims.db'} failed (disk I/O error).",
        "Check free space and the disk, then run the same command again.",
    )


def test_a_limit_on_file_sizes_is_met_with_a_message(
    tmp_path: Path, started: Callable[..., AbstractContextManager[Popen[str]]]
) -> None:
    with started(tmp_path, 1500, "small-files") as process:
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in errors) == (1, False)
    assert errors.startswith(f"Reading or writing {tmp_path / 'claims.db'} failed")
    victim.index(tmp_path, victim.corpus(60))
    assert verify(tmp_path, 0).problems == ()


def _fill(ballast: Path) -> None:
    with pytest.raises(OSError, match="No space left"), ballast.open("wb", 0) as file:
        while True:
            file.write(bytes(4096))
