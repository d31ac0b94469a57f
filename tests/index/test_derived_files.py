"""Vector and word files derive from the database: whatever happens to them, results stay exact."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.datatypes import Article
from claimcheck.errors import IndexDamaged
from claimcheck.index import (
    IndexReader,
    Tally,
    Toolchain,
    chunks,
    open_writer,
    opening,
    plan,
    stats,
    verify,
    writer,
)
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock

Found = Callable[[IndexReader], object]


@pytest.fixture(params=["faiss", "words"])
def suffix(request: pytest.FixtureRequest) -> str:
    """Which of the two derived files is harmed."""
    return str(request.param)


@pytest.fixture(scope="module")
def exact(built_index: Path, found: Found, tmp_path_factory: pytest.TempPathFactory) -> object:
    """What is found without any vector file."""
    folder = shutil.copytree(built_index, tmp_path_factory.mktemp("exact") / "index")
    _vector_file(folder).unlink()
    with writer_lock(Layout(folder), 0):
        reader = IndexReader.open(folder)
    assert reader.store_kind == "exact"
    return found(reader)


def _vector_file(folder: Path) -> Path:
    return _derived(folder, "faiss")


def _derived(folder: Path, suffix: str) -> Path:
    (file,) = folder.glob(f"*.{suffix}")
    return file


def _missing(file: Path) -> None:
    file.unlink()


def _truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _emptied(file: Path) -> None:
    os.truncate(file, 0)


def _flipped(file: Path, place: int = 5000) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 4
    with file.open("r+b") as opened:
        opened.write(data)


def _flipped_in_its_header(file: Path) -> None:
    _flipped(file, 9)


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGE = (
    _missing,
    _truncated,
    _emptied,
    _flipped,
    _flipped_in_its_header,
)


def test_an_intact_file_gives_the_exact_results(
    built_index: Path, found: Found, exact: object
) -> None:
    warnings: list[str] = []
    reader = IndexReader.open(built_index, warnings.append)
    assert (found(reader), reader.store_kind, warnings) == (exact, "faiss-flat", [])


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_damaged_file_is_rebuilt_with_one_warning(
    sample_index: Path, found: Found, exact: object, harm: Callable[[Path], None], suffix: str
) -> None:
    harm(_derived(sample_index, suffix))
    warnings: list[str] = []
    reader = IndexReader.open(sample_index, warnings.append)
    assert (found(reader), reader.store_kind) == (exact, "faiss-flat")
    assert [w.endswith(" It has been built again from the database.") for w in warnings] == [True]
    assert verify(sample_index, 0).problems == ()


@pytest.mark.parametrize("harm", [*DAMAGE, _a_folder])
def test_while_another_writes_a_damaged_file_is_done_without(
    sample_index: Path, found: Found, exact: object, harm: Callable[[Path], None], suffix: str
) -> None:
    harm(_derived(sample_index, suffix))
    warnings: list[str] = []
    with writer_lock(Layout(sample_index), 0):
        reader = IndexReader.open(sample_index, warnings.append)
    assert (found(reader), reader.store_kind) == (exact, "exact")
    assert [warning.count("Searching exactly") for warning in warnings] == [1]


def test_the_file_of_another_index_is_not_used(
    sample_index: Path,
    tmp_path: Path,
    add: Callable[..., Tally],
    article: Callable[..., Article],
    found: Found,
    exact: object,
) -> None:
    add(tmp_path / "other", article("Another index has another claim in its vector file."))
    shutil.copy(_vector_file(tmp_path / "other"), _vector_file(sample_index))
    warnings: list[str] = []
    assert found(IndexReader.open(sample_index, warnings.append)) == exact
    assert len(warnings) == 1


def test_in_a_read_only_folder_search_goes_on_exactly(
    built_index: Path,
    small_disk: Path,
    remount: Callable[[str], None],
    found: Found,
    exact: object,
) -> None:
    remount("size=64m")
    folder = shutil.copytree(built_index, small_disk / "index")
    _vector_file(folder).unlink()
    for left_by_a_reader in folder.glob("claims.db-*"):
        left_by_a_reader.unlink()
    remount("ro")
    warnings: list[str] = []
    reader = IndexReader.open(folder, warnings.append)
    assert (found(reader), reader.store_kind, len(warnings)) == (exact, "exact", 1)


def test_a_file_too_far_behind_is_rebuilt_once(
    sample_index: Path,
    tools: Toolchain,
    article: Callable[..., Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As after a run that was killed before it could write the file."""
    monkeypatch.setattr(plan, "MAX_UNBUILT_CLAIMS", 40)
    with open_writer(sample_index, 0) as opened:
        many = [article(f"The keeper counted {number} ships that day.") for number in range(50)]
        list(opened.add(many, tools))
    warnings: list[str] = []
    stores = [IndexReader.open(sample_index, warnings.append).store_kind for _ in range(2)]
    assert (stores, warnings) == (
        ["faiss-flat", "faiss-flat"],
        [
            f"The vector file in {sample_index} is behind its database. "
            "It has been built again from the database."
        ],
    )


