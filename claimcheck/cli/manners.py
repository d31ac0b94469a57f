"""How errors, interruptions and colours reach a person."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import IO, Any

import click

from claimcheck.errors import ClaimcheckError

INTERRUPTED = 130


class Trouble(click.ClickException):
    """An error of ours, shown as what went wrong and what to do next."""

    exit_code = 1

    def __init__(self, error: ClaimcheckError) -> None:
        super().__init__(error.message)
        self._hint = error.hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message and the hint to standard error."""
        say(f"Error: {self.message}")
        if self._hint:
            say(f"  Next: {self._hint}")


class PoliteGroup(click.Group):
    """A group whose commands never end in a traceback for something a person did."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program with a standard output that takes every character."""
        stdout = sys.stdout
        if isinstance(stdout, io.TextIOWrapper) and stdout.encoding.lower() != "utf-8":
            # Data is UTF-8 wherever it goes; an old terminal shows a ? for what it lacks.
            if stdout.isatty():
                stdout.reconfigure(errors="replace")
            else:
                stdout.reconfigure(encoding="utf-8")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn our errors and Ctrl-C into messages and exit codes."""
        try:
            return super().invoke(ctx)
        except ClaimcheckError as error:
            raise Trouble(error) from error
        except KeyboardInterrupt:
            say("Interrupted; nothing is broken. Run the same command again.")
            ctx.exit(INTERRUPTED)
        except OSError as error:
            # A closed pipe is how `| head` says that it has enough; click ends quietly on it.
            if error.errno == errno.EPIPE:
                raise
            raise Trouble(_refused(error)) from error


def _refused(error: OSError) -> ClaimcheckError:
    where = f" ({error.filename})" if error.filename else ""
    return ClaimcheckError(
        f"The system says: {error.strerror or error}{where}.",
        "Check the disk space and the permissions, then run the same command again.",
    )


def say(message: str) -> None:
    """Tell the person something, on standard error, without control characters from data."""
    clean = "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in message)
    click.echo(clean, err=True)


def show(text: str) -> None:
    """Print data or a report on standard output, ended by one line break."""
    click.echo(text, nl=not text.endswith("\n"))


def wants_colour() -> bool:
    """Tell whether standard output takes colour (see no-color.org; FORCE_COLOR overrules)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Return the columns of the terminal, 80 where there is none, 100 at most for reading."""
    import shutil

    return min(100, shutil.get_terminal_size((80, 24)).columns)
