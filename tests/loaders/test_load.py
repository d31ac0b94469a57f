"""Loading from paths and standard input, and what is counted."""

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.datatypes import Article, Provenance, Reason, Skip, Span
from claimcheck.errors import InputError
from claimcheck.loaders import Defaults, Outcome, load, load_one, reading
from claimcheck.loaders.streams import open_stdin
from claimcheck.loaders.walk import Format


def _stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Outcome]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(load(["-"]))


def _refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        load_one(str(path))
    return caught.value.message, caught.value.hint


def test_everything_given_gives_one_article_or_skip(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It did.")
    (tmp_path / "b.jsonl").write_text('{"text": "b"}\n{}\n{\n')
    (tmp_path / "c.html").write_text("<p>It did.</p>")
    (tmp_path / "d.pdf").touch()
    outcomes = list(load([str(tmp_path), "missing.txt"]))
    assert [(type(outcome), str(outcome.provenance)) for outcome in outcomes] == [
        (Article, f"{tmp_path}/a.txt"),
        (Article, f"{tmp_path}/b.jsonl:1"),
        (Skip, f"{tmp_path}/b.jsonl:2"),
        (Skip, f"{tmp_path}/b.jsonl:3"),
        (Article, f"{tmp_path}/c.html"),
        (Skip, f"{tmp_path}/d.pdf"),
        (Skip, "missing.txt"),
    ]


def test_the_limit_counts_articles(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{\n{"text": "a"}\n{\n{"text": "b"}\n{"text": "c"}\n')
    outcomes = list(load([str(tmp_path)], limit=2))
    assert [outcome.provenance.line for outcome in outcomes] == [1, 2, 3, 4]


def test_a_limit_of_nothing_reads_nothing() -> None:
    assert list(load(["missing.txt"], limit=0)) == []


def test_a_gzip_bomb_is_a_skip(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"0" * 25_000_000))
    skip = Skip(Provenance(f"{tmp_path}/a.txt.gz"), Reason.TOO_LARGE, "more than 20 MB")
    assert list(load([str(tmp_path)])) == [skip]


def test_a_file_at_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ARTICLE_BYTES_MAX", 7)
    (tmp_path / "a.txt").write_text("It did.")
    assert list(load([str(tmp_path)])) == [Article("unknown", "It did.")]


def test_a_file_that_may_not_be_opened_is_a_skip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").touch()
    monkeypatch.setattr(reading, "open_file", refuse)
    skip = Skip(Provenance(f"{tmp_path}/a.txt"), Reason.UNREADABLE, "Permission denied")
    assert list(load([str(tmp_path)])) == [skip]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "a"}', ["a"]),
        (b'\n{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        ('{"text": "a"}\r\n{"text": "b"}'.encode("utf-16"), ["a", "b"]),
        (b'{\n  "text": "a"\n}\n', ["a"]),
        (b'{"articles": [{"text": "a"}, {"text": "b"}]}', ["a", "b"]),
        (b'[{"text": "a"}, {"text": "b"}]', ["a", "b"]),
        (b'{"text": "' + b"a" * 70_000 + b'"}\n{"text": "b"}', ["a" * 70_000, "b"]),
        (b'{"text": broken\n{"text": "b"}\n', ["b"]),
        (b"<!doctype html><p>It did.</p>", ["It did."]),
        (b"[UPDATED] It did.", ["[UPDATED] It did."]),
        (b"{It} did.", ["{It} did."]),
        (b"It did, it said.\r\n" * 9_000, ["It did, it said.\r\n" * 9_000]),
        (gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'), ["a", "b"]),
    ],
)
def test_the_format_of_standard_input_is_seen(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    outcomes = _stdin(monkeypatch, data)
    assert [outcome.text for outcome in outcomes if isinstance(outcome, Article)] == texts


def test_a_long_first_line_need_not_be_read_to_see_json_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "' + b"a" * 70_000)))
    form, stream = open_stdin()
    assert (form, len(stream.read())) == (Format.JSON_LINES, 70_010)


def test_articles_from_standard_input_know_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = _stdin(monkeypatch, b'\n{"text": "a"}\n')
    assert [outcome.provenance for outcome in outcomes] == [Provenance("-", 2)]


def test_empty_standard_input_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _stdin(monkeypatch, b" \n") == [Skip(Provenance("-"), Reason.EMPTY)]


def test_closed_standard_input_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    skip = Skip(Provenance("-"), Reason.UNREADABLE, "standard input is closed")
    assert list(load(["-"])) == [skip]


def test_what_the_person_says_about_one_article_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"text": "It did.", "title": "Clinic", "outlet": "Post", "date": "2024-05-03"}'
    )
    given = Defaults("Norwell Post", "Clinic opens", "https://post.example/a", "2024-05-04")
    assert load_one(str(path), defaults=given) == Article(
        "Norwell Post",
        "Clinic opens\n\nIt did.",
        "Clinic opens",
        "https://post.example/a",
        "2024-05-04",
        headline=Span(0, 12),
    )


def test_a_title_given_is_found_below_the_furniture(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Norwell Post\n\nClinic opens\n\nIt did.")
    assert load_one(str(path), defaults=Defaults(title="Clinic opens")) == Article(
        "unknown", path.read_text(), "Clinic opens", headline=Span(14, 26)
    )


def test_a_missing_file_is_refused_with_a_hint(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert _refusal(path) == (f"Cannot use {path}: file not found.", "Check the path.")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", " ", "no text"),
        ("a.jsonl", "", "no text: no records"),
        ("a.pdf", "x", "unknown file format: .pdf"),
        ("a.json", "{", "broken record: Expecting property name enclosed in double quotes at"),
        ("a.txt.gz", "x", "cannot be read: Not a gzipped file (b'x')"),
    ],
)
def test_an_unusable_file_is_refused(tmp_path: Path, name: str, content: str, why: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    message, hint = _refusal(path)
    assert message.startswith(f"Cannot use {path}: {why}")
    assert hint


@pytest.mark.parametrize("second", ['{"text": "b"}', "{"])
def test_several_records_are_refused(tmp_path: Path, second: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\n' + second)
    assert _refusal(path) == (
        f"{path} holds more than one article.",
        "Give a file with one article, or put all of them into the index.",
    )


def test_importing_the_loaders_loads_no_heavy_library() -> None:
    heavy = (
        "{'trafilatura', 'lxml', 'dateparser', 'dateutil', 'charset_normalizer', 'courlan', 'yaml'}"
    )
    code = f"import sys, claimcheck.loaders; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
