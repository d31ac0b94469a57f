"""Progress of long work, on standard error, and only where somebody watches."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="dim")


class Watch:
    """A progress bar with rate and time left; silent when standard error is no terminal."""

    def __init__(self, what: str, total: int | None, wanted: bool = True) -> None:
        # FORCE_COLOR makes rich take a log file for a terminal, so rich is not asked.
        self._is_shown = wanted and sys.stderr.isatty()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not self._is_shown,
            # Data goes to standard output, never through the bar to standard error.
            redirect_stdout=False,
        )
        self._task = self._progress.add_task(what, total=total)

    @property
    def is_shown(self) -> bool:
        """Tell whether anybody sees it."""
        return self._is_shown

    def __enter__(self) -> Watch:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def expect(self, total: int | None) -> None:
        """Say how much there is to do."""
        self._progress.update(self._task, total=total)

    def reach(self, done: int) -> None:
        """Say how much is done by now."""
        self._progress.update(self._task, completed=done)

    def advance(self, by: int) -> None:
        """Say that so much more is done."""
        self._progress.advance(self._task, by)
