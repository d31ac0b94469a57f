"""From what a file says, the person gave and the text suggests to one Article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip, Span
from claimcheck.loaders.dates import is_absent, iso_date
from claimcheck.loaders.decoding import storable
from claimcheck.loaders.headlines import locate
from claimcheck.loaders.limits import DETAIL_CHARS_MAX
from claimcheck.loaders.links import canonical_url, host_of

Outcome: TypeAlias = Article | Skip | Remark

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is known about an article from outside its file.

    It fills in what the file does not say; with `override` it wins over what the file says.
    """

    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    override: bool = False


NOTHING_GIVEN = Defaults()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file has it; `known` is said there outright, `guessed` read off the text.

    Dates, outlet and address are still as written.
    """

    body: str
    known: Defaults = NOTHING_GIVEN
    guessed: Defaults = NOTHING_GIVEN
    modified: str | None = None
    language: str | None = None
    source_id: str | None = None


def compose(draft: Draft, provenance: Provenance, defaults: Defaults) -> Iterator[Outcome]:
    """Yield the remarks on an article and then the article, or a single skip."""
    if not draft.body.strip():
        yield Skip(provenance, Reason.EMPTY)
        return
    chosen = _choose(draft, defaults)
    url = canonical_url(storable(chosen.url)) if chosen.url else None
    outlet = chosen.outlet or (host_of(url) if url else None) or draft.guessed.outlet or "unknown"
    title = " ".join(storable(chosen.title or "").split()) or None
    text, headline = _with_headline(title, storable(draft.body))
    if any(value != storable(value) for value in (draft.body, chosen.title or "", outlet)):
        detail = "NUL or half a surrogate pair"
        yield Remark(provenance, Reason.REPLACED_CHARACTERS, detail)
    for value in (chosen.published, draft.modified):
        if value and not is_absent(value) and iso_date(value) is None:
            yield Remark(provenance, Reason.IMPOSSIBLE_DATE, printable(value))
    language = _LANGUAGE.fullmatch((draft.language or "").strip())
    yield Article(
        outlet=outlet_name(storable(outlet)),
        text=text,
        title=title,
        url=url,
        published=iso_date(chosen.published or ""),
        modified=iso_date(draft.modified or ""),
        language=language[1].lower() if language else None,
        source_id=storable(draft.source_id) if draft.source_id else None,
        headline=headline,
        provenance=provenance,
    )


def outlet_name(name: str) -> str:
    """Return the one spelling of an outlet's name.

    Inner white space is collapsed, an address becomes its host, and codes of up to four letters
    are upper-cased because corpora write them both ways (BASIL has `nyt` and `NYT`).
    """
    name = " ".join(name.split())
    if name.lower().startswith(("http://", "https://", "www.")):
        return host_of(name) or name
    is_code = len(name) <= 4 and name.isalpha() and name.islower()
    return name.upper() if is_code else name


def printable(value: object) -> str:
    """Return the beginning of a value from a file, fit to be shown in a terminal."""
    shown = str(value)[:DETAIL_CHARS_MAX]
    return "".join(char if char.isprintable() else "\ufffd" for char in shown)


def _choose(draft: Draft, given: Defaults) -> Defaults:
    """Take each value from the first that has it; a guessed outlet stands behind the URL's host."""
    order = (given, draft.known) if given.override else (draft.known, given)
    first, second, guess = (*order, draft.guessed)
    return Defaults(
        outlet=first.outlet or second.outlet,
        title=first.title or second.title or guess.title,
        url=first.url or second.url or guess.url,
        published=first.published or second.published or guess.published,
    )


def _with_headline(title: str | None, body: str) -> tuple[str, Span | None]:
    """Give the title a place in the text: the one it has, else one before the body."""
    if title is None:
        return body, None
    headline = locate(title, body)
    if headline:
        return body, headline
    return f"{title}\n\n{body}", Span(0, len(title))
