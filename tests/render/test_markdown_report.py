"""The Markdown report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.datatypes import Finding, Origin, Span
from claimcheck.render import markdown

REPORT = """\
# Twelve hurt in harbour fire

From Coast Daily, 2024-05-06, <https://coast.example/fire>

2 claims compared with 3 other outlets (9 pairs of claims): 0 contradicted, 1 reported \
differently, 0 reported the same, 1 not found elsewhere. What was found goes back to 1 \
independent origin. 2 matches that you rejected are left out.

## What matters most

- Claim 1: Northern Wire reports differently: “Twelve people were injured in a fire at \
Larnhaven harbour on Monday.” – number, update: “Twelve” (12) here, “At least 10” there
- Not found here: Northern Wire and 1 other independent origin report: “Police are looking \
for two witnesses.”

## Claim 1, reported differently

> “**Twelve** people were injured in a fire at Larnhaven harbour **on Monday**.” \\[0:68\\]

1 independent origin, 2 matching claims

### Reports differently: Northern Wire, 2024-05-06

> “**At least 10** people were injured in the fire at Larnhaven harbour.” \\[0:65\\]

- number, update: “Twelve” (12) here, “At least 10” there
- added: “on Monday” only here
- why: The figures are compatible.
- confirmed by you on 2024-05-08: Figures of Monday
- source: <https://wire.example/fire>
- similarity 0.88, vector rank 2, confidence 0.70
- also, as copies: Evening Echo (2024-05-07, <https://echo.example/fire>)

## Others report, not found here

### 2 independent origins, 3 claims

> “Police are looking for two witnesses.” \\[66:103\\]

- source: Northern Wire, 2024-05-06, <https://wire.example/fire>
- also, as copies: Evening Echo (2024-05-07, <https://echo.example/fire>)

> “The police want to hear two men who saw the fire.” \\[66:115\\]

- source: Harbour Post, 2024-05-07, <https://post.example/nobody>

## Nobody else reports

- “We never received a warning” \\[112:139\\]

The same article, command and signature give the same report. Signature: \
seg:1\\|enc:minilm@ab12\\|store:exact\\|k:20\\|nli:none\\|v:0.1.0
"""


def test_whole_report(story):
    """The same order as in the terminal."""
    assert markdown.report(story.full) == REPORT


def test_omissions_stop_at_ten(story):
    """As silent claims do."""
    text = markdown.report(replace(story.report, omissions=(story.omission,) * 12))
    assert text.count("### 2 independent origins, 3 claims") == 10
    assert "\n\n... and 2 more\n\n## Nobody else reports\n" in text


def test_silent_claims_stop_at_ten(story):
    """As in the terminal."""
    claims = tuple(replace(story.damage, spans=(Span(n, n + 1),)) for n in range(11))
    eleven, ten = (
        markdown.report(replace(story.report, claims=some, findings=()))
        for some in (claims, claims[:10])
    )
    assert "\\[9:10\\]\n- ... and 1 more\n" in eleven
    assert "more\n" not in ten


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<script>a&b</script>", "&lt;script&gt;a&amp;b&lt;/script&gt;"),
        ("a|b `c` *d* _e_ ~f~ $g$", r"a\|b \`c\` \*d\* \_e\_ \~f\~ \$g\$"),
        ("[x](javascript:1) ![y]", r"\[x\](javascript:1) \!\[y\]"),
        ("a\n\n# b\r\n---", r"a \# b ---"),
        ("\\*", r"\\\*"),
        ("by @ann, a@b.example @ 3", "by @\u2060ann, a@b.example @ 3"),
        ("\x1b[31m\u202eab", r"\[31mab"),
    ],
)
def test_escape(data, shown):
    """Nothing in the data becomes markup, and nothing starts a new line."""
    assert markdown.escape(data) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("HTTPS://x.example/a b", "<HTTPS://x.example/a%20b>"),
        ("https://x.example/<b>|`", "<https://x.example/%3Cb%3E%7C%60>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("data:text/html,<b>", "data:text/html,&lt;b&gt;"),
    ],
)
def test_only_web_addresses_become_links(story, url, shown):
    """Any other scheme is shown as text."""
    report = replace(story.report, article=replace(story.article, url=url))
    assert markdown.report(report).splitlines()[2] == f"From Coast Daily, 2024-05-06, {shown}"


def test_hostile_quote_stays_in_its_quotation(story):
    """A line break in a quotation cannot leave the quotation block; marks keep their blanks."""
    evidence = replace(story.nobody.evidence, text="a\n# *b* c")
    comparison = replace(
        story.nobody.comparison,
        differences=(replace(story.nobody.comparison.differences[0], in_evidence=Span(4, 7)),),
    )
    hostile = replace(story.nobody, evidence=evidence, comparison=comparison)
    report = replace(story.report, findings=(Finding(story.injured, (Origin((hostile,)),)),))
    assert "\n> “a \\# **\\*b\\*** c” \\[0:52\\]\n" in markdown.report(report)
