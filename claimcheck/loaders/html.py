"""HTML pages, read in a child process: a hostile page can cost ten seconds, but not the run.

The child is a program of its own and not a `multiprocessing` worker: those either run the caller's
script again or inherit its memory, threads and file locks.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import claimcheck
from claimcheck.datatypes import Provenance, Reason, Skip
from claimcheck.loaders.compose import Defaults, Draft, Outcome, compose
from claimcheck.loaders.decoding import declared_encoding, decode, storable
from claimcheck.loaders.limits import PAGE_SECONDS_MAX
from claimcheck.loaders.page import Page


class PageError(Exception):
    """The page ended the parser, or made it raise."""


class PageReader:
    """The child process; started by the first page, and again after a page that ended it."""

    def __init__(self, timeout_s: float = PAGE_SECONDS_MAX) -> None:
        self._timeout_s = timeout_s
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def read(self, markup: str) -> Page:
        """Return what the page holds; PageError says why it cannot be read."""
        if self._child is None:
            self._child = _start(self._timeout_s)
        assert self._child.stdin and self._child.stdout
        try:
            self._child.stdin.write(json.dumps(markup).encode() + b"\n")
            self._child.stdin.flush()
            answer = self._child.stdout.readline()
        except BrokenPipeError:
            answer = b""
        if not answer:
            raise PageError(self._why_it_ended())
        values = json.loads(answer)
        if "error" in values:
            raise PageError(f"the HTML parser failed: {values['error']}")
        return Page(**values)

    def _why_it_ended(self) -> str:
        assert self._child
        status = self._child.wait()
        self.__exit__()
        if status == -signal.SIGALRM:
            return f"took longer than {self._timeout_s:g} s"
        return f"the HTML parser ended with status {status}"


def read_html(
    data: bytes, provenance: Provenance, defaults: Defaults, pages: PageReader
) -> Iterator[Outcome]:
    """Yield the article of one page, or why it cannot be read."""
    markup, remarks = decode(data, provenance, declared_encoding(data))
    try:
        # NUL would end the page for libxml2 before 2.14.
        page = pages.read(storable(markup))
    except PageError as error:
        yield Skip(provenance, Reason.UNREADABLE, str(error))
        return
    if page.body:
        yield from remarks
    known = Defaults(page.outlet, page.title, page.url, page.published)
    draft = Draft(page.body, known, modified=page.modified, language=page.language)
    yield from compose(draft, provenance, defaults)


def _start(timeout_s: float) -> subprocess.Popen[bytes]:
    # The child finds this package where it is, and nothing in the folder it happens to run in.
    home = str(Path(claimcheck.__file__).parents[1])
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 - our own module, no shell
        [sys.executable, "-P", "-m", "claimcheck.loaders.pagechild", str(timeout_s)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
