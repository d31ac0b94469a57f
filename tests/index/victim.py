"""A writer that comes to harm: the tests import its parts and run it as a program.

    victim.py FOLDER ARTICLES HARM

HARM is `none`, `hold` (the lock, until standard input ends), `small-files` (no file may grow
beyond 150 kB), or one of STAGES, at which it kills itself.
"""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from claimcheck.database import Database, schema, shards
from claimcheck.datatypes import Article
from claimcheck.embed import EncoderIdentity, Engine, Vectors
from claimcheck.errors import ClaimcheckError
from claimcheck.index import IndexWriter, Toolchain, chunks, open_writer
from claimcheck.segment import SentenceSegmenter
from claimcheck.stores.bm25 import Bm25Store
from claimcheck.stores.faiss_flat import FaissFlatStore


class HashEncoder:
    """Vectors made of a hash of the text: quick, and the same every time.

    What is tested with it is durability, for which meaning does not matter.
    """

    identity = EncoderIdentity("hash", "0123456789ab")
    engine = Engine.TORCH_F32
    dimension = 16

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), 16)."""
        # As if it took its time, so that a kill may also fall here.
        time.sleep(0.02)
        rows = [np.frombuffer(hashlib.sha256(t.encode()).digest(), np.int16) for t in texts]
        array = np.array(rows, np.float32).reshape(len(texts), self.dimension)
        lengths = np.linalg.norm(array, axis=1, keepdims=True)
        return np.asarray(array / lengths, np.float32)


TOOLS = Toolchain(SentenceSegmenter(), HashEncoder.identity, "hash", HashEncoder)


def corpus(count: int) -> list[Article]:
    """Return articles of five outlets; every seventh is a new text at an earlier address."""
    return [_article(number, number - 3 if number % 7 == 6 else number) for number in range(count)]


def _article(number: int, page: int) -> Article:
    sentences = [
        f"The council of town {number} approved budget {number * 31 + line} on day {line}."
        for line in range(3)
    ]
    return Article(f"Outlet {page % 5}", " ".join(sentences), url=f"https://news.example/{page}")


def index(folder: Path, articles: Sequence[Article], wait_s: float = 0) -> None:
    """Index `articles` as the command line does."""
    with open_writer(folder, wait_s) as opened:
        list(opened.add(articles, TOOLS))
        opened.finish()


def _die(*_: Any) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _die_at_third_commit(database: Database, values: Any, calls: list[int] = []) -> None:  # noqa: B006
    calls.append(1)
    if len(calls) == 3:
        _die()
    _set_manifest(database, values)


def _die_half_way(_: FaissFlatStore | Bm25Store, path: Path) -> None:
    path.write_bytes(b"IxMp half of a file")
    _die()


_set_manifest = Database.set_manifest

STAGES = {
    "tables half made": (schema.migrations, "_record_applied", _die),
    "first of all commits": (Database, "set_manifest", _die),
    "third commit": (Database, "set_manifest", _die_at_third_commit),
    "before the vector file": (IndexWriter, "finish", _die),
    "inside the vector file": (FaissFlatStore, "save", _die_half_way),
    "before the renaming": (Path, "replace", _die),
    "after the renaming": (shards.ShardTable, "replace", _die),
    "inside the file of words": (Bm25Store, "save", _die_half_way),
}


def main(folder: str, count: str, harm: str) -> None:
    """Index as many articles in small chunks, and come to harm."""
    setattr(chunks, "CLAIMS_PER_CHUNK", 15)  # noqa: B010
    if harm in STAGES:
        setattr(*STAGES[harm])
    if harm == "small-files":
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        if harm == "hold":
            with open_writer(Path(folder), wait_s=0):
                sys.stdout.write("holding\n")
                sys.stdout.flush()
                sys.stdin.read()
        else:
            index(Path(folder), corpus(int(count)), wait_s=60)
    except ClaimcheckError as error:
        sys.exit(f"{error.message} | {error.hint}")


if __name__ == "__main__":
    main(*sys.argv[1:])
