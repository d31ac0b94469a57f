"""An index too large for exact search: compressed files, nearly the same results."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.database import Filter
from claimcheck.datatypes import Article
from claimcheck.embed import Vectors
from claimcheck.index import IndexReader, Tally, plan, repair, shards, stats, verify
from claimcheck.stores import faiss_ivf

OTHERS = Filter(exclude_outlets=("The Meridian",))


@pytest.fixture
def large_index(sample_index: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample index, as if it were large."""
    for module in (shards, faiss_ivf):
        monkeypatch.setattr(module, "MAX_EXACT_CLAIMS", 100)
    monkeypatch.setattr(faiss_ivf, "TRAINING_PER_LIST", 8)
    repair(sample_index, 0, lambda _: pytest.fail("no vector is bad"))
    return sample_index


@pytest.mark.parametrize("where", [Filter(), OTHERS], ids=["all", "other outlets"])
def test_the_nearest_claims_are_those_of_exact_search(
    built_index: Path, large_index: Path, probes: Vectors, where: Filter
) -> None:
    exact, found = (
        IndexReader.open(i).nearest(probes, 5, where) for i in (built_index, large_index)
    )
    assert found.ids.tolist() == exact.ids.tolist()
    assert found.scores == pytest.approx(exact.scores, abs=1e-6)


def test_the_signature_says_which_files_were_searched(large_index: Path) -> None:
    name = IndexReader.open(large_index).store_kind
    assert name.startswith("faiss-ivf@") and len(name) == len("faiss-ivf@12345678")
    assert IndexReader.open(large_index).store_kind == name


def test_its_recall_is_measured_and_told(large_index: Path) -> None:
    (file,) = stats(large_index)["vector_files"].values()
    assert (file["kind"], file["recall_at_10"] >= 0.98) == ("faiss-ivf", True)


def test_it_is_sound(large_index: Path) -> None:
    assert verify(large_index, 0).problems == ()


def test_what_is_added_is_found_before_and_after_it_has_files(
    large_index: Path,
    add: Callable[..., Tally],
    article: Callable[..., Article],
    texts_found: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seal = "A grey seal was born in the harbour of Port Ellis."
    add(large_index, article(seal))
    assert texts_found(IndexReader.open(large_index), seal)[0] == seal
    monkeypatch.setattr(plan, "MAX_UNBUILT_CLAIMS", 1)
    add(large_index, article("A grey horse was born in the harbour of Port Ellis."))
    assert len(stats(large_index)["vector_files"]) == 2
    assert texts_found(IndexReader.open(large_index), seal)[0] == seal