def test_what_nobody_would_wait_for_is_refused_with_the_next_command(
    sample_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MAX_READ_CLAIMS", 100)
    file = _vector_file(sample_index)
    file.unlink()
    with pytest.raises(IndexDamaged) as caught:
        IndexReader.open(sample_index)
    assert (caught.value.message, caught.value.hint) == (
        f"{file} is missing. 597 claims cannot be searched without.",
        f"claimcheck repair --index {sample_index}",
    )


def test_a_long_run_writes_files_on_its_way(
    tmp_path: Path,
    tools: Toolchain,
    article: Callable[..., Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chunks, "CLAIMS_PER_CHUNK", 20)
    monkeypatch.setattr(writer, "MAX_UNBUILT_IN_RUN", 50)
    monkeypatch.setattr(plan, "MAX_UNBUILT_CLAIMS", 10)
    many = [article(f"The keeper counted {number} ships that day.") for number in range(130)]
    with open_writer(tmp_path, 0) as opened:
        list(opened.add(many, tools))
        assert [file["claims"] for file in stats(tmp_path)["vector_files"].values()] == [60]
        opened.finish()
    assert [file["claims"] for file in stats(tmp_path)["vector_files"].values()] == [130]


def test_new_claims_are_searched_beside_the_file_until_they_are_many(
    sample_index: Path,
    add: Callable[..., Tally],
    article: Callable[..., Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plan, "MAX_UNBUILT_CLAIMS", 40)
    before = _vector_file(sample_index)
    add(sample_index, article("The lighthouse of Port Ellis was painted green in May."))
    assert _vector_file(sample_index) == before
    many = [
        article(f"The lighthouse keeper counted {n} ships on that day.") for n in range(99, 150)
    ]
    add(sample_index, *many)
    assert (before.exists(), len(list(sample_index.glob("*.faiss")))) == (True, 2)


def test_a_flip_that_left_no_trace_is_found_by_verify(
    sample_index: Path, alter: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that decays: size, times and inode stay what they were."""
    monkeypatch.setattr("claimcheck.index.shards.stamp", lambda _: "unchanged")
    alter(sample_index, "UPDATE shard SET vectors_stamp = 'unchanged', words_stamp = 'unchanged'")
    _flipped(_vector_file(sample_index))
    assert IndexReader.open(sample_index).store_kind == "faiss-flat"
    assert verify(sample_index, 0).problems == (
        f"{_vector_file(sample_index)} is damaged: its checksum differs. (claimcheck repair)",
    )


def test_a_flip_is_noticed_on_opening_though_the_file_has_its_old_time(
    sample_index: Path, found: Found, exact: object
) -> None:
    """The file is made here first, since one that was copied is always compared in full."""
    _vector_file(sample_index).unlink()
    IndexReader.open(sample_index)
    file = _vector_file(sample_index)
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    _flipped(file)
    os.utime(file, ns=times)
    warnings: list[str] = []
    assert found(IndexReader.open(sample_index, warnings.append)) == exact
    assert len(warnings) == 1


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_writer_with_nothing_to_add_replaces_a_damaged_file(
    sample_index: Path, harm: Callable[[Path], None], suffix: str
) -> None:
    harm(_derived(sample_index, suffix))
    with open_writer(sample_index, 0) as opened:
        assert [opened.finish(), opened.finish()] == [True, False]


def test_files_that_were_never_finished_are_swept_away(
    sample_index: Path, found: Found, exact: object
) -> None:
    (sample_index / "claims-1.faiss.part").write_bytes(b"half")
    _vector_file(sample_index).unlink()
    assert found(IndexReader.open(sample_index)) == exact
    assert {path.suffix for path in sample_index.glob("claims-*")} == {".faiss", ".words"}
