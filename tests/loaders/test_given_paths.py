"""From the paths given to the files read."""

import os
from pathlib import Path

import pytest

from claimcheck.datatypes import Provenance, Reason, Skip
from claimcheck.loaders.walk import Format, Source, walk


def _touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_folder_is_read_to_the_bottom_in_order_without_hidden_files(tmp_path: Path) -> None:
    _touch(tmp_path / "b.TXT", tmp_path / "a" / "z.jsonl.gz", tmp_path / ".git" / "x.txt")
    _touch(tmp_path / "a" / ".hidden.txt", tmp_path / "c.htm", tmp_path / "d.ndjson")
    assert list(walk([str(tmp_path)])) == [
        Source(tmp_path / "a" / "z.jsonl.gz", Format.JSON_LINES),
        Source(tmp_path / "b.TXT", Format.TEXT),
        Source(tmp_path / "c.htm", Format.HTML),
        Source(tmp_path / "d.ndjson", Format.JSON_LINES),
    ]


def test_a_missing_path_is_a_skip(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere.txt")
    assert list(walk([path])) == [Skip(Provenance(path), Reason.MISSING)]


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    _touch(tmp_path / "a.txt")
    path = str(tmp_path / "a.txt" / "b.txt")
    assert list(walk([path])) == [Skip(Provenance(path), Reason.MISSING)]


def test_a_path_with_a_nul_is_missing() -> None:
    assert list(walk(["a\0b"])) == [Skip(Provenance("a\0b"), Reason.MISSING)]


@pytest.mark.parametrize(("name", "ending"), [("a.pdf", ".pdf"), ("a", ""), ("a.gz", ".gz")])
def test_an_unknown_format_is_a_skip(tmp_path: Path, name: str, ending: str) -> None:
    _touch(tmp_path / name)
    expected = Skip(Provenance(str(tmp_path / name)), Reason.UNSUPPORTED, ending)
    assert list(walk([str(tmp_path)])) == [expected]


def test_a_hidden_file_is_read_when_named(tmp_path: Path) -> None:
    _touch(tmp_path / ".a.txt")
    assert list(walk([str(tmp_path / ".a.txt")])) == [Source(tmp_path / ".a.txt", Format.TEXT)]


def test_a_link_to_a_parent_folder_does_not_go_round(tmp_path: Path) -> None:
    _touch(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert list(walk([str(tmp_path)])) == [Source(tmp_path / "a" / "x.txt", Format.TEXT)]


def test_a_link_to_itself_is_a_skip(tmp_path: Path) -> None:
    link = tmp_path / "loop.txt"
    link.symlink_to(link)
    skip = Skip(Provenance(str(link)), Reason.UNREADABLE, os.strerror(40))
    assert list(walk([str(link)])) == [skip]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    skip = Skip(Provenance(str(path)), Reason.UNSUPPORTED, "not a regular file")
    assert list(walk([str(path)])) == [skip]


def test_an_empty_folder_is_a_skip(tmp_path: Path) -> None:
    skip = Skip(Provenance(str(tmp_path)), Reason.EMPTY, "no files in this folder")
    assert list(walk([str(tmp_path)])) == [skip]


def test_a_folder_that_may_not_be_listed_is_a_skip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    skip = Skip(Provenance(str(tmp_path)), Reason.UNREADABLE, "Permission denied")
    assert list(walk([str(tmp_path)])) == [skip]


def test_a_file_name_that_is_not_utf8_gets_a_storable_name(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).touch()
    assert [source.name for source in walk([path]) if isinstance(source, Source)] == [
        f"{tmp_path}/caf\ufffd.txt"
    ]
