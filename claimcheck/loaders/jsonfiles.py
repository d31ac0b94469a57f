"""JSON lines, one article on each, and JSON files that hold one article or a list of them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

from claimcheck.datatypes import Provenance, Reason, Skip
from claimcheck.loaders.compose import Defaults, Outcome
from claimcheck.loaders.decoding import byte_order, decode
from claimcheck.loaders.limits import LINE_BYTES_MAX
from claimcheck.loaders.records import read_record, text_of

_SKIPPED_AT_ONCE_BYTES = 65_536


def read_lines(stream: io.BufferedReader, path: str, defaults: Defaults) -> Iterator[Outcome]:
    """Yield what each line holds, as it is read; blank lines are no records."""
    empty = True
    for number, line in enumerate(_lines(stream), start=1):
        if line is None or line.strip():
            empty = False
            yield from _read_line(line, Provenance(path, number), defaults)
    if empty:
        yield Skip(Provenance(path), Reason.EMPTY, "no records")


def read_json(data: bytes, path: str, defaults: Defaults) -> Iterator[Outcome]:
    """Yield what one JSON file holds: an object, a list, or an object with a list `articles`."""
    provenance = Provenance(path)
    text, remarks = decode(data, provenance)
    if not text.strip():
        yield Skip(provenance, Reason.EMPTY)
        return
    try:
        records = _records(_parse(text))
    except ValueError as error:
        if _is_json_lines(text):
            # Many corpora are JSON lines in a file named .json.
            yield from read_lines(io.BufferedReader(io.BytesIO(data)), path, defaults)
            return
        yield Skip(provenance, Reason.BROKEN_RECORD, str(error))
        return
    yield from remarks
    if not isinstance(records, list):
        yield from read_record(records, provenance, defaults)
        return
    for number, record in enumerate(records, start=1):
        yield from read_record(record, Provenance(path, number), defaults)
    if not records:
        yield Skip(provenance, Reason.EMPTY, "no records")


def _read_line(line: bytes | None, provenance: Provenance, defaults: Defaults) -> Iterator[Outcome]:
    if line is None:
        detail = f"a line of more than {LINE_BYTES_MAX // 1_000_000} MB"
        yield Skip(provenance, Reason.TOO_LARGE, detail)
        return
    text, remarks = decode(line, provenance)
    try:
        record = _parse(text)
    except ValueError as error:
        yield Skip(provenance, Reason.BROKEN_RECORD, str(error))
        return
    yield from remarks
    records = _records(record)
    if records is record or not isinstance(records, list):
        yield from read_record(record, provenance, defaults)
        return
    # Some corpora put the articles of one event on one line.
    for nested in records:
        yield from read_record(nested, provenance, defaults)
    if not records:
        yield Skip(provenance, Reason.EMPTY, "no articles")


def _parse(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _records(value: object) -> object:
    """Return the list `articles` of an object that has no text itself, else the value."""
    if isinstance(value, dict) and isinstance(value.get("articles"), list) and not text_of(value):
        return value["articles"]
    return value


def _is_json_lines(text: str) -> bool:
    first, _, rest = text.lstrip().partition("\n")
    try:
        return isinstance(_parse(first), dict) and bool(rest.strip())
    except ValueError:
        return False


def _lines(stream: io.BufferedReader) -> Iterator[bytes | None]:
    """Yield the lines as UTF-8; None for one that is too long."""
    mark = byte_order(stream.peek(4)[:4])
    if mark is None or mark[1] == "utf-8":
        yield from _bounded(stream.readline)
        return
    # UTF-16 and UTF-32 have line ends only once they are decoded.
    wide = io.TextIOWrapper(stream, mark[1], errors="replace", newline="\n")
    try:
        yield from _bounded(lambda limit: wide.readline(limit).encode("utf-8", "replace"))
    finally:
        wide.detach()


def _bounded(readline: Callable[[int], bytes]) -> Iterator[bytes | None]:
    """Yield lines; of one that is too long only a piece is in memory at a time."""
    while line := readline(LINE_BYTES_MAX):
        if line.endswith(b"\n") or len(line) < LINE_BYTES_MAX:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = readline(_SKIPPED_AT_ONCE_BYTES)
        yield None
