"""What holds for every input: one outcome, storable text, titles in their place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.datatypes import Article, Provenance, Remark
from claimcheck.loaders import Defaults, Outcome
from claimcheck.loaders.jsonfiles import read_json
from claimcheck.loaders.records import read_record
from claimcheck.loaders.text import read_text

HERE = Provenance("a")
QUICK = settings(max_examples=150, deadline=None, database=None)

any_text = st.text(st.characters(codec=None))
values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("name"), inner),
    max_leaves=5,
)
names = ("text", "body", "sentences", "title", "outlet", "url", "date", "modified", "id", "lang")
records = st.dictionaries(st.sampled_from(names), values)


def _check(outcomes: list[Outcome]) -> None:
    *remarks, last = outcomes
    assert [remark for remark in remarks if not isinstance(remark, Remark)] == []
    assert not isinstance(last, Remark)
    if isinstance(last, Article):
        assert repr(last).encode().decode() == repr(last)
        assert last.text == last.text.encode().decode()
        place = last.headline.of(last.text) if last.headline else ""
        assert " ".join(place.split()) == (last.title or "")


@given(st.binary() | st.text().map(str.encode))
@QUICK
def test_any_bytes_are_one_text_or_skip(data: bytes) -> None:
    _check(list(read_text(data, HERE, Defaults())))


@given(records)
@QUICK
def test_any_record_is_one_article_or_skip(record: dict[str, object]) -> None:
    _check(list(read_record(record, HERE, Defaults())))


@given(st.binary() | st.text(alphabet='{}[]":,1ae\\ud\n ').map(str.encode))
@QUICK
def test_any_json_file_has_an_outcome(data: bytes) -> None:
    assert list(read_json(data, "a.json", Defaults())) != []
