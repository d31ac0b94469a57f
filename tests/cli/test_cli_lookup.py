"""`claimcheck lookup`, one claim or a batch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ferry import AGROUND, Ask, Run, rounded

FIGURES = {
    "kind": "number",
    "a": "212 people",
    "b": "240 people",
    "a_span": [55, 65],
    "b_span": [55, 65],
    "a_value": "212 person",
    "b_value": "240 person",
    "bearing": "conflict",
}
WIRE, LANTERN, MERIDIAN = "Harbour Wire", "Daily Lantern", "The Meridian"


@pytest.fixture
def found(run: Run, index: Path) -> Any:
    """Look something up and return which outlets come back."""

    def outlets(*args: object) -> list[str]:
        result = run("lookup", AGROUND, "--index", index, "--json", *args)
        assert result.exit_code == 0
        results = json.loads(result.stdout)["results"]
        return [one["outlet"] for one in results if one["kind"] == "statement"]

    return outlets


def test_lookup_as_json(run: Run, index: Path) -> None:
    given = ("--outlet", LANTERN, "--nli-model", "none", "--json")
    result = run("lookup", AGROUND, "-k", 1, "--index", index, *given)
    body = json.loads(result.stdout)
    assert body.pop("signature").startswith("seg:sentences-4|enc:all-MiniLM-L6-v2@")
    assert rounded(body) == {
        "schema": 1,
        "query": AGROUND,
        "results": [
            {
                "id": "e1afdac848254a14",
                "claim_id": 5,
                "article_id": "e004a41378e46a54",
                "source_id": "dl-1",
                "outlet": "Daily Lantern",
                "date": "2025-03-05",
                "published": "2025-03-05",
                "url": "https://dailylantern.example/ferry",
                "title": "Three hurt in ferry accident",
                "text": AGROUND.replace("212", "240"),
                "spans": [[30, 105]],
                "kind": "statement",
                "speaker": None,
                "score": 0.33,
                "scores": {
                    "similarity": 0.97,
                    "vector_rank": 1,
                    "lexical_rank": 1,
                    "fused": 0.33,
                },
                "relation": "contradicts",
                "confidence": 0.97,
                "differences": [FIGURES],
                "nli": None,
                "why": "Both cannot hold if they speak of one fact: the figures differ,"
                " “212 people” here and “240 people” there.",
                "decision": None,
            }
        ],
    }


def test_lookup_for_a_person(run: Run, index: Path) -> None:
    result = run("lookup", AGROUND, "-k", 1, "--index", index)
    assert result.stdout.splitlines()[:5] == [
        f"“{AGROUND}”",
        "",
        "1 claim of 1 outlet, closest first.",
        "",
        "1. REPORTS THE SAME  Harbour Wire, 2025-03-04",
    ]
    assert not result.stdout.endswith("\n\n")


@pytest.mark.parametrize(
    ("options", "outlets"),
    [
        (("-k", 3), [WIRE, MERIDIAN, LANTERN]),
        (("-k", 2), [WIRE, MERIDIAN]),
        (("-k", 1, "--outlet", "daily lantern"), [LANTERN]),
        (("-k", 2, "--outlet", WIRE, "--outlet", LANTERN), [WIRE, LANTERN]),
        (("-k", 2, "--exclude-outlet", WIRE), [MERIDIAN, LANTERN]),
        (("-k", 2, "--since", "2025-03-05"), [MERIDIAN, LANTERN]),
        (("-k", 2, "--until", "2025-03-05"), [WIRE, LANTERN]),
        (("-k", 2, "--since", "2025-03-05", "--until", "2025-03-05"), [LANTERN]),
        (("--since", "2026-01-01"), []),
        (("-k", 3, "--relation", "contradicts"), [LANTERN]),
        (("-k", 3, "--relation", "contradicts", "--relation", "same"), [WIRE, MERIDIAN, LANTERN]),
    ],
)
def test_filters(options: tuple[Any, ...], outlets: list[str], found: Any) -> None:
    assert found(*options) == outlets


def test_filters_that_leave_nothing_are_named(run: Run, index: Path) -> None:
    result = run("lookup", AGROUND, "--index", index, "--outlet", "Hulm Post")
    assert result.stderr == (
        "Nothing passed the filters. "
        f"claimcheck stats --index {index} names the outlets and days of the index.\n"
    )


def test_a_dash_is_standard_input(run: Run, index: Path) -> None:
    named = run("lookup", AGROUND, "--index", index)
    assert run("lookup", "-", "--index", index, stdin=f"{AGROUND}\n").stdout == named.stdout


def test_bytes_that_are_no_text_are_shown_as_such(run: Run, index: Path) -> None:
    result = run("lookup", "caf\udce9 \udce9", "-k", 1, "--index", index, "--json")
    assert (result.exit_code, json.loads(result.stdout)["query"]) == (0, "caf\ufffd \ufffd")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "Give a TEXT or --batch FILE."),
        (("text", "--batch", "-"), "Give a TEXT or --batch FILE."),
        (("  ",), "TEXT is empty."),
        (("text", "-k", "0"), "Invalid value for '-k': 0 is not in the range 1<=x<=1000."),
        (("text", "-k", "many"), "'many' is not a valid integer range."),
        (("text", "--since", "2025-02-30"), "'2025-02-30' does not match the format '%Y-%m-%d'."),
        (("text", "--relation", "alike"), "'alike' is not one of 'same', "),
        (
            ("text", "--since", "2025-03-02", "--until", "2025-03-01"),
            "--since 2025-03-02 is after --until 2025-03-01.",
        ),
        (("--batch", "/no/such.jsonl"), "'/no/such.jsonl': No such file or directory"),
    ],
)
def test_wrong_usage_names_the_value(
    args: tuple[str, ...], message: str, run: Run, index: Path
) -> None:
    result = run("lookup", *args, "--index", index)
    assert (result.exit_code, result.stdout, message in result.stderr) == (2, "", True)


def test_another_encoder_is_refused(run: Run, index: Path, tmp_path: Path) -> None:
    result = run("lookup", "text", "--index", index, "--model", tmp_path)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        f"Error: The model '{tmp_path}' has no .safetensors weights; other formats can run code.",
    )


def test_a_batch_leaves_the_own_outlet_out(ask: Ask, index: Path) -> None:
    outlets = [None, WIRE, "harbour wire", MERIDIAN, ""]
    lines = [json.dumps({"id": n, "text": AGROUND, "outlet": o}) for n, o in enumerate(outlets)]
    found = ask("lookup", "-k", 1, "--index", index, "--batch", lines="\n".join(lines))
    assert [(one["id"], [match["outlet"] for match in one["results"]]) for one in found] == [
        (0, [WIRE]),
        (1, [MERIDIAN]),
        (2, [MERIDIAN]),
        (3, [WIRE]),
        (4, [WIRE]),
    ]


def test_a_batch_answers_as_one_lookup_does(run: Run, ask: Ask, index: Path) -> None:
    alone = json.loads(run("lookup", AGROUND, "--index", index, "--json").stdout)
    lines = json.dumps({"id": "x", "text": AGROUND})
    found = ask("lookup", "--index", index, "--batch", lines=lines)
    assert found == [{"id": "x", "results": rounded(alone["results"])}]


def test_bad_lines_of_a_batch(ask: Ask, index: Path) -> None:
    lines = (
        b'{"id": 1, "text": "a \\ud800 b"}\n\n{"id": 2\n{"id": 3, "outlet": "x"}\n'
        b'{"id": 4, "text": "a", "date": "soon"}\n{"id": 5, "text": "a", "outlet": 5}\n'
        b'{"id": 6, "text": "caf\xe9 \\u0000"}\n{"id": 7, "text": "a", "date": "2025-03-04"}\n'
    )
    found = ask("lookup", "-k", 1, "--index", index, "--batch", lines=lines)
    assert [(one["id"], one.get("error", "").split(" (")[0]) for one in found] == [
        (1, ""),
        (None, "line 3 is not valid JSON"),
        (3, 'the field "text" is missing, empty or no string'),
        (4, 'the field "date" is no possible date: soon'),
        (5, 'the field "outlet" is no string'),
        (6, ""),
        (7, ""),
    ]


def test_a_batch_keeps_its_filters(ask: Ask, index: Path) -> None:
    lines = json.dumps({"text": AGROUND, "outlet": MERIDIAN})
    options = ("-k", 5, "--since", "2025-03-05", "--relation", "contradicts", "--index", index)
    [found] = ask("lookup", *options, "--batch", lines=lines)
    assert [match["outlet"] for match in found["results"]] == [LANTERN]
