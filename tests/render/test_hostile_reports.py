"""A report in which every string of data is hostile, through every format for people."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest
from markdown_it import MarkdownIt

from claimcheck.annotate.details import details
from claimcheck.datatypes import Span
from claimcheck.render import FORMATS, claims, markdown, sanitise, terminal

EVIL = "\t=\x1b[2J\u202e<b>|`x`\r\n# y\x9b\u2028"


def _poison(value, evil=EVIL):
    """Return `value` with every string replaced and every span moved onto the first words."""
    if isinstance(value, tuple):
        return tuple(_poison(item, evil) for item in value)
    if isinstance(value, Span):
        return Span(0, 9)
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        return type(value)(**{name: _poison(getattr(value, name), evil) for name in names})
    if isinstance(value, str) and not isinstance(value, Enum):
        return evil
    return value


@pytest.fixture
def hostile(story):
    """Return a report with every string hostile, one claim found nowhere else.

    It has a decision, an update and an omission beside what the story's own report has.
    """
    findings = (*story.report.findings, *story.full.findings)
    report = _poison(replace(story.full, claims=story.report.claims, findings=findings))
    silent = replace(report.claims[0], spans=(Span(1, 2),))
    first = report.findings[0]
    spoken = replace(first.claim, speaker=EVIL, reading=EVIL + "!")
    findings = (replace(first, claim=spoken), *report.findings[1:])
    return replace(report, claims=(*report.claims, silent), findings=findings)


def _unseen(text):
    """Return the characters of the text that a reader cannot see, line ends aside."""
    return set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text))


def test_terminal(hostile):
    """Nothing that steers the terminal is left."""
    assert _unseen(terminal.report(hostile, colour=False)) == set()


def test_other_terminal_views(hostile, story):
    """Lookup, claims and a compared pair clean their data as well."""
    match = _poison(story.at_least)
    nameless = replace(match.evidence.citation, url=None, title=EVIL)
    views = (
        terminal.lookup(_poison(story.lookup), colour=False),
        claims.claims(
            hostile.claims,
            [details(claim.text) for claim in hostile.claims],
            hostile.article,
            colour=False,
        ),
        terminal.match(match, colour=False),
        terminal.match(
            replace(match, evidence=replace(match.evidence, citation=nameless)), colour=False
        ),
    )
    assert [_unseen(view) for view in views] == [set()] * 4


def test_markdown(hostile):
    """No tag, no bare pipe or backtick, no heading of the data's own."""
    text = markdown.report(hostile)
    assert _unseen(text) == set()
    assert re.findall(r"(?<!\\)[|`]|<(?!http)|^# y", text, re.MULTILINE) == []


@pytest.mark.parametrize(
    "evil",
    [
        EVIL,
        "<script>x</script>",
        "[x](https://evil.example) ![y](https://evil.example)",
        "\n\n# x\n\n```\nx\n```\n",
        "\n\n| x | y |\n| --- | --- |\n| x | y |\n",
        "\n\n- x\n\n1. x\n\n    x\n\n---\n\n> > x",
        "**x** __x__ ~~x~~ `x` \\*x\\* &lt;b&gt;",
        "\n\n[a]: https://evil.example\n\n[a]",
    ],
)
def test_a_markdown_reader_finds_only_our_markup(story, evil):
    """A real parser sees the same elements whatever the data says; the words come out as given."""
    plain, hostile = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .parse(markdown.report(_poison(story.full, words)))
        for words in ("word", evil)
    )
    assert _elements(hostile) == _elements(plain)
    assert sanitise.tidy(evil) in "".join(_texts(hostile))


def _elements(tokens):
    """Return the types of the tokens, marked words and plain text aside."""
    inline = [one for token in tokens for one in [token, *(token.children or [])]]
    return [one.type for one in inline if one.type not in ("text", "text_special")]


def _texts(tokens):
    return [one.content for token in tokens for one in token.children or []]


def test_csv(hostile):
    """No cell holds a line break or starts a formula."""
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](hostile), newline="")))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if _unseen(cell) or "\n" in cell] == []
    assert [cell for cell in cells if re.search(r"(^|;)[\s\"]*[=@+-]", cell)] == []


def _strings(value):
    """Return every string in a value read from JSON."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


def test_claimreview(hostile):
    """Others show what a draft says, so its strings are cleaned; no markup ends a script."""
    text = FORMATS["claimreview"](hostile)
    shown = _strings(json.loads(text))
    assert (_unseen(text), set(text) & set("<>&")) == (set(), set())
    assert ({char for one in shown for char in _unseen(one)}, "<b>" in shown[2]) == (set(), True)
    assert not [one for one in shown if one.startswith(("ftp:", "javascript:", "\t"))]


def test_json(hostile):
    """Programs get every string as it is, and a terminal that shows the file is not steered."""
    text = FORMATS["json"](hostile)
    assert _unseen(text) == set()
    assert json.loads(text)["omissions"][0]["origins"][0][0]["outlet"] == EVIL


def test_sanitise_keeps_what_can_be_read():
    """Accents, emoji, joiners and marks of right-to-left scripts are words, not tricks."""
    text = "Ünï 港 👩\u200d🚒 \u200fعربي\u00a0x"
    assert sanitise.clean(text) == text


def test_sanitise_replaces_half_characters():
    """A lone surrogate could not be written to any file."""
    assert sanitise.tidy(" a\ud800b \n") == "a\ufffdb"
    assert sanitise.clean_url(" https://x.example/a b\n") == "https://x.example/a%20b"
