"""One HTML page: its article and what it says about itself. Runs in the child process."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_ARTICLE_TYPE = re.compile(r"\w{0,40}Article|BlogPosting|LiveBlogPosting")
_NOT_PROSE = "script|style|noscript|nav|header|footer|aside|form|figure|template|svg|title|head"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds, every value as written there."""

    body: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None


def read_page(markup: str) -> Page:
    """Extract the article; an empty body when there is no text."""
    from lxml.etree import ParserError  # type: ignore[import-untyped]
    from trafilatura import bare_extraction, extract_metadata

    try:
        tree = _tree(markup)
    except ParserError:
        return Page("")
    linked, meta = _linked_data(tree), _meta(tree)
    # Without its extensive search, which takes any date on the page for the publication day.
    dates = {"original_date": True, "extensive_search": False}
    found = extract_metadata(_tree(markup), date_config=dates)
    document = bare_extraction(_tree(markup), include_comments=False)
    text = getattr(document, "text", None) or ""
    return Page(
        body=_paragraphs(text.splitlines()) or _plain(tree),
        title=_text(linked, "headline") or found.title or meta.get("og:title"),
        outlet=_text(linked, "publisher") or meta.get("og:site_name"),
        url=_canonical(tree) or meta.get("og:url") or _text(linked, "url"),
        published=_text(linked, "datePublished")
        or meta.get("article:published_time")
        or found.date,
        modified=_text(linked, "dateModified") or meta.get("article:modified_time"),
        language=tree.get("lang") or _text(linked, "inLanguage"),
    )


def _tree(markup: str) -> Any:
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    # As bytes, because lxml refuses text with an encoding declaration, which no longer holds.
    return document_fromstring(markup.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))


def _linked_data(tree: Any) -> Mapping[str, object]:
    """Return the JSON-LD node of the article, with its publisher looked up."""
    nodes = list(_nodes(tree))
    article = next((node for node in nodes if _is_article(node)), {})
    publisher = article.get("publisher")
    if isinstance(publisher, dict) and "name" not in publisher:
        named = (node for node in nodes if node.get("@id") == publisher.get("@id"))
        full = next((node for node in named if "name" in node), publisher)
        return {**article, "publisher": full}
    return article


def _nodes(tree: Any) -> Iterator[dict[str, object]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                waiting.append(value.get("@graph"))
                yield value


def _is_article(node: Mapping[str, object]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in names)


def _text(node: Mapping[str, object], key: str) -> str | None:
    value = node.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _meta(tree: Any) -> dict[str, str]:
    pairs = (
        (tag.get("property") or tag.get("name"), tag.get("content")) for tag in tree.iter("meta")
    )
    return {key.lower(): value for key, value in pairs if key and value}


def _canonical(tree: Any) -> str | None:
    links = tree.xpath('//link[@rel="canonical"]/@href')
    return str(links[0]) if links else None


def _plain(tree: Any) -> str:
    """Return the paragraphs of the article or body, for pages in which trafilatura finds none."""
    for tag in tree.xpath("|".join(f"//{name}" for name in _NOT_PROSE.split("|"))):
        if tag.getparent() is not None:
            tag.drop_tree()
    root = next(iter(tree.xpath("//article")), tree)
    paragraphs = [tag.text_content() for tag in root.xpath(".//p|.//h1|.//h2|.//h3|.//li")]
    return _paragraphs(paragraphs) or _paragraphs(root.text_content().splitlines())


def _paragraphs(lines: list[str]) -> str:
    flat = (" ".join(line.split()) for line in lines)
    return "\n\n".join(line for line in flat if line)
