"""`claimcheck claims`, one article or a batch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ferry import AGROUND, ARTICLES, Ask, Run

SENTENCES = ("--segmenter", "sentences")


def claim(start: int, text: str, kind: str = "statement") -> dict[str, Any]:
    return {
        "spans": [[start, start + len(text)]],
        "text": text,
        "reading": text,
        "kind": kind,
        "speaker": None,
    }


def bare(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer whose claims have no more than `claim` makes."""
    kept = ("spans", "text", "reading", "kind", "speaker")
    return {**answer, "claims": [{name: one[name] for name in kept} for one in answer["claims"]]}


def test_claims_as_json(run: Run) -> None:
    result = run("claims", "-", "--json", *SENTENCES, stdin=json.dumps(ARTICLES[0]))
    assert bare(json.loads(result.stdout)) == {
        "schema": 1,
        "article": {
            "id": "101599212f00393f",
            "source_id": "hw-1",
            "outlet": "Harbour Wire",
            "title": "Ferry runs aground near Hulm",
            "url": "https://harbourwire.example/ferry",
            "published": "2025-03-04",
            "modified": None,
            "language": None,
        },
        "claims": [
            claim(0, "Ferry runs aground near Hulm", "headline"),
            claim(30, AGROUND),
            claim(107, "Nobody was hurt, the coast guard said.", "reported"),
        ],
    }


def test_what_a_claim_tells_as_json(run: Run) -> None:
    text = "Ann Lee said on Tuesday that at least 12 boats may not leave."
    result = run("claims", "-", "--json", *SENTENCES, "--date", "2025-03-04", stdin=text)
    [found] = json.loads(result.stdout)["claims"]
    told = ("speaker", "cue", "stance", "unresolved", "polarity", "certainty", "hedges", "times")
    assert {name: found[name] for name in told} == {
        "speaker": None,
        "cue": None,
        "stance": None,
        "unresolved": [],
        "polarity": "negative",
        "certainty": "possible",
        "hedges": [{"text": "may", "span": [47, 50]}],
        "times": [
            {
                "text": "Tuesday",
                "span": [16, 23],
                "start": "2025-03-04",
                "end": "2025-03-04",
                "granularity": "day",
                "relative": True,
            }
        ],
    }
    assert found["quantities"] == [
        {
            "text": "at least 12 boats",
            "span": [29, 46],
            "value": 12.0,
            "upper": None,
            "unit": "boat",
            "bound": "at least",
            "kind": "cardinal",
        }
    ]


def test_claims_for_a_person(run: Run) -> None:
    text = "The mayor closed two ports on Monday and the council never agreed."
    result = run("claims", "-", stdin=f"Ferry aground\n\n{text}")
    assert result.stdout.splitlines() == [
        "Ferry aground",
        "unknown, undated",
        "",
        "3 claims.",
        "",
        "1. “Ferry aground”  [0:13]  headline",
        "   factual, certain, worth checking 0.09",
        "",
        "2. “The mayor closed two ports on Monday”  [15:51]",
        "   factual, certain, worth checking 0.53",
        "   quantity: “two ports” = 2 port (cardinal)",
        "   time: “Monday” = not sure (day)",
        "",
        "3. “the council never agreed”  [56:80]",
        "   factual, certain, denied, worth checking 0.47",
        "   negation: “never”",
    ]


def test_only_what_is_worth_checking(run: Run) -> None:
    text = "Unemployment fell to 3.9 percent in March.\n\nWhat a lovely morning it was for us."
    result = run("claims", "-", "--json", *SENTENCES, "--min-checkworthy", "0.5", stdin=text)
    found = json.loads(result.stdout)["claims"]
    assert [one["text"] for one in found] == ["Unemployment fell to 3.9 percent in March."]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "file not found"),
        (b"", "no text"),
        (b" \n\t", "no text"),
    ],
)
def test_a_file_without_an_article(
    content: bytes | None, told: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "story.txt"
    if content is not None:
        path.write_bytes(content)
    result = run("claims", path)
    assert (result.exit_code, f"Cannot use {path}: {told}." in result.stderr) == (1, True)


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, b"\x00" * 99, b"\x1f\x8b\x08\xff"])
def test_a_binary_file_is_no_accident(content: bytes, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    result = run("claims", path)
    assert isinstance(result.exception, SystemExit | None)
    assert "Traceback" not in result.output


def test_a_folder_is_no_article(run: Run, tmp_path: Path) -> None:
    result = run("claims", tmp_path)
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: {tmp_path} is a folder, not an article.\n"
        f"  Next: Give one of its files, or index them all: claimcheck index {tmp_path}\n",
    )


