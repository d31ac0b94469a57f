"""The way from paths to articles."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.datatypes import Article, Provenance, Reason, Remark, Skip
from claimcheck.errors import InputError
from claimcheck.loaders.compose import NOTHING_GIVEN, Defaults, Outcome
from claimcheck.loaders.html import PageReader, read_html
from claimcheck.loaders.jsonfiles import read_json, read_lines
from claimcheck.loaders.limits import ARTICLE_BYTES_MAX, JSON_BYTES_MAX
from claimcheck.loaders.streams import TooLargeError, open_file, open_stdin, read_bounded
from claimcheck.loaders.text import read_text
from claimcheck.loaders.walk import Format, Source, walk


def load(
    paths: Iterable[str], *, defaults: Defaults = NOTHING_GIVEN, limit: int | None = None
) -> Iterator[Outcome]:
    """Yield one article or skip for everything given, each after the remarks on it.

    A path is a file, a folder or `-` for standard input. Given is each record of a JSON file and
    each file of another format, so articles and skips add up to what was given. `limit` ends the
    stream after so many articles.
    """
    left = limit
    with PageReader() as pages:
        outcomes = (item for source in walk(paths) for item in _outcomes(source, defaults, pages))
        while left != 0 and (outcome := next(outcomes, None)) is not None:
            yield outcome
            if left is not None and isinstance(outcome, Article):
                left -= 1


def load_one(path: str, *, defaults: Defaults = NOTHING_GIVEN) -> Article:
    """Return the only article of a file; what `defaults` says wins over what the file says."""
    found: Article | None = None
    for outcome in load([path], defaults=replace(defaults, override=True)):
        if isinstance(outcome, Remark):
            continue
        if found is not None:
            hint = "Give a file with one article, or put all of them into the index."
            raise InputError(f"{path} holds more than one article.", hint)
        if isinstance(outcome, Skip):
            raise _refusal(path, outcome)
        found = outcome
    assert found is not None  # everything given yields an article or a skip
    return found


def _outcomes(source: Source | Skip, defaults: Defaults, pages: PageReader) -> Iterator[Outcome]:
    if isinstance(source, Skip):
        yield source
        return
    provenance = Provenance(source.name)
    try:
        if source.path is None or source.format is None:
            form, stream = open_stdin()
        else:
            form, stream = source.format, open_file(source.path)
        with stream:
            yield from _read(form, stream, provenance, defaults, pages)
    except TooLargeError as error:
        yield Skip(provenance, Reason.TOO_LARGE, str(error))
    except (OSError, EOFError, zlib.error) as error:
        detail = getattr(error, "strerror", None) or str(error)
        yield Skip(provenance, Reason.UNREADABLE, detail)


def _read(
    form: Format,
    stream: io.BufferedReader,
    provenance: Provenance,
    defaults: Defaults,
    pages: PageReader,
) -> Iterator[Outcome]:
    if form is Format.JSON_LINES:
        return read_lines(stream, provenance.path, defaults)
    if form is Format.JSON:
        return read_json(read_bounded(stream, JSON_BYTES_MAX), provenance.path, defaults)
    data = read_bounded(stream, ARTICLE_BYTES_MAX)
    if form is Format.HTML:
        return read_html(data, provenance, defaults, pages)
    return read_text(data, provenance, defaults)


def _refusal(path: str, skip: Skip) -> InputError:
    hints = {
        Reason.MISSING: "Check the path.",
        Reason.EMPTY: "Give a file with the text of an article.",
        Reason.UNSUPPORTED: "Known are .txt, .md, .html, .json and .jsonl, each also with .gz.",
    }
    why = f"{skip.reason}: {skip.detail}" if skip.detail else skip.reason.value
    hint = hints.get(skip.reason, "Check the file, or paste the text into a .txt file.")
    return InputError(f"Cannot use {path}: {why}.", hint)
