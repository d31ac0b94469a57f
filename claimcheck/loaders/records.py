"""From one JSON object to an article, whatever its corpus calls the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip
from claimcheck.loaders import fields as names
from claimcheck.loaders.compose import NOTHING_GIVEN, Defaults, Draft, Outcome, compose


def article_from_record(
    record: Mapping[str, object], provenance: Provenance, defaults: Defaults = NOTHING_GIVEN
) -> Article | Skip:
    """Return what one record holds, without the remarks on it."""
    *_, outcome = read_record(record, provenance, defaults)
    assert not isinstance(outcome, Remark)  # an article or a skip always comes last
    return outcome


def read_record(record: object, provenance: Provenance, defaults: Defaults) -> Iterator[Outcome]:
    """Yield the remarks on a record and then its article, or a single skip."""
    if not isinstance(record, Mapping):
        yield Skip(provenance, Reason.BROKEN_RECORD, f"{_kind(record)} instead of an object")
        return
    try:
        draft = described(record, text_of(record))
    except ValueError as error:
        yield Skip(provenance, Reason.BROKEN_RECORD, str(error))
        return
    yield from compose(draft, provenance, defaults)


def text_of(record: Mapping[str, object]) -> str:
    """Return the first text field that holds words, else an empty string."""
    fields = names.lower_keys(record)
    return next(filter(None, (_prose(name, fields.get(name)) for name in names.TEXT)), "")


def described(record: Mapping[str, object], body: str) -> Draft:
    """Return a draft of `body` with what a record or front matter says about it."""
    fields = names.lower_keys(record)
    known = Defaults(
        outlet=names.first_said(fields, names.OUTLET),
        title=names.first_said(fields, names.TITLE),
        url=names.first_said(fields, names.URL),
        published=names.first_date(fields, names.PUBLISHED),
    )
    return Draft(
        body,
        known,
        modified=names.first_date(fields, names.MODIFIED),
        language=names.first_said(fields, names.LANGUAGE),
        source_id=names.source_id(fields),
    )


def _prose(name: str, value: object) -> str:
    """Return a text field as one string: a blank line between paragraphs, a space in them."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if not isinstance(value, list):
        return ""
    parts = (item if isinstance(item, str) else _sentences(item) for item in value)
    return (" " if name == "sentences" else "\n\n").join(filter(str.strip, parts))


def _sentences(value: object) -> str:
    items = value if isinstance(value, list) else ()
    return " ".join(item for item in items if isinstance(item, str))


def _kind(value: object) -> str:
    kinds = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