@pytest.mark.parametrize("args", [(), ("story.txt", "--batch", "-")])
def test_one_article_or_a_batch(args: tuple[str, ...], run: Run) -> None:
    result = run("claims", *args)
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: Give an ARTICLE or --batch FILE.\n")


def test_answers_keep_order_and_ids(ask: Ask) -> None:
    ids = ["b", 7, None, 1.5, ["x", 1], {"k": "v"}, "\ud800", "é"]
    lines = "\n\n".join(json.dumps({"id": one, "text": "Is it so?"}) for one in ids)
    found = ask("claims", "--batch", lines=f'{lines}\n  \n{{"text": "Is it so?"}}')
    assert found == [{"id": one, "claims": []} for one in [*ids, None]]


def test_a_bad_line_costs_itself_alone(ask: Ask) -> None:
    lines = (
        '{"id": 1, "text": "The dam has held."}\n{"id": 2,\n[]\n"text"\n{"id": NaN, "text": "a"}\n'
        '{"id": 1e999, "text": "a"}\n{"id": 3}\n{"id": 4, "text": 5}\n{"id": 5, "text": " "}\n'
        '{"id": 6, "text": "a", "date": "2025-02-30"}\n{"id": 7, "text": "a", "title": 1}\n'
        f'{"[" * 100_000}\n{{"id": 8, "text": "The dam has held."}}'
    )
    told = [
        (one["id"], "claims" in one, one.get("error", "").split(" (")[0])
        for one in ask("claims", "--batch", lines=lines)
    ]
    no_text = 'the field "text" is missing, empty or no string'
    assert told == [
        (1, True, ""),
        (None, False, "line 2 is not valid JSON"),
        (None, False, "line 3 is not a JSON object"),
        (None, False, "line 4 is not a JSON object"),
        (None, False, "line 5 is not valid JSON"),
        (None, False, "line 6 is not valid JSON"),
        (3, False, no_text),
        (4, False, no_text),
        (5, False, no_text),
        (6, False, 'the field "date" is no possible date: 2025-02-30'),
        (7, False, 'the field "title" is no string'),
        (None, False, "line 12 is not valid JSON"),
        (8, True, ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The dam has held 🙂 since noon.\r\n\r\nهذا نص عربي طويل جدا.",
        "Half a pair \ud800 stands in this sentence. And \x00 a NUL in that one.",
        "  “It e\u0301tait \u202eallright,” she said.  ",
    ],
)
def test_spans_fit_the_text_given(text: str, ask: Ask) -> None:
    [found] = ask("claims", "--batch", lines=json.dumps({"text": text}))
    usable = text.replace("\ud800", "\ufffd").replace("\x00", "\ufffd")
    assert found["claims"] != []
    for one in found["claims"]:
        assert " ".join(usable[start:end] for start, end in one["spans"]) == one["text"]


def test_a_title_is_a_claim_where_the_text_has_it(ask: Ask) -> None:
    title = {"title": "Ferry aground"}
    lines = [{**title, "text": AGROUND}, {**title, "text": f"Ferry aground\n\n{AGROUND}"}]
    found = ask("claims", *SENTENCES, "--batch", lines="\n".join(map(json.dumps, lines)))
    assert [bare(one)["claims"] for one in found] == [
        [claim(0, AGROUND)],
        [claim(0, "Ferry aground", "headline"), claim(15, AGROUND)],
    ]


def test_a_mark_of_byte_order_and_bad_bytes_cost_nothing(ask: Ask) -> None:
    line = b'\xef\xbb\xbf{"id": 1, "text": "The caf\xe9 was closed on Monday."}\n'
    [found] = ask("claims", *SENTENCES, "--batch", lines=line)
    assert bare(found) == {"id": 1, "claims": [claim(0, "The caf\ufffd was closed on Monday.")]}


def test_two_hundred_lines(ask: Ask) -> None:
    lines = [json.dumps({"id": n, "text": f"The dam has held for {n} days."}) for n in range(200)]
    expected = [
        {"id": n, "claims": [claim(0, f"The dam has held for {n} days.")]} for n in range(200)
    ]
    found = ask("claims", *SENTENCES, "--batch", lines="\n".join(lines))
    assert [bare(one) for one in found] == expected


def test_an_unknown_segmenter_stops_a_batch(run: Run) -> None:
    result = run("claims", "--batch", "-", "--segmenter", "words", stdin='{"text": "a"}')
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        "Error: There is no segmenter 'words'.\n"
        "  Next: Known segmenters: sentences, clauses, propositions.\n",
    )
