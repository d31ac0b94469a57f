"""What the index tests share: table dumps, damage, a small disk, writers in other processes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import victim
from encoders import PROBES, Counting

from claimcheck.database import Filter
from claimcheck.datatypes import Article
from claimcheck.embed import Encoder, Vectors
from claimcheck.index import IndexReader

Found = list[list[tuple[int | None, int | None, int | None]]]


@pytest.fixture
def counting(encoder: Encoder) -> Counting:
    """The real encoder, counting."""
    return Counting(encoder)


def dump(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that is truth; what derives from it, and when, is left out."""
    with closing(sqlite3.connect(folder / "claims.db")) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in ("article", "claim", "vector", "manifest")
        }


@pytest.fixture(name="dump")
def dump_fixture() -> Callable[[Path], dict[str, list[tuple[Any, ...]]]]:
    """The function that returns the tables of an index."""
    return dump


@pytest.fixture
def alter() -> Callable[..., None]:
    """Change the database behind claimcheck's back."""

    def run(folder: Path, sql: str, *values: Any) -> None:
        with closing(sqlite3.connect(folder / "claims.db")) as connection, connection:
            connection.execute(sql, values)

    return run


@pytest.fixture(scope="session")
def probes(encoder: Encoder) -> Vectors:
    """The vectors of PROBES."""
    return encoder.encode(PROBES)


@pytest.fixture(scope="session")
def found(probes: Vectors) -> Callable[[IndexReader], Found]:
    """Search for PROBES; return claim ids with their two ranks."""

    def run(reader: IndexReader) -> Found:
        return [
            [(c.evidence.id, c.scores.vector_rank, c.scores.lexical_rank) for c in candidates]
            for candidates in reader.search(PROBES, probes, 20, Filter())
        ]

    return run


@pytest.fixture
def texts_found(encoder: Encoder) -> Callable[..., list[str]]:
    """Search for one text; return the texts of what is found."""

    def run(reader: IndexReader, text: str, where: Filter | None = None) -> list[str]:
        candidates = reader.search([text], encoder.encode([text]), 10, where or Filter())[0]
        return [candidate.evidence.text for candidate in candidates]

    return run


@pytest.fixture
def article() -> Callable[..., Article]:
    """Write an article."""

    def write(text: str, outlet: str = "Herald", url: str | None = None) -> Article:
        return Article(outlet, text, url=url)

    return write


@contextmanager
def started(folder: Path, count: int, harm: str) -> Iterator[subprocess.Popen[str]]:
    """Run a victim, past its imports, for the block."""
    command = [sys.executable, victim.__file__, str(folder), str(count), harm]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


@pytest.fixture(name="started")
def started_fixture() -> Callable[..., AbstractContextManager[subprocess.Popen[str]]]:
    """The function that runs a victim."""
    return started


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("mounting a file system is not allowed here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture
def remount(small_disk: Path) -> Callable[[str], None]:
    """Change the small disk: `ro` makes it read-only, `size=64m` gives it room."""

    def run(options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(small_disk)], check=True)

    return run


def flip(path: Path, place: int) -> None:
    """Flip one bit."""
    data = bytearray(path.read_bytes())
    data[place] ^= 4
    with path.open("r+b") as file:
        file.write(data)


@pytest.fixture(name="flip")
def flip_fixture() -> Callable[[Path, int], None]:
    """The function that flips a bit in place."""
    return flip


@pytest.fixture
def vector() -> Callable[[str], bytes]:
    """A stored vector that is wrong: `nan`, `short` or `long` (not of length 1)."""
    wrong = {
        "nan": np.full(384, np.nan, np.float16),
        "short": np.ones(3, np.float16),
        "long": np.ones(384, np.float16),
    }
    return lambda kind: wrong[kind].tobytes()
