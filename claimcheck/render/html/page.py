"""From a report to the page: the values that the templates need, and the page put together."""

from __future__ import annotations

import base64
import hashlib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck import __version__
from claimcheck.datatypes import Omission, Relation, Report
from claimcheck.render import wording
from claimcheck.render.html.article import paragraphs
from claimcheck.render.html.figures import figures
from claimcheck.render.html.findings import GIST_CHARS, Quote, Source, gist, items, quote, source
from claimcheck.render.html.made import made
from claimcheck.render.html.matrix import matrix
from claimcheck.render.html.relations import shown
from claimcheck.render.html.timeline import SOURCES_SHOWN, sources, timeline
from claimcheck.render.sanitise import clean, tidy
from claimcheck.render.summary import (
    IN_PASSIVE,
    OMISSIONS_SHOWN,
    REPEAT,
    SILENT_SHOWN,
    advice,
    count,
    foremost,
    omission_tally,
    sentence,
    silent,
)

if TYPE_CHECKING:
    from jinja2 import Environment

_TOLD = (Relation.CONTRADICTS, Relation.DIFFERS, Relation.SAME)
_LANGUAGE_CHARS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-")


@dataclass(frozen=True, slots=True)
class Tile:
    """How many claims stand so, with their part of the bar in percent."""

    name: str
    sign: str
    word: str
    number: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class OmittedBy:
    """One origin of an omission, with its copies."""

    source: Source
    quote: Quote
    copies: list[Source]


@dataclass(frozen=True, slots=True)
class Omitted:
    """What the article leaves out, by independent origin."""

    tally: str
    gist: str
    origins: list[OmittedBy]


def report(report: Report) -> str:
    """Render a whole report as one HTML file."""
    return _environment().get_template("page.html.j2").render(_values(report)) + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    made_by = Environment(
        loader=PackageLoader("claimcheck.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in ("css", "js"):
        text = _file(made_by, f"page.{name}")
        made_by.globals[name] = Markup(text)  # noqa: S704 - our own file
        made_by.globals[f"{name}_hash"] = _hash(text)
    made_by.globals["quantity"] = _quantity
    made_by.filters.update(
        in_words=_in_words,
        scores=wording.scores,
        nli=wording.nli,
        clean=clean,
        tidy=tidy,
    )
    return made_by


def _file(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _hash(text: str) -> str:
    """Return what a Content-Security-Policy calls an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _quantity(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _in_words(day: str) -> str:
    """Return `22 Jan 2025`; what is no day stays as it is."""
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{read.day} {read:%b} {read.year}"


def _values(report: Report) -> dict[str, Any]:
    article = report.article
    return {
        "title": tidy(article.title) or "Untitled article",
        "ours": source(article.citation),
        "language": _language(article.language),
        "key": f"{article.id}|{tidy(report.signature)}",
        "signature": clean(report.signature),
        "version": __version__,
        "repeat": REPEAT,
        "made": made(report),
        "sentence": sentence(report),
        "advice": advice(report),
        "tiles": list(_tiles(report)),
        "foremost": [gist(number, one) for number, one in foremost(report)],
        "key_relations": [shown(one) for one in _TOLD],
        "matrix": matrix(report),
        "timeline": timeline(report),
        "sources": sources(report),
        "shown_sources": SOURCES_SHOWN,
        "figures": figures(report),
        "items": items(report.findings, article),
        "omissions": [_omitted(one) for one in report.omissions],
        "shown_omissions": OMISSIONS_SHOWN,
        "silent": [quote(one) for one in silent(report)],
        "shown_silent": SILENT_SHOWN,
        "paragraphs": paragraphs(report),
    }


def _language(code: str | None) -> str:
    return code if code and _LANGUAGE_CHARS.issuperset(code) else ""


def _tiles(report: Report) -> Iterator[Tile]:
    counts = count(report)
    told = [(*_named(one), getattr(counts, one.value)) for one in _TOLD]
    if counts.related:
        told.append((*_named(Relation.RELATED), counts.related))
    told.append(("silent", "–", "not found elsewhere", counts.silent))
    x = 0.0
    for name, sign, word, number in told:
        width = round(100 * number / max(1, counts.claims), 2)
        yield Tile(name, sign, word, number, round(x, 2), width)
        x += width


def _named(relation: Relation) -> tuple[str, str, str]:
    return relation.value, shown(relation).sign, IN_PASSIVE[relation]


def _omitted(omission: Omission) -> Omitted:
    return Omitted(
        omission_tally(omission),
        textwrap.shorten(clean(omission.lead.text), GIST_CHARS, placeholder=" …"),
        [
            OmittedBy(source(lead.citation), quote(lead), [source(one.citation) for one in others])
            for lead, *others in omission.origins
        ],
    )
