"""JSON lines and JSON files: each record one article or one skip."""

import gzip
import io
import json
from pathlib import Path

import pytest

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip
from claimcheck.loaders import Outcome, jsonfiles, load
from claimcheck.loaders.limits import LINE_BYTES_MAX


def _load(tmp_path: Path, name: str, data: bytes | str) -> list[Outcome]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(load([str(path)]))


def _texts(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(str(o.provenance.line), o.text) for o in outcomes if isinstance(o, Article)]


def test_each_line_is_a_record_and_blank_lines_are_none(tmp_path: Path) -> None:
    data = '\ufeff{"text": "a\u2028"}\r\n\r\n  \n{"text": "b"}\n[1]\n{"text"\n7\n{"text": "c"}'
    where = str(tmp_path / "x.jsonl")
    broken = Reason.BROKEN_RECORD
    assert _load(tmp_path, "x.jsonl", data) == [
        Article("unknown", "a\u2028"),
        Article("unknown", "b"),
        Skip(Provenance(where, 5), broken, "a list instead of an object"),
        Skip(Provenance(where, 6), broken, "Expecting ':' delimiter at character 9"),
        Skip(Provenance(where, 7), broken, "a number instead of an object"),
        Article("unknown", "c"),
    ]


def test_articles_know_their_line(tmp_path: Path) -> None:
    outcomes = _load(tmp_path, "x.jsonl", '{"text": "a"}\n\n{"text": "b"}\n')
    assert [str(outcome.provenance) for outcome in outcomes] == [
        f"{tmp_path}/x.jsonl:1",
        f"{tmp_path}/x.jsonl:3",
    ]


def test_nesting_and_huge_numbers_break_only_their_record(tmp_path: Path) -> None:
    data = "[" * 100_000 + "\n" + '{"id": ' + "1" * 5_000 + '}\n{"text": "b"}\n'
    first, second, third = _load(tmp_path, "x.jsonl", data)
    where = Provenance(str(tmp_path / "x.jsonl"), 1)
    assert first == Skip(where, Reason.BROKEN_RECORD, "nested too deeply")
    assert isinstance(second, Skip)
    assert third == Article("unknown", "b")


def test_a_line_in_another_encoding_is_remarked(tmp_path: Path) -> None:
    data = b'{"text": "plain"}\n' + '{"text": "The café said “no”."}\n'.encode("cp1252")
    assert _load(tmp_path, "x.jsonl", data) == [
        Article("unknown", "plain"),
        Remark(Provenance(str(tmp_path / "x.jsonl"), 2), Reason.GUESSED_ENCODING, "cp1252"),
        Article("unknown", "The café said “no”."),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_json_lines_with_a_byte_order_mark_are_read(tmp_path: Path, encoding: str) -> None:
    data = '{"text": "Ċafé"}\n{"text": "b"}\n'.encode(encoding)
    assert _texts(_load(tmp_path, "x.jsonl", data)) == [("1", "Ċafé"), ("2", "b")]


def test_a_line_that_is_too_long_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonfiles, "LINE_BYTES_MAX", 1_000)
    data = '{"text": "a"}\n{"text": "' + "b" * 200_000 + '"}\n{"text": "c"}\n' + "d" * 2_000
    assert _load(tmp_path, "x.jsonl", data) == [
        Article("unknown", "a"),
        Skip(Provenance(f"{tmp_path}/x.jsonl", 2), Reason.TOO_LARGE, "a line of more than 0 MB"),
        Article("unknown", "c"),
        Skip(Provenance(f"{tmp_path}/x.jsonl", 4), Reason.TOO_LARGE, "a line of more than 0 MB"),
    ]


