"""Text and Markdown files."""

import time

import pytest

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip, Span
from claimcheck.loaders import Defaults, Outcome
from claimcheck.loaders.text import read_text

HERE = Provenance("a.txt")


def _read(text: str, defaults: Defaults | None = None) -> list[Outcome]:
    return list(read_text(text.encode(), HERE, defaults or Defaults()))


def test_the_first_line_without_a_full_stop_is_the_headline() -> None:
    text = "\nRiver clinic opens\n\nThe clinic opened on Monday.\n"
    assert _read(text) == [
        Article("unknown", text, "River clinic opens", headline=Span(1, 19)),
    ]


def test_line_ends_are_kept() -> None:
    text = "River clinic opens\r\n\r\nThe clinic opened.\r\n"
    assert _read(text) == [Article("unknown", text, "River clinic opens", headline=Span(0, 18))]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic opened on Monday.\n\nIt is new.",
        "He said: “It opened.”\n\nIt is new.",
        "The mayor said on Monday that the\nclinic will open soon.",
        "word " * 41 + "\n\nIt is new.",
    ],
)
def test_a_sentence_is_no_headline(text: str) -> None:
    assert _read(text) == [Article("unknown", text)]


def test_page_furniture_is_passed_over() -> None:
    text = " date 2024-05-03 Open Menu\n\nhttps://a.example\n\n* * *\n\nClinic opens\n\nIt did."
    start = text.index("Clinic")
    assert _read(text) == [
        Article(
            "unknown",
            text,
            "Clinic opens",
            published="2024-05-03",
            headline=Span(start, start + 12),
        )
    ]


def test_a_markdown_heading_is_the_headline_without_its_mark() -> None:
    text = "## Clinic opens\n\nIt did."
    assert _read(text) == [Article("unknown", text, "Clinic opens", headline=Span(3, 15))]


def test_front_matter_is_metadata_and_no_text() -> None:
    text = (
        "---\ntitle: Clinic opens\noutlet: Norwell Post\ndate: 2024-05-03\n"
        "url: https://post.example/a?utm_source=x\nid: 7\nlang: en\n---\n\nIt did.\r\n"
    )
    assert _read(text) == [
        Article(
            "Norwell Post",
            "Clinic opens\n\nIt did.\r\n",
            "Clinic opens",
            "https://post.example/a",
            "2024-05-03",
            language="en",
            source_id="7",
            headline=Span(0, 12),
        )
    ]


def test_front_matter_with_a_colon_in_a_value_is_read_by_line() -> None:
    text = "---\ntitle: Clinic: it opens\nsource: Post Daily\n---\nIt did."
    assert _read(text) == [
        Article(
            "Post Daily", "Clinic: it opens\n\nIt did.", "Clinic: it opens", headline=Span(0, 16)
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "---\n[[[[: {\n---\nIt did.",
        "---\nIt did.\n---\nIt did.",
        "---\nIt did.",
        "---\n" + "[" * 50_000 + "\n---\nIt did.",
        "---\nwhen: 2024-99-99\n---\nIt did.",
        "---\n" + "title: It\n" * 10_000 + "---\nIt did.",
    ],
)
def test_what_cannot_be_read_as_front_matter_is_text(text: str) -> None:
    assert [outcome.text for outcome in _read(text) if isinstance(outcome, Article)] == [text]


def test_two_key_lines_are_metadata() -> None:
    text = "Headline: Clinic opens\nPublished: May 3, 2024\nSource: Norwell Post\n\nIt did."
    assert _read(text) == [
        Article(
            "Norwell Post",
            "Clinic opens\n\nIt did.",
            "Clinic opens",
            published="2024-05-03",
            headline=Span(0, 12),
        )
    ]


def test_one_key_line_is_text() -> None:
    text = "Title: fight ends in a draw\n\nIt did."
    assert _read(text) == [
        Article("unknown", text, "Title: fight ends in a draw", headline=Span(0, 27))
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ann Lee Published May 3, 2024 | 05:40 PM", "2024-05-03"),
        ("Posted 2024-05-03 by Ann Lee", "2024-05-03"),
        ("3rd May, 2024", "2024-05-03"),
        ("The treaty of May 3, 2004 was signed by both.", None),
        ("Since May 3, 2004 the two towns have shared a hospital " * 3, None),
        ("Posted February 30, 2024", None),
    ],
)
def test_a_byline_gives_the_day_and_a_sentence_does_not(line: str, day: str | None) -> None:
    text = f"Clinic opens\n\n{line}\n\nIt did."
    assert _read(text) == [
        Article("unknown", text, "Clinic opens", published=day, headline=Span(0, 12))
    ]


@pytest.mark.parametrize(
    ("start", "outlet", "day"),
    [
        ("MOSCOW (Reuters) - It", "Reuters", None),
        (
            "Norwell, (APP - North / East News - 3rd May, 2024) It",
            "North / East News",
            "2024-05-03",
        ),
        ("Ann Lee (left) – seen here – it", "unknown", None),
        ("Bob Roe (R-TX) - who", "unknown", None),
        ("Ann Lee (Labour) said", "unknown", None),
    ],
)
def test_a_dateline_names_the_agency(start: str, outlet: str, day: str | None) -> None:
    text = f"Clinic opens\n\n{start} opened on Monday."
    assert _read(text) == [
        Article(outlet, text, "Clinic opens", published=day, headline=Span(0, 12))
    ]


def test_defaults_fill_in_before_guesses() -> None:
    given = Defaults("Norwell Post", "Clinic", "https://post.example/a", "2024-05-04")
    text = "Clinic opens\n\nMOSCOW (Reuters) - It did on Monday.\n\nPosted 2024-05-03"
    expected = Article(
        "Norwell Post",
        f"Clinic\n\n{text}",
        "Clinic",
        "https://post.example/a",
        "2024-05-04",
        headline=Span(0, 6),
    )
    assert _read(text, given) == [expected]


@pytest.mark.parametrize("text", ["", " \r\n\t\n", "---\ntitle: Clinic opens\n---\n\n"])
def test_no_text_is_a_skip(text: str) -> None:
    assert _read(text) == [Skip(HERE, Reason.EMPTY)]


def test_nul_characters_are_replaced_in_place() -> None:
    assert _read("It\0did, as they say it always does, on Monday.") == [
        Remark(HERE, Reason.REPLACED_CHARACTERS, "NUL or half a surrogate pair"),
        Article("unknown", "It\ufffddid, as they say it always does, on Monday."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        " " * 200_000 + "x",
        ("\t" * 100_000 + "\n") * 5,
        "-" * 200_000,
        "---\n" + " " * 200_000 + "x\n---",
        "# " * 100_000,
        "A " + "(" * 200_000,
        "A (" + "B - " * 50_000,
        "1" * 200_000,
        "date: 1\n" * 50_000,
        "Jan 1" * 50_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    started = time.process_time()
    _read(text)
    assert time.process_time() - started < 1
