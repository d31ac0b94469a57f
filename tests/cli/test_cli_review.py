"""`claimcheck review`: deciding, taking over, handing on, and what reports make of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ferry import ARTICLES, Run

from claimcheck.index import Decisions


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with the article of the Harbour Wire."""
    path = tmp_path / "hw.json"
    path.write_text(json.dumps(ARTICLES[0]), "utf-8")
    return path


@pytest.fixture
def matches(run: Run, own_index: Path, article: Path) -> list[dict[str, Any]]:
    """The matches of its report that lead their origins, in order."""
    return _matches(run, own_index, article)


def _matches(run: Run, index: Path, article: Path, *options: str) -> list[dict[str, Any]]:
    result = run("report", article, "--index", index, "--format", "json", *options)
    findings = json.loads(result.stdout)["findings"]
    return [origin[0] for one in findings for origin in one["origins"]]


def _row(shown: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a decision as the report page exports it."""
    side = {name: shown[name] for name in ("article_id", "outlet", "text")}
    return {
        "match": shown["id"],
        "judgement": "rejected",
        "note": "",
        "decided": "2025-04-01T10:00:00.000Z",
        "claim": {"article_id": "", "outlet": "Harbour Wire", "text": "Ours."},
        "evidence": side,
        "relation": shown["relation"],
        **changes,
    }


def _file(tmp_path: Path, *rows: Any, **changes: Any) -> Path:
    path = tmp_path / "decisions.json"
    body = {"schema": 1, "kind": "claimcheck-decisions", "decisions": rows, **changes}
    path.write_text(json.dumps(body), "utf-8")
    return path


def _ids(found: list[dict[str, Any]]) -> list[str]:
    return [match["id"] for match in found]


def test_answers_are_kept_and_reports_respect_them(
    run: Run, own_index: Path, article: Path, matches: list[dict[str, Any]]
) -> None:
    """A rejected match is gone unless asked for, a confirmed one says so."""
    result = run("review", article, "--index", own_index, stdin="reject\nc\n")
    assert result.stderr.splitlines()[-1] == "1 confirmed, 1 rejected, 3 left undecided."
    after = _matches(run, own_index, article)
    assert set(_ids(after)) == set(_ids(matches[1:]))
    judged = {one["id"]: one["decision"] and one["decision"]["judgement"] for one in after}
    assert judged == dict.fromkeys(_ids(matches[2:])) | {matches[1]["id"]: "confirmed"}
    *others, last = _ids(_matches(run, own_index, article, "--rejected"))
    assert (set(others), last) == (set(_ids(matches[1:])), matches[0]["id"])


def test_what_a_rejected_match_kept_back_may_take_its_place(
    run: Run, own_index: Path, article: Path, matches: list[dict[str, Any]]
) -> None:
    """The same article may say it elsewhere."""
    run("review", article, "--index", own_index, stdin="s\nr\n")
    [new] = [one for one in _matches(run, own_index, article) if one["id"] not in _ids(matches)]
    assert (new["outlet"], new["text"]) == (matches[1]["outlet"], "Astrid stuck at Hulm")


def test_a_report_says_how_many_were_rejected(run: Run, own_index: Path, article: Path) -> None:
    """What was compared stays the same."""
    before = json.loads(run("report", article, "--index", own_index, "--format", "json").stdout)
    run("review", article, "--index", own_index, stdin="r\n")
    after = json.loads(run("report", article, "--index", own_index, "--format", "json").stdout)
    assert (before["rejected"], after["rejected"]) == (0, 1)
    assert before["summary"]["compared"] == after["summary"]["compared"]


def test_a_review_goes_on_where_it_ended(run: Run, own_index: Path, article: Path) -> None:
    """What is only noted is asked about again, what is decided only when wanted."""
    run("review", article, "--index", own_index, stdin="c\nn\nAsk\n")
    result = run("review", article, "--index", own_index, stdin="")
    assert result.stderr.splitlines()[:2] == [
        "4 matches to decide.",
        "1 decided already; --again asks about them too.",
    ]
    assert "noted by you" in result.stdout
    again = run("review", article, "--index", own_index, "--again", stdin="")
    assert again.stderr.startswith("5 matches to decide.\n")


def test_the_last_decision_can_be_taken_back(run: Run, own_index: Path, article: Path) -> None:
    """What was known before stands again, here the note."""
    answers = "u\nn\nAsk\nr\nu\nq\n"
    result = run("review", article, "--index", own_index, stdin=answers)
    assert "Nothing was decided yet in this session." in result.stderr
    assert [one.decision.judgement for one in Decisions(own_index).all()] == [None]
    assert [one.decision.note for one in Decisions(own_index).all()] == ["Ask"]


@pytest.mark.parametrize("typed", [b"\xff\xfe\n", b"maybe\n", b"\n", "ç\n".encode()])
def test_an_answer_that_is_none_is_asked_for_again(
    typed: bytes, run: Run, own_index: Path, article: Path
) -> None:
    """Bytes that are no text included."""
    result = run("review", article, "--index", own_index, stdin=typed + b"c\n")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == "1 confirmed, 0 rejected, 4 left undecided."


def test_too_long_a_note_is_asked_for_again(run: Run, own_index: Path, article: Path) -> None:
    """It says how long one may be; control characters are kept, as data."""
    answers = "n\n" + "x" * 100_000 + "\n=1+1\x1b[31m\0\n"
    result = run("review", article, "--index", own_index, stdin=answers)
    assert "the note has 100,000 characters, more than 2,000; shorten it." in result.stderr
    assert [one.decision.note for one in Decisions(own_index).all()] == ["=1+1\x1b[31m\ufffd"]
    assert "\x1b" not in run("review", "--list", "--index", own_index).stdout


def test_decisions_of_the_page_are_taken_over_once(
    run: Run, own_index: Path, article: Path, matches: list[dict[str, Any]], tmp_path: Path
) -> None:
    """The second time they are known."""
    file = _file(tmp_path, *(_row(one) for one in (matches[0], matches[2])))
    said = [run("review", "--import", file, "--index", own_index).stderr for _ in range(2)]
    assert said == [
        "2 decisions: 2 kept, 0 known already or decided otherwise since, 0 broken.\n",
        "2 decisions: 0 kept, 2 known already or decided otherwise since, 0 broken.\n",
    ]
    left = _ids(_matches(run, own_index, article))
    assert sorted(left) == sorted(_ids([matches[1], *matches[3:]]))


def test_a_clock_that_is_ahead_does_not_outdo_later_decisions(
    run: Run, own_index: Path, matches: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Nothing was decided in the future."""
    file = _file(tmp_path, _row(matches[0], decided="2999-01-01T00:00:00+02:00"))
    run("review", "--import", file, "--index", own_index)
    [decided] = Decisions(own_index).all()
    assert "2025" < (decided.decision.decided or "") < "2999"


BROKEN = {
    "it is no JSON object": None,
    'the field "match" is no id of 16 hexadecimal digits': {"match": "../etc"},
    'the field "judgement" is "true", not one of confirmed, rejected, or null': {
        "judgement": "true"
    },
    'the field "relation" is 3, not one of same, differs, contradicts, related, unrelated, '
    "or null": {"relation": 3},
    'the field "note" is no string': {"note": ["x"]},
    "the note has 102,400 characters, more than 2,000": {"note": "=" * 102_400},
    'the field "decided" is "yesterday", no time in ISO 8601': {"decided": "yesterday"},
    'the field "decided" is null, no time in ISO 8601': {"decided": None},
    'the field "claim" is no JSON object': {"claim": "text"},
    'in "evidence" the field "text" is missing, empty or no string': {"evidence": {"text": " "}},
    'in "claim" the field "published" is no possible date: "soon"': {
        "claim": {"text": "A", "published": "soon"}
    },
    'the field "differences" is no list of JSON objects': {"differences": [1]},
}


@pytest.mark.parametrize("problem", BROKEN)
def test_a_broken_row_costs_itself_alone(
    problem: str, run: Run, own_index: Path, matches: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Its place and its fault are said."""
    changes = BROKEN[problem]
    broken = None if changes is None else _row(matches[0], **changes)
    file = _file(tmp_path, broken, _row(matches[1], note="\ud800\0"))
    result = run("review", "--import", file, "--index", own_index)
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            f"{file}, decision 1: {problem}.",
            "2 decisions: 1 kept, 0 known already or decided otherwise since, 1 broken.",
        ],
    )
    assert [one.decision.note for one in Decisions(own_index).all()] == ["\ufffd\ufffd"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<!doctype html><p>", "is a web page, not the decisions made on it."),
        (b"\xff\xfe\x00", "is no text in UTF-8."),
        (b"{", "is not valid JSON ("),
        (b"[" * 100_000, "is not valid JSON ("),
        (b"[]", 'is JSON, but its "kind" is not "claimcheck-decisions".'),
        (b'{"kind": "claimcheck-decisions", "schema": 2}', "has the schema 2; this claimcheck"),
        (b'{"kind": "claimcheck-decisions", "schema": true}', "has the schema true; this"),
        (b'{"kind": "claimcheck-decisions", "schema": 1}', 'has no list "decisions".'),
    ],
)
def test_a_file_that_holds_no_decisions(
    content: bytes, problem: str, run: Run, index: Path, tmp_path: Path
) -> None:
    """It is named, and what to give instead."""
    file = tmp_path / "given"
    file.write_bytes(content)
    result = run("review", "--import", file, "--index", index)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {file} {problem}")
    assert "\n  Next: " in result.stderr


def test_what_is_exported_can_be_evaluated(
    run: Run, own_index: Path, article: Path, tmp_path: Path
) -> None:
    """A confirmed pair has its relation; a rejected one is left out, unless one is said."""
    run("review", article, "--index", own_index, stdin="c\nn\nAsk\nr\n")
    pairs = tmp_path / "pairs.jsonl"
    result = run("review", "--export", pairs, "--index", own_index)
    assert result.stderr.startswith("1 pair exported, 1 left out: ")
    figures = json.loads(run("evaluate", "pairs", pairs).stdout)
    assert (figures["pairs"], figures["relations"]["accuracy"]) == (1, 1.0)
    [row] = [json.loads(line) for line in pairs.read_text("utf-8").splitlines()]
    assert (row["relation"], row["a"]["date"], row["b"]["outlet"]) == (
        "contradicts",
        "2025-03-04",
        "Daily Lantern",
    )
    said = run("review", "--export", "-", "--rejected-as", "related", "--index", own_index).stdout
    given = [json.loads(line) for line in said.splitlines()]
    assert [(one["relation"], one["shown"], one["note"]) for one in given] == [
        ("contradicts", "contradicts", ""),
        ("related", "same", "Ask"),
    ]


def test_decisions_are_listed_the_latest_first(run: Run, own_index: Path, article: Path) -> None:
    """With both claims and the note."""
    run("review", article, "--index", own_index, stdin="c\nn\nAsk\n")
    result = run("review", "--list", "--index", own_index)
    lines = [line for line in result.stdout.splitlines() if not line.startswith("   ")]
    assert [line.partition(" on ")[0] for line in lines if line] == ["noted", "confirmed"]
    assert ("   note: Ask\n" in result.stdout, result.stderr) == (True, "2 decisions.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["-"],
        ["a.txt", "--list"],
        ["--list", "--export", "x"],
        ["--list", "--again"],
        ["--list", "--rejected-as", "same"],
    ],
)
def test_unclear_wishes_are_refused(arguments: list[str], run: Run, index: Path) -> None:
    """Nothing is guessed."""
    assert run("review", *arguments, "--index", index).exit_code == 2


def test_without_an_index_none_is_made(run: Run, tmp_path: Path) -> None:
    """The next command is named."""
    result = run("review", "--list", "--index", tmp_path / "none")
    assert (result.exit_code, "claimcheck index" in result.stderr) == (1, True)
    assert not (tmp_path / "none").exists()