def test_a_line_is_never_held_beyond_the_limit() -> None:
    asked: list[int] = []

    class Watched(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(size or -1)
            return super().readline(size)

    assert list(jsonfiles._bounded(Watched(b"x" * 25_000_000 + b"\ny\n").readline)) == [
        None,
        b"y\n",
    ]
    assert set(asked) == {LINE_BYTES_MAX, 65_536}


def test_records_before_a_truncation_are_kept(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{n} {'x' * (n * 7919 % 997)}"}) + "\n" for n in range(99))
    data = gzip.compress(lines.encode())
    *articles, last = _load(tmp_path, "x.jsonl.gz", data[: len(data) * 2 // 3])
    detail = "Compressed file ended before the end-of-stream marker was reached"
    assert last == Skip(Provenance(f"{tmp_path}/x.jsonl.gz"), Reason.UNREADABLE, detail)
    assert _texts(articles) == _texts(_load(tmp_path, "y.jsonl", lines))[: len(articles)]
    assert len(articles) > 10


def test_a_file_that_only_claims_to_be_gzipped_is_a_skip(tmp_path: Path) -> None:
    skip = Skip(
        Provenance(f"{tmp_path}/x.jsonl.gz"), Reason.UNREADABLE, "Not a gzipped file (b'pl')"
    )
    assert _load(tmp_path, "x.jsonl.gz", "plain") == [skip]


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "x.json"])
def test_a_file_without_records_is_a_skip(tmp_path: Path, name: str) -> None:
    detail = "" if name == "x.json" else "no records"
    skip = Skip(Provenance(str(tmp_path / name)), Reason.EMPTY, detail)
    assert _load(tmp_path, name, " \n\n") == [skip]


def test_one_object_is_one_article(tmp_path: Path) -> None:
    outcomes = _load(tmp_path, "x.json", '\n{"text":\r\n "a"}\n')
    assert _texts(outcomes) == [("None", "a")]


@pytest.mark.parametrize("shape", ["[{}, {}]", '{{"status": "ok", "articles": [{}, {}]}}'])
def test_lists_hold_an_article_each(tmp_path: Path, shape: str) -> None:
    data = shape.format('{"text": "a"}', '{"text": "b"}')
    assert _texts(_load(tmp_path, "x.json", data)) == [("1", "a"), ("2", "b")]


def test_an_element_that_is_no_object_is_a_skip(tmp_path: Path) -> None:
    where = str(tmp_path / "x.json")
    assert _load(tmp_path, "x.json", '[null, {"text": "b"}, {}]') == [
        Skip(Provenance(where, 1), Reason.BROKEN_RECORD, "null instead of an object"),
        Article("unknown", "b"),
        Skip(Provenance(where, 3), Reason.EMPTY),
    ]


def test_an_empty_list_is_a_skip(tmp_path: Path) -> None:
    skip = Skip(Provenance(f"{tmp_path}/x.json"), Reason.EMPTY, "no records")
    assert _load(tmp_path, "x.json", "[]") == [skip]


def test_a_text_beside_related_articles_is_the_article(tmp_path: Path) -> None:
    data = '{"text": "a", "articles": [{"text": "b"}]}'
    assert _texts(_load(tmp_path, "x.json", data)) == [("None", "a")]


def test_json_lines_in_a_json_file_are_read(tmp_path: Path) -> None:
    data = '{"text": "a"}\n{"text": "b"}\n'
    assert _texts(_load(tmp_path, "x.json", data)) == [("1", "a"), ("2", "b")]


def test_broken_json_is_one_skip(tmp_path: Path) -> None:
    detail = "Expecting value at character 13"
    skip = Skip(Provenance(f"{tmp_path}/x.json"), Reason.BROKEN_RECORD, detail)
    assert _load(tmp_path, "x.json", '{\n "text": \n}\n') == [skip]


def test_a_line_may_hold_the_articles_of_one_event(tmp_path: Path) -> None:
    line = '{"id": "e1", "articles": [{"title": "T", "text": "a b"}, {"text": "c"}]}'
    found = _load(tmp_path, "x.jsonl", f"{line}\n")
    assert _texts(found) == [("1", "T\n\na b"), ("1", "c")]


def test_a_line_with_an_empty_list_of_articles_is_skipped(tmp_path: Path) -> None:
    (skip,) = _load(tmp_path, "x.jsonl", '{"articles": []}\n')
    assert skip == Skip(skip.provenance, Reason.EMPTY, "no articles")
