"""Killed or interrupted at any moment, an index is sound, and the same command completes it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
import victim

from claimcheck.datatypes import Article
from claimcheck.embed import Vectors
from claimcheck.errors import IndexMissing
from claimcheck.index import IndexReader, chunks, open_writer, verify

ARTICLES = 90
Started = Callable[..., AbstractContextManager[Popen[str]]]
Dump = Callable[[Path], dict[str, list[tuple[Any, ...]]]]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index that nobody disturbed, in one chunk."""
    folder = tmp_path_factory.mktemp("undisturbed")
    victim.index(folder, victim.corpus(ARTICLES))
    return folder


def _look_at(folder: Path) -> None:
    """Open it as a reader does; before the first commit there is nothing to open."""
    try:
        IndexReader.open(folder)
    except IndexMissing:
        return


def _leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("*.part")]


@pytest.mark.parametrize("stage", victim.STAGES)
def test_killed_at_a_stage_and_run_again_it_is_as_if_undisturbed(
    tmp_path: Path, undisturbed: Path, started: Started, dump: Dump, stage: str
) -> None:
    """With a quick encoder: it is about durability, not meaning."""
    with started(tmp_path, ARTICLES, stage) as process:
        assert process.wait(60) == -9
    _look_at(tmp_path)
    victim.index(tmp_path, victim.corpus(ARTICLES))
    assert dump(tmp_path) == dump(undisturbed)
    assert verify(tmp_path, 0).problems == ()
    assert _leftovers(tmp_path) == []


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_moments_and_run_again_it_is_as_if_undisturbed(
    tmp_path: Path, undisturbed: Path, started: Started, dump: Dump, seed: int
) -> None:
    """With a quick encoder: it is about durability, not meaning."""
    chance = random.Random(seed)
    for _ in range(3):
        with started(tmp_path, ARTICLES, "none") as process:
            time.sleep(chance.uniform(0, 0.5))
            process.kill()
            process.wait()
        _look_at(tmp_path)
    victim.index(tmp_path, victim.corpus(ARTICLES))
    assert dump(tmp_path) == dump(undisturbed)
    assert verify(tmp_path, 0).problems == ()


class Interrupting(victim.HashEncoder):
    """Presses Ctrl-C at its third call."""

    def __init__(self) -> None:
        self.calls = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed, or be interrupted."""
        self.calls += 1
        if self.calls == 3:
            raise KeyboardInterrupt
        return super().encode(texts)


def test_ctrl_c_leaves_a_sound_index_that_the_next_run_completes(
    tmp_path: Path, undisturbed: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "CLAIMS_PER_CHUNK", 15)
    articles: list[Article] = victim.corpus(ARTICLES)
    tools = replace(victim.TOOLS, load=Interrupting)
    with pytest.raises(KeyboardInterrupt), open_writer(tmp_path, 0) as opened:
        list(opened.add(articles, tools))
    assert IndexReader.open(tmp_path).counts()["articles"] == 9
    assert verify(tmp_path, 0).problems == ()
    victim.index(tmp_path, articles)
    assert dump(tmp_path) == dump(undisturbed)


def test_what_was_committed_before_a_kill_is_found_without_a_vector_file(
    tmp_path: Path, started: Started
) -> None:
    with started(tmp_path, ARTICLES, "before the vector file") as process:
        process.wait(60)
    warnings: list[str] = []
    reader = IndexReader.open(tmp_path, warnings.append)
    assert (reader.counts()["claims"], reader.store_kind, len(warnings)) == (234, "faiss-flat", 1)
