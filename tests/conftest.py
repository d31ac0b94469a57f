"""Real parts for the tests: the real encoder, a real index over the sample corpus, real news."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.datatypes import Article
from claimcheck.embed import DEFAULT_MODEL, Encoder, find_model, load_encoder
from claimcheck.index import Tally, Toolchain, open_writer
from claimcheck.loaders import load
from claimcheck.nli import Nli, load_nli
from claimcheck.segment import SentenceSegmenter

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpora" / "sample"
NEWS = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The default encoder."""
    return load_encoder()


@pytest.fixture(scope="session")
def nli() -> Nli:
    """The NLI model that comes along."""
    return load_nli()


@pytest.fixture(scope="session")
def tools(encoder: Encoder) -> Toolchain:
    """Sentences and the default encoder."""
    identity = find_model(DEFAULT_MODEL).identity
    return Toolchain(SentenceSegmenter(), identity, DEFAULT_MODEL, lambda: encoder)


@pytest.fixture(scope="session")
def sample_articles() -> list[Article]:
    """The articles of the sample corpus."""
    return [item for item in load([str(SAMPLE / "articles.jsonl")]) if isinstance(item, Article)]


@pytest.fixture
def add(tools: Toolchain) -> Callable[..., Tally]:
    """Index articles into a folder and return the tally."""

    def run(folder: Path, *articles: Article) -> Tally:
        with open_writer(folder, wait_s=0) as writer:
            *_, tally = writer.add(articles, tools)
            writer.finish()
        assert isinstance(tally, Tally)
        return tally

    return run


@pytest.fixture(scope="session")
def built_index(
    tmp_path_factory: pytest.TempPathFactory, tools: Toolchain, sample_articles: list[Article]
) -> Path:
    """An index over the sample corpus; not to be changed, copy it with `sample_index`."""
    folder = tmp_path_factory.mktemp("built")
    with open_writer(folder, wait_s=0) as writer:
        list(writer.add(sample_articles, tools))
        writer.finish()
    return folder


@pytest.fixture
def sample_index(built_index: Path, tmp_path: Path) -> Path:
    """A copy of the index over the sample corpus, free to be changed."""
    return Path(shutil.copytree(built_index, tmp_path / "index"))


@pytest.fixture(scope="session")
def real_news() -> Path:
    """The folder of real corpora, which are not part of the project."""
    if not NEWS.is_dir():
        pytest.skip(f"real corpora are not at {NEWS}")
    return NEWS
