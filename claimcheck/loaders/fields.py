"""What corpora call the parts of an article, in order of preference; case does not count."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

TEXT: Final = (
    "body-paragraphs",  # BASIL: paragraphs of sentences
    "content_original",  # AllSides, beside a tokenised `content`
    "text",
    "body",
    "content",
    "maintext",  # news-please
    "articlebody",  # schema.org
    "raw_text",  # trafilatura
    "sentences",  # ECB+
)
OUTLET: Final = (
    "outlet",
    "source",
    "publisher",
    "site",
    "sitename",
    "source-hostname",  # trafilatura
    "source_domain",  # news-please
    "hostname",
    "source_url",
)
TITLE: Final = ("title", "headline")
URL: Final = ("url", "link", "canonical_url")
PUBLISHED: Final = (
    "date",
    "published",
    "date_publish",  # news-please
    "datepublished",  # schema.org
    "published_at",
    "publishedat",  # NewsAPI
    "pubdate",
    "date_published",
)
MODIFIED: Final = ("modified", "date_modify", "datemodified")
ID: Final = ("id", "uuid", "doc_id")
LANGUAGE: Final = ("language", "lang", "inlanguage")


def lower_keys(record: Mapping[str, object]) -> dict[str, object]:
    """Return the fields under lower-case names; of two that differ in case only, the first."""
    fields: dict[str, object] = {}
    for key, value in record.items():
        fields.setdefault(str(key).lower(), value)
    return fields


def first_said(fields: Mapping[str, object], names: Sequence[str]) -> str | None:
    """Return the first of the named fields that holds words."""
    return next(filter(None, (_words(fields.get(name)) for name in names)), None)


def first_date(fields: Mapping[str, object], names: Sequence[str]) -> str | None:
    """Return the first of the named fields that holds words, an epoch number or a YAML date."""
    return next(filter(None, (_date(fields.get(name)) for name in names)), None)


def source_id(fields: Mapping[str, object]) -> str | None:
    """Return the id of a record; ValueError when it is a number that equals no other."""
    for name in ID:
        value = fields.get(name)
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{name} is {value}")
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(int(value)) if value == int(value) else str(value)
    return None


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    # schema.org and NewsAPI: {"name": "Reuters"}.
    if isinstance(value, Mapping):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _date(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if math.isfinite(value) else None
    return str(value) if isinstance(value, date) else _words(value)
