"""From lines of styled pieces to text of a given width. The only module that needs rich."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Styled = tuple[str, str]
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: pieces of text, each with a rich style.

    `margin` stands before the first row, blanks of the same length before the others. Without
    `fold` no word is broken: an address longer than the width stays whole, to be copied.
    """

    pieces: tuple[Styled, ...] = ()
    margin: str = ""
    fold: bool = True


def draw(lines: Iterable[Line], width: int, colour: bool) -> str:
    """Lay out the lines; without `colour` the text holds no escape sequence."""
    target = StringIO()
    console = _console(target, max(width, _NARROWEST), colour)
    for line in lines:
        for row in _rows(line, console):
            console.print(row, soft_wrap=True)
    return target.getvalue()


def _console(target: StringIO, width: int, colour: bool) -> Console:
    from rich.console import Console

    # An empty environment: the same report must come out whatever TERM or NO_COLOR say.
    return Console(
        file=target,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )


def _rows(line: Line, console: Console) -> Iterator[Text]:
    from rich.cells import cell_len
    from rich.text import Text

    text = Text.assemble(*line.pieces)
    indent = cell_len(line.margin)
    width = console.width - indent
    if line.fold:
        wrapped = text.wrap(console, width, overflow="fold")
    else:
        wrapped = text.divide(_breaks(text.plain, width))
    for number, row in enumerate(wrapped):
        row.rstrip()
        margin = " " * indent if number else line.margin
        yield Text(margin) + row if row else Text("")


def _breaks(text: str, width: int) -> Iterator[int]:
    """Yield where to break between words; rich can only fold a long word or not wrap at all."""
    from rich.cells import cell_len

    used = 0
    for word in re.finditer(r"\S+\s*", text):
        if used and used + cell_len(word[0].rstrip()) > width:
            yield word.start()
            used = 0
        used += cell_len(word[0])
