"""Bytes from files and standard input, never more than asked for."""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
from pathlib import Path
from typing import BinaryIO

from claimcheck.loaders.limits import SNIFF_BYTES
from claimcheck.loaders.walk import Format

_GZIP = b"\x1f\x8b"
# "[UPDATED] Storm hits" is text, a bracket before a brace is JSON.
_JSON_ARRAY = re.compile(r"\[\s*[{\]]")
_JSON_OBJECT = re.compile(r'\{\s*["}]')
_MARKUP = re.compile(r"<[!?a-zA-Z]")
_HOLDS_ARTICLES = re.compile(r'\{\s*"articles"\s*:\s*\[')


class TooLargeError(Exception):
    """There are more bytes than allowed."""


class _Replay(io.RawIOBase):
    """A stream put together again after its first bytes were read; leaves that stream open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def open_file(path: Path) -> io.BufferedReader:
    """Open a file for reading, decompressed when its name ends in .gz."""
    if path.suffix.lower() == ".gz":
        return io.BufferedReader(gzip.open(path))
    return path.open("rb")


def open_stdin() -> tuple[Format, io.BufferedReader]:
    """Return standard input with the format its first bytes show, decompressed when gzipped."""
    if sys.stdin is None:
        raise OSError("standard input is closed")
    head, stream = _peek(sys.stdin.buffer)
    if head.startswith(_GZIP):
        head, stream = _peek(gzip.GzipFile(fileobj=stream))  # type: ignore[arg-type]
    return _sniff(head), stream


def read_bounded(stream: BinaryIO, limit_bytes: int) -> bytes:
    """Read a stream to its end; TooLargeError as soon as it is longer than `limit_bytes`."""
    data = stream.read(limit_bytes + 1)
    if len(data) > limit_bytes:
        raise TooLargeError(f"more than {limit_bytes // 1_000_000} MB")
    return data


def _peek(stream: BinaryIO) -> tuple[bytes, io.BufferedReader]:
    head = stream.read(SNIFF_BYTES)
    return head, io.BufferedReader(_Replay(head, stream))


def _sniff(head: bytes) -> Format:
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if utf16 else "utf-8-sig", "ignore").lstrip()
    if _JSON_ARRAY.match(text):
        return Format.JSON
    if _JSON_OBJECT.match(text):
        return _sniff_object(text)
    return Format.HTML if _MARKUP.match(text) else Format.TEXT


def _sniff_object(text: str) -> Format:
    """Tell one object over several lines from an object on each line."""
    if _HOLDS_ARTICLES.match(text):
        return Format.JSON
    first, _, rest = text.partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        # A first line that is damaged, or longer than what is at hand, does not parse either.
        looks_like_lines = first.rstrip().endswith("}") or rest.lstrip().startswith("{")
        return Format.JSON_LINES if looks_like_lines or not rest else Format.JSON
    return Format.JSON_LINES
