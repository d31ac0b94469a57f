"""`claimcheck claims`."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, TypeAlias

import click

from claimcheck.cli.batch import JSON_LINES, answer_all, day_of, optional, text_of
from claimcheck.cli.manners import show, terminal_width, wants_colour
from claimcheck.cli.options import (
    article_options,
    json_option,
    load_article,
    segmenter_option,
    worth_option,
)

if TYPE_CHECKING:
    from claimcheck.annotate.details import Details
    from claimcheck.datatypes import Article, Claim
    from claimcheck.segment import Segmenter


@click.command("claims", short_help="List the claims of one article.")
@click.argument("article", required=False)
@click.option("--batch", type=JSON_LINES, help="JSON lines; - for stdin.")
@segmenter_option("clauses")
@worth_option
@article_options
@json_option
def claims_command(article: str | None, batch: IO[str] | None, **options: Any) -> None:
    """List the claims of ARTICLE (a file, or - for standard input) with their exact places.

    Each comes with who says it, how it reads on its own, how certain it is told, and the figures
    and times in it.

    \b
    claimcheck claims corpora/sample/incoming/putin-xi.txt
    claimcheck claims --segmenter clauses --min-checkworthy 0.5 story.html
    claimcheck claims --batch articles.jsonl
    """
    from claimcheck.segment import find_segmenter

    if (article is None) == (batch is None):
        raise click.UsageError("Give an ARTICLE or --batch FILE.")
    segmenter, least = find_segmenter(options["segmenter"]), options["min_checkworthy"]
    if batch is not None:
        answer_all(
            batch,
            _article,
            lambda articles: [
                {"claims": _as_json(_found(one, segmenter, least))} for one in articles
            ],
        )
    elif article is not None:
        show(_one(load_article(article, options), segmenter, least, options["as_json"]))


_Found: TypeAlias = "list[tuple[Claim, Details]]"


def _found(article: Article, segmenter: Segmenter, least: float) -> _Found:
    """Return the claims that are worth checking enough, taken apart."""
    from claimcheck.annotate.details import details, times_in
    from claimcheck.annotate.times import mentions
    from claimcheck.segment import worth_checking

    times = mentions(article.text, article.citation.date)
    claims = worth_checking(segmenter.segment(article), least)
    return [(claim, details(claim.text, times_in(claim.spans, times))) for claim in claims]


def _as_json(found: _Found) -> list[dict[str, Any]]:
    from claimcheck.render import claims, json

    return [{**json.claim(claim), **claims.as_json(one, claim)} for claim, one in found]


def _one(article: Article, segmenter: Segmenter, least: float, as_json: bool) -> str:
    from claimcheck.render import claims, json

    found = _found(article, segmenter, least)
    if as_json:
        return json.dump(json.claims(_as_json(found), article), indent=2)
    given, taken_apart = [claim for claim, _ in found], [one for _, one in found]
    return claims.claims(given, taken_apart, article, width=terminal_width(), colour=wants_colour())


def _article(value: dict[str, Any]) -> Article:
    """Return the article of one request.

    Spans are places in its text as given, so a title that does not stand there is no claim.
    """
    from claimcheck.datatypes import Article
    from claimcheck.loaders import locate

    text, title = text_of(value), optional(value, "title")
    return Article(
        outlet=optional(value, "outlet") or "",
        text=text,
        title=title,
        published=day_of(value),
        headline=locate(title, text) if title else None,
    )
