"""Reports as text. Every renderer takes values and returns a `str`; none of them prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.datatypes import Report
from claimcheck.render import claimreview, csv, json, markdown


def _plain(report: Report) -> str:
    """Render for a terminal without colour; imports the renderer only when it is wanted."""
    from claimcheck.render import terminal

    return terminal.report(report, colour=False)


def _page(report: Report) -> str:
    """Render as a page; imports the templates only when they are wanted."""
    from claimcheck.render import html

    return html.report(report)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "terminal": _plain,
    "markdown": markdown.report,
    "html": _page,
    "json": json.report,
    "csv": csv.report,
    "claimreview": claimreview.report,
}
