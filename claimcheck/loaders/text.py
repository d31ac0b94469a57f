"""Plain text and Markdown, with or without metadata on top."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.datatypes import Provenance
from claimcheck.loaders import fields as names
from claimcheck.loaders.compose import Defaults, Draft, Outcome, compose
from claimcheck.loaders.decoding import decode
from claimcheck.loaders.guesses import guess_from_text
from claimcheck.loaders.limits import FRONT_MATTER_CHARS_MAX
from claimcheck.loaders.records import described

_KEYS = {
    *(*names.TITLE, *names.OUTLET, *names.PUBLISHED, *names.URL, *names.MODIFIED),
    *(*names.ID, *names.LANGUAGE, "author", "byline"),
}
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


def read_text(data: bytes, provenance: Provenance, defaults: Defaults) -> Iterator[Outcome]:
    """Yield the article of one file; its text is the file's, less the metadata on top."""
    text, remarks = decode(data, provenance)
    fields, body = _split(text)
    try:
        draft = described(fields, body)
    except ValueError:
        draft = Draft(body)
    guessed = guess_from_text(body)
    draft = Draft(body, draft.known, guessed, draft.modified, draft.language, draft.source_id)
    if body.strip():
        yield from remarks
    yield from compose(draft, provenance, defaults)


def _split(text: str) -> tuple[dict[str, object], str]:
    """Part the metadata from the text; what cannot be read as metadata is text."""
    fields, body = _front_matter(text) or _key_lines(text, at_least=2) or ({}, text)
    return fields, body.lstrip("\r\n") if fields else body


def _front_matter(text: str) -> tuple[dict[str, object], str] | None:
    if not text.startswith("---"):
        return None
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    try:
        head, body = handler.split(text)
    except ValueError:
        return None
    if len(head) > FRONT_MATTER_CHARS_MAX:
        return None
    try:
        fields = handler.load(head)
    except Exception:  # PyYAML lets the errors of its constructors through, of any type
        # Mostly a title with a colon in it: good enough to be read line by line.
        lines = _key_lines(head.lstrip("\r\n"), at_least=1)
        return (lines[0], body) if lines else None
    return (fields, body) if isinstance(fields, dict) else None


def _key_lines(text: str, *, at_least: int) -> tuple[dict[str, object], str] | None:
    """Read `Title: ...` lines from the top down to the first line that is none."""
    fields: dict[str, object] = {}
    position = 0
    while line := _LINE.match(text, position):
        key, _, value = line[1].partition(":")
        if key.strip().lower() not in _KEYS or not value.strip():
            break
        fields.setdefault(key.strip(), value.strip().strip("\"'"))
        position = line.end()
    return (fields, text[position:]) if len(fields) >= at_least else None
