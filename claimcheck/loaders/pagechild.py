"""The child process that reads HTML pages: JSON strings in, JSON objects out, by line."""

from __future__ import annotations

import json
import resource
import signal
import sys
from dataclasses import asdict

from claimcheck.loaders.limits import PAGE_MEMORY_BYTES_MAX
from claimcheck.loaders.page import read_page


def serve(timeout_s: float) -> None:
    """Answer until standard input ends; SIGALRM ends the process when a page takes too long."""
    # Imported before the clock of the first page starts.
    import trafilatura  # noqa: F401

    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    resource.setrlimit(resource.RLIMIT_AS, (PAGE_MEMORY_BYTES_MAX, PAGE_MEMORY_BYTES_MAX))
    for line in sys.stdin.buffer:
        # The default action of the signal also stops C code, which no Python handler would.
        signal.setitimer(signal.ITIMER_REAL, timeout_s)
        answer = _answer(line)
        signal.setitimer(signal.ITIMER_REAL, 0)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _answer(line: bytes) -> dict[str, str | None]:
    try:
        return asdict(read_page(json.loads(line)))
    except Exception as error:  # whatever a page does to three parsers, the next one is read
        return {"error": type(error).__name__}


if __name__ == "__main__":
    serve(float(sys.argv[1]))
