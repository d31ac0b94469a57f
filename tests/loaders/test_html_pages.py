"""HTML pages, read in a child process."""

from collections.abc import Iterator

import pytest

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip, Span
from claimcheck.loaders import Defaults, Outcome
from claimcheck.loaders.html import PageReader, read_html

HERE = Provenance("a.html")
PARAGRAPHS = (
    "The river clinic in Norwell will open in March after two years of delay and argument.",
    "Residents gathered outside the town hall to welcome the decision on Tuesday evening.",
    "A spokesman for the opposition called the plan late and far too expensive for the town.",
)
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
TEXT = "\n\n".join(PARAGRAPHS)


@pytest.fixture(scope="module")
def pages() -> Iterator[PageReader]:
    with PageReader() as reader:
        yield reader


def _read(pages: PageReader, page: str | bytes) -> list[Outcome]:
    data = page.encode() if isinstance(page, str) else page
    return list(read_html(data, HERE, Defaults(), pages))


def test_json_ld_comes_before_other_metadata(pages: PageReader) -> None:
    page = f"""<html lang="en-GB"><head><title>Clinic to open | Post</title>
        <meta property="og:site_name" content="Post Online">
        <meta property="article:published_time" content="2023-01-01T00:00:00Z">
        <link rel="canonical" href="https://post.example/clinic?utm_source=x">
        <script type="application/ld+json">{{"@graph": [
          {{"@type": "Organization", "@id": "#o", "name": "Norwell Post"}},
          {{"@type": ["NewsArticle"], "headline": "Clinic &amp; river",
            "publisher": {{"@id": "#o"}},
            "datePublished": "2024-05-03T18:30:00+02:00", "dateModified": "2024-05-04"}}]}}</script>
        </head><body><nav>Menu</nav><article>{BODY}</article><footer>Imprint</footer></body></html>"""
    assert _read(pages, page) == [
        Article(
            "Norwell Post",
            f"Clinic & river\n\n{TEXT}",
            "Clinic & river",
            "https://post.example/clinic",
            "2024-05-03T18:30:00+02:00",
            "2024-05-04",
            "en",
            headline=Span(0, 14),
        )
    ]


def test_meta_tags_serve_without_json_ld(pages: PageReader) -> None:
    page = f"""<html><head><meta property="og:title" content="Clinic to open in March">
        <meta property="og:site_name" content="Post Online">
        <meta property="article:published_time" content="2024-05-03T18:30:00Z">
        <script type="application/ld+json">{{broken</script>
        </head><body><article><h1>Clinic to open in March</h1>{BODY}</article></body></html>"""
    assert _read(pages, page) == [
        Article(
            "Post Online",
            f"Clinic to open in March\n\n{TEXT}",
            "Clinic to open in March",
            published="2024-05-03T18:30:00+00:00",
            headline=Span(0, 23),
        )
    ]


def test_the_host_stands_in_for_the_outlet(pages: PageReader) -> None:
    page = f'<link rel="canonical" href="https://www.post.example/a"><body>{BODY}</body>'
    assert _read(pages, page) == [Article("post.example", TEXT, url="https://www.post.example/a")]


@pytest.mark.parametrize(
    ("inner", "text"),
    [("<p>It  did.</p><p>All came.</p>", "It did.\n\nAll came."), ("It did.", "It did.")],
)
def test_what_trafilatura_takes_for_comments_is_read(
    pages: PageReader, inner: str, text: str
) -> None:
    page = f'<body><footer><p>(c)</p></footer><div class="comments">{inner}</div></body>'
    assert _read(pages, page) == [Article("unknown", text)]


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<head><title>x</title></head><body></body>"]
)
def test_a_page_without_text_is_a_skip(pages: PageReader, page: str) -> None:
    assert _read(pages, page) == [Skip(HERE, Reason.EMPTY)]


def test_the_declared_encoding_is_used(pages: PageReader) -> None:
    page = '<meta charset="windows-1251"><body><p>Переговоры продолжатся.</p></body>'
    assert _read(pages, page.encode("cp1251")) == [Article("unknown", "Переговоры продолжатся.")]


def test_a_guessed_encoding_is_remarked(pages: PageReader) -> None:
    page = "<body><p>The café said “no”.</p></body>".encode("cp1252")
    assert _read(pages, page) == [
        Remark(HERE, Reason.GUESSED_ENCODING, "cp1252"),
        Article("unknown", "The café said “no”."),
    ]


def test_a_nul_does_not_end_the_page(pages: PageReader) -> None:
    assert _read(pages, "<body><p>It\0did.</p><p>All came.</p></body>") == [
        Article("unknown", "It\ufffddid.\n\nAll came.")
    ]


def test_deep_json_ld_is_passed_over(pages: PageReader) -> None:
    script = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert _read(pages, f"<body>{script}<p>It did.</p></body>") == [Article("unknown", "It did.")]


def test_a_page_that_takes_too_long_is_a_skip_and_the_next_is_read() -> None:
    with PageReader(timeout_s=2) as pages:
        slow = _read(pages, "<body>" + "<p>word word word.</p>" * 200_000)
        assert slow == [Skip(HERE, Reason.UNREADABLE, "took longer than 2 s")]
        assert _read(pages, "<body><p>It did.</p></body>") == [Article("unknown", "It did.")]


def test_a_child_that_cannot_start_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with PageReader() as pages:
        detail = "the HTML parser ended with status 1"
        assert _read(pages, "<p>It did.</p>") == [Skip(HERE, Reason.UNREADABLE, detail)]
