"""The marks stand where the differences are, in a browser's own count of characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_reports import match, report, side
from viewing import Open

from claimcheck.render.html import report as page_of

PAIRS = {
    "plain": ("[Twelve] people were hurt [on Monday]", "[Ten] people were hurt"),
    "emoji": ("😀😀 [12 👨‍👩‍👧‍👦] families 🇩🇪 left", "🔥 [14 👩🏽‍🚒🏳️‍🌈] crews left"),
    "combining": (
        "Cafe\u0301 Z\u0335a\u0323l\u0317go sold [12 cre\u0300mes] a day",
        "It sold [14 e\u0301clairs]",
    ),
    "arabic": ("قُتل [اثنا عشر] شخصا في الميناء", "قُتل [عشرة] أشخاص في الميناء"),
    "hebrew and English": ("שר החוץ said [12] ships באו", "he said [14 אניות] came"),
    "Chinese": ("港口有[十二人]受伤", "港口有[十人]受伤"),
    "long word": (f"It was {'a' * 300} [{'b' * 300}]", f"[{'ß' * 300}] it was"),
    "discontinuous": (
        "Trade came to | [$245 billion] last year",
        "Trade | came [to | $240 billion]",
    ),
    "brackets of tags": ("Rate <b>[12]</b> & [<i>]", "Rate [&lt;14&gt;]"),
}


@pytest.mark.parametrize("name", PAIRS)
def test_the_words_that_differ_are_marked(name: str, open_file: Open, tmp_path: Path) -> None:
    """Each mark holds exactly the words of its difference, on both sides."""
    ours, theirs = side(PAIRS[name][0], "Coast Daily"), side(PAIRS[name][1], "Northern Wire")
    path = tmp_path / "page.html"
    path.write_text(page_of(report([match(ours, theirs)])), "utf-8")
    assert open_file(path).marks() == [*ours.words, *theirs.words]
