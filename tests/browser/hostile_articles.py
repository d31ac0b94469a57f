"""Articles whose every field attacks the reader of the report.

An attack that runs sets `window.ran`, opens a dialog, hides text, or asks for something over the
network. Each stands inside a sentence that the other outlet tells with another number, so that it
comes into the report on both sides, near a marked word; none holds a full stop or a question mark
that would end its sentence.
"""

from __future__ import annotations

from typing import Final

RUN: Final = "ran=alert(1)||1"

# What a reader must find as text, to the letter.
ATTACKS: Final = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>",
    f"--><img src=x onerror={RUN}>",
    f"]]><img src=https://evil.example/pixel onload={RUN}>",
    f"</style></title></textarea></template></details><svg/onload={RUN}>",
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}',
    f"' onclick='{RUN}' x='",
    f"<a href=javascript:{RUN}>here</a>",
    "<iframe srcdoc='<script>parent[`ran`]=1</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<base href=https://evil.example/><form action=//evil.example><button>go</button></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/steal.css>",
    "&lt;b&gt; &#60;script&#62; &amp;amp;",
    "{{ 7 * 7 }} {% raw %} ${" + RUN + "}",
    '"}],"decisions":[{"x":"\\u003c',
    "=cmd|'/C calc'",
)

# Characters that nobody sees, and that a report must not carry.
UNSEEN: Final = "\x00\x07\x1b[31m\u202e\u2066\u202a\u2067\x9b"
TRICKS: Final = f"reversed {UNSEEN}and unfinished"

ADDRESSES: Final = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//https://wire.example/",
    f" java\tscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f'https://wire.example/"onmouseover="{RUN}"><script>{RUN}</script>',
    f"https://wire.example/' onclick='{RUN}",
    "//evil.example/no-scheme",
)


def _text(votes: int) -> str:
    told = (*ATTACKS, TRICKS)
    return "\n\n".join(
        f"Ward {number} counted {votes + number} votes for the bridge {attack} on Friday."
        for number, attack in enumerate(told, start=1)
    )


HOSTILE: Final = {
    "outlet": f"Daily {ATTACKS[0]} {UNSEEN}Post",
    "title": f"Bridge </title>{ATTACKS[1]} {ATTACKS[6]} vote",
    "url": ADDRESSES[0],
    "date": "2024-05-06",
    "text": _text(200),
}
HOSTILE_OTHERS: Final = [
    {
        "id": f"{number}{ATTACKS[0]}",
        "outlet": f"Wire {number} {ATTACKS[number]} {UNSEEN}News",
        "title": f"Vote {ATTACKS[number]} on the bridge",
        "url": address,
        "date": "2024-05-07",
        "text": _text(300 + number),
    }
    for number, address in enumerate(ADDRESSES)
]
