"""One JSON object as an article."""

from collections.abc import Mapping

import pytest

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip, Span
from claimcheck.loaders import Defaults, article_from_record
from claimcheck.loaders.records import read_record

HERE = Provenance("a.jsonl", 1)


def _article(record: Mapping[str, object]) -> Article:
    outcome = article_from_record(record, HERE)
    assert isinstance(outcome, Article)
    return outcome


def test_a_basil_record_is_read_whole() -> None:
    record = {
        "title": "Clinic opens",
        "date": "2024-05-03",
        "uuid": "u1",
        "url": "http://post.example/a?utm_medium=feed&id=3",
        "source": "nyt",
        "body-paragraphs": [["It did.", "All came."], ["It is new."]],
    }
    assert article_from_record(record, HERE) == Article(
        "NYT",
        "Clinic opens\n\nIt did. All came.\n\nIt is new.",
        "Clinic opens",
        "http://post.example/a?id=3",
        "2024-05-03",
        source_id="u1",
        headline=Span(0, 12),
    )


def test_an_allsides_record_is_read_whole() -> None:
    record = {
        "ID": "004G",
        "source": "Norwell  Post - News",
        "source_url": "www.post.example",
        "url": "http://www.post.example/a",
        "date": "5/3/17",
        "title": "Clinic opens",
        "content": "clinic opens it did .",
        "content_original": "Clinic opens\n\nIt did.",
    }
    assert article_from_record(record, HERE) == Article(
        "Norwell Post - News",
        "Clinic opens\n\nIt did.",
        "Clinic opens",
        "http://www.post.example/a",
        "2017-05-03",
        source_id="004G",
        headline=Span(0, 12),
    )


def test_a_schema_org_record_is_read_whole() -> None:
    record = {
        "headline": "Clinic opens",
        "articleBody": "It did.",
        "publisher": {"@type": "Organization", "name": "Norwell Post"},
        "datePublished": "2024-05-03T18:30:00+02:00",
        "dateModified": "2024-05-04T08:00:00Z",
        "inLanguage": "en-GB",
    }
    assert article_from_record(record, HERE) == Article(
        "Norwell Post",
        "Clinic opens\n\nIt did.",
        "Clinic opens",
        published="2024-05-03T18:30:00+02:00",
        modified="2024-05-04T08:00:00+00:00",
        language="en",
        headline=Span(0, 12),
    )


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"text": "a", "body": "b"}, "a"),
        ({"text": " ", "body": "b"}, "b"),
        ({"text": None, "Content": "c"}, "c"),
        ({"text": 3, "maintext": "m"}, "m"),
        ({"sentences": ["It did .", "All came ."]}, "It did . All came ."),
        ({"body-paragraphs": ["It did.", "", "All came."]}, "It did.\n\nAll came."),
        ({"body-paragraphs": [[None, 3], ["It did.", 4]]}, "It did."),
        ({"raw_text": "r\r\n"}, "r\r\n"),
    ],
)
def test_the_first_text_field_with_words_is_the_text(
    record: Mapping[str, object], text: str
) -> None:
    assert article_from_record(record, HERE) == Article("unknown", text)


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"source": {"id": "x", "name": "Norwell Post"}}, "Norwell Post"),
        ({"publisher": [{"name": "Norwell Post"}]}, "Norwell Post"),
        ({"source": 7, "site": "Norwell Post"}, "Norwell Post"),
        ({"source_url": "www.post.example"}, "post.example"),
        ({"source": "https://www.post.example/a"}, "post.example"),
        ({"url": "https://www.post.example/a"}, "post.example"),
        ({"Outlet": "cnn"}, "CNN"),
        ({"outlet": "Vox"}, "Vox"),
        ({"outlet": "reuters"}, "reuters"),
        ({}, "unknown"),
    ],
)
def test_the_outlet_is_a_field_or_the_host(fields: Mapping[str, object], outlet: str) -> None:
    assert _article({"text": "It did.", **fields}).outlet == outlet


@pytest.mark.parametrize(
    ("value", "source_id"),
    [("x1", "x1"), (12, "12"), (12.0, "12"), (0, "0"), (True, None), (None, None), ([1], None)],
)
def test_ids_are_words_or_numbers(value: object, source_id: str | None) -> None:
    assert _article({"text": "It did.", "id": value}).source_id == source_id


def test_an_id_that_is_not_a_number_breaks_the_record() -> None:
    outcome = article_from_record({"text": "It did.", "ID": float("nan")}, HERE)
    assert outcome == Skip(HERE, Reason.BROKEN_RECORD, "id is nan")


@pytest.mark.parametrize("record", [{}, {"text": 5}, {"title": "Clinic opens", "text": "\n"}])
def test_a_record_without_text_is_a_skip(record: Mapping[str, object]) -> None:
    assert article_from_record(record, HERE) == Skip(HERE, Reason.EMPTY)


def test_an_impossible_date_is_remarked_and_the_article_kept() -> None:
    record = {"text": "It did.", "date": "2050-09-30", "modified": "2024-02-30\x1b["}
    assert list(read_record(record, HERE, Defaults())) == [
        Remark(HERE, Reason.IMPOSSIBLE_DATE, "2050-09-30"),
        Remark(HERE, Reason.IMPOSSIBLE_DATE, "2024-02-30\ufffd["),
        Article("unknown", "It did."),
    ]


@pytest.mark.parametrize("value", ["", " ", "None", "NaT", None, float("nan"), [], {}])
def test_a_missing_date_is_no_remark(value: object) -> None:
    record = {"text": "It did.", "date": value}
    assert list(read_record(record, HERE, Defaults())) == [Article("unknown", "It did.")]


def test_half_surrogate_pairs_are_replaced_everywhere() -> None:
    record = {"text": "It\ud800did.", "title": "A\udfff", "outlet": "P\0", "id": "i\ud800"}
    assert list(read_record(record, HERE, Defaults())) == [
        Remark(HERE, Reason.REPLACED_CHARACTERS, "NUL or half a surrogate pair"),
        Article(
            "P\ufffd",
            "A\ufffd\n\nIt\ufffddid.",
            "A\ufffd",
            source_id="i\ufffd",
            headline=Span(0, 2),
        ),
    ]


def test_defaults_fill_in_and_do_not_override() -> None:
    record = {"text": "It did.", "outlet": "Post Daily", "url": "https://other.example/a"}
    given = Defaults(outlet="Norwell Post", url="https://post.example", published="2024-05-03")
    assert article_from_record(record, HERE, given) == Article(
        "Post Daily", "It did.", url="https://other.example/a", published="2024-05-03"
    )


def test_a_default_outlet_comes_before_the_host() -> None:
    record = {"text": "It did.", "url": "https://other.example/a"}
    assert article_from_record(record, HERE, Defaults(outlet="Norwell Post")) == Article(
        "Norwell Post", "It did.", url="https://other.example/a"
    )
