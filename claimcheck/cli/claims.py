"""`claimcheck claims`."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import click

from claimcheck.cli.batch import JSON_LINES, answer_all, day_of, optional, text_of
from claimcheck.cli.manners import show, terminal_width, wants_colour
from claimcheck.cli.options import article_options, json_option, load_article

if TYPE_CHECKING:
    from claimcheck.datatypes import Article
    from claimcheck.segment import Segmenter


@click.command("claims", short_help="List the claims of one article.")
@click.argument("article", required=False)
@click.option("--batch", type=JSON_LINES, help="JSON lines; - for stdin.")
@click.option("--segmenter", default="sentences", show_default=True, help="How claims are cut out.")
@article_options
@json_option
def claims_command(article: str | None, batch: IO[str] | None, **options: Any) -> None:
    """List the claims of ARTICLE (a file, or - for standard input) with their exact places.

    \b
    claimcheck claims corpora/sample/incoming/putin-xi.txt
    claimcheck claims --batch articles.jsonl
    """
    from claimcheck.render import json
    from claimcheck.segment import find_segmenter

    if (article is None) == (batch is None):
        raise click.UsageError("Give an ARTICLE or --batch FILE.")
    segmenter = find_segmenter(options["segmenter"])
    if batch is not None:
        answer_all(
            batch,
            _article,
            lambda articles: [
                {"claims": [json.claim(claim) for claim in segmenter.segment(one)]}
                for one in articles
            ],
        )
    elif article is not None:
        show(_one(load_article(article, options), segmenter, options["as_json"]))


def _one(article: Article, segmenter: Segmenter, as_json: bool) -> str:
    from claimcheck.render import json, terminal

    claims = segmenter.segment(article)
    if as_json:
        return json.dump(json.claims(claims, article), indent=2)
    return terminal.claims(claims, article, width=terminal_width(), colour=wants_colour())


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
