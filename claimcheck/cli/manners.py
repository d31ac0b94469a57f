"""How errors, interruptions and colours reach a person."""

from __future__ import annotations

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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn our errors and Ctrl-C into messages and exit codes."""
        try:
            return super().invoke(ctx)
        except ClaimcheckError as error:
            raise Trouble(error) from error
        except KeyboardInterrupt:
            say("Interrupted.")
            ctx.exit(INTERRUPTED)


def say(message: str) -> None:
    """Tell the person something, on standard error, without control characters from data."""
    clean = "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in message)
    click.echo(clean, err=True)


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
