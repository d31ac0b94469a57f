"""`claimcheck report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.manners import say, show, terminal_width, wants_colour
from claimcheck.cli.options import (
    article_options,
    day_options,
    days,
    index_option,
    k_option,
    load_article,
    model_option,
    nli_option,
    worth_option,
)
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.database import Filter
    from claimcheck.datatypes import Article, Report

_FORMATS = ("terminal", "markdown", "html", "json", "csv", "claimreview")
# The format of a file by the end of its name, where none is asked for.
_BY_ENDING = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".jsonld": "claimreview",
}
_FINDINGS = ("contradicts", "differs", "same")


@click.command("report", short_help="Compare an article with the other outlets.")
@click.argument("article")
@index_option
@model_option
@nli_option
@k_option
@worth_option
@article_options
@day_options
@click.option(
    "--rejected",
    is_flag=True,
    help="Show also the matches that you rejected (claimcheck review).",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(_FORMATS),
    help="By default as the file's name ends (.html, .md, .json, .csv, .jsonld), or terminal.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file; - for standard output.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_FINDINGS),
    multiple=True,
    help="Exit with 1 when there is such a finding; may be repeated.",
)
@click.pass_context
def report_command(ctx: click.Context, /, article: str, **options: Any) -> None:
    """Report who says the same as ARTICLE, who says otherwise, and how exactly they differ.

    ARTICLE is a file, or - for standard input. Its own outlet is left out. The format claimreview
    gives drafts of schema.org/ClaimReview as JSON-LD, one for each claim that others report
    otherwise, without a rating: author, url, datePublished and reviewRating are yours to add.

    \b
    claimcheck report corpora/sample/incoming/putin-xi.txt
    claimcheck report story.html -o report.json --fail-on contradicts
    claimcheck report story.html --format claimreview -o drafts.jsonld
    """
    from claimcheck.database import Filter

    since, until = days(options)
    output = None if options["output"] == Path("-") else options["output"]
    report = _report(load_article(article, options), Filter(since=since, until=until), options)
    if options["min_checkworthy"] and not report.claims:
        say("No claim of the article is worth that much checking; lower --min-checkworthy.")
    style = options["style"] or _style_of(output)
    _write(render(report, style, output is None), output)
    if style == "claimreview":
        say("These are drafts: author, url, datePublished and reviewRating are yours to add.")
    found = {match.comparison.relation for one in report.findings for match in one.matches}
    if found.intersection(options["fail_on"]):
        ctx.exit(1)


def _report(article: Article, where: Filter, options: dict[str, Any]) -> Report:
    from claimcheck.cli.tools import open_checker

    folder, model = options["index_folder"], options["model"]
    with open_checker(folder, model, options["k"], options["nli_model"]) as checker:
        least, rejected = options["min_checkworthy"], options["rejected"]
        return checker.check(article, where, least, with_rejected=rejected)


def render(report: Report, style: str, to_terminal: bool) -> str:
    """Return the report in one of the formats, coloured only for a terminal."""
    from claimcheck.render import FORMATS, terminal

    if style == "terminal" and to_terminal:
        return terminal.report(report, width=terminal_width(), colour=wants_colour())
    return FORMATS[style](report)


def _style_of(output: Path | None) -> str:
    return _BY_ENDING.get(output.suffix.lower(), "terminal") if output else "terminal"


def _write(text: str, output: Path | None) -> None:
    if output is None:
        show(text)
        return
    try:
        output.write_text(text, "utf-8", newline="")
    except OSError as error:
        raise ClaimcheckError(
            f"The report could not be written to {output} ({error.strerror}).",
            "Choose another file with -o FILE.",
        ) from error
    say(f"Written to {output}.")
