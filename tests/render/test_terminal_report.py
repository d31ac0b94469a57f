"""The terminal report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.datatypes import Finding, Origin, Relation, Scores, Span
from claimcheck.render import terminal
from claimcheck.render.layout import Line, draw

REPORT = """\
Twelve hurt in harbour fire
Coast Daily, 2024-05-06
https://coast.example/fire

4 claims compared with 3 other outlets (9 pairs of claims): 1 contradicted, 0
reported differently, 1 reported the same, 2 not found elsewhere. What was found
goes back to 3 independent origins.

WHAT MATTERS MOST
 - Claim 1: Harbour Post contradicts: “Twelve people were injured in a fire at
   Larnhaven harbour on Monday.” – negation: “Twelve people” here, “Nobody”
   there

CLAIM 1, contradicted
   “[Twelve people] were injured in a fire at Larnhaven harbour [on Monday].”
   [0:68]
   2 independent origins, 3 matching claims: contradicted by 1, reported
   differently by 1

 * CONTRADICTS  Harbour Post, 2024-05-07
   “[Nobody] was injured in the fire at Larnhaven harbour.”  [0:52]
   - negation: “Twelve people” here, “Nobody” there
   One says that people were injured, the other that nobody was.
   https://post.example/nobody
   similarity 0.83, vector rank 1, lexical rank 2, confidence 0.91
   NLI there to here: entailment 0.01, neutral 0.04, contradiction 0.95
   NLI here to there: entailment 0.02, neutral 0.08, contradiction 0.90

 * REPORTS DIFFERENTLY  Northern Wire, 2024-05-06
   “[At least 10] people were injured in the fire at Larnhaven harbour.”  [0:65]
   - number: “Twelve” here, “At least 10” there
   - added: “on Monday” only here
   The figures are compatible.
   https://wire.example/fire
   similarity 0.88, vector rank 2, confidence 0.70
   also, as copies: Evening Echo (2024-05-07, https://echo.example/fire)

CLAIM 2, reported the same
   “The ferry terminal will reopen on Friday.”  [69:110]
   1 independent origin, 1 matching claim

 * REPORTS THE SAME  Evening Echo, undated
   “Ferries will be back on Friday.”  [0:31]
   similarity 0.79, confidence 0.80

NOBODY ELSE REPORTS
 - “We never received a warning”  [112:139]
 - “The damage is put at 3 million euros.”  [174:211]

Words in [brackets] differ; [start:end] is a place in the article's text.

The same article, command and signature give the same report.
signature: seg:1|enc:minilm@ab12|store:exact|k:20|nli:none|v:0.1.0
"""


def test_whole_report(story):
    """A reader without colour sees everything, in order."""
    assert terminal.report(story.report, colour=False) == REPORT


def test_colour_marks_the_differing_words(story):
    """With colour, bold and underline take the place of the brackets."""
    text = terminal.report(story.report, colour=True)
    assert "“\x1b[1;4mNobody\x1b[0m was injured" in text
    assert "[Nobody]" not in text


def test_environment_changes_nothing(story, monkeypatch):
    """The caller decides about colour and width, not the variables of the shell."""
    coloured = terminal.report(story.report, colour=True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "40")
    assert terminal.report(story.report, colour=True) == coloured
    assert terminal.report(story.report, colour=False) == REPORT


def test_no_findings(story):
    """An empty report says so, and what can be done."""
    report = replace(story.report, claims=(story.damage,), findings=())
    assert (
        terminal.report(report, colour=False)
        == """\
Twelve hurt in harbour fire
Coast Daily, 2024-05-06
https://coast.example/fire

1 claim compared with 3 other outlets (9 pairs of claims): 0 contradicted, 0
reported differently, 0 reported the same, 1 not found elsewhere.

No other outlet in the index reports anything comparable. Index more outlets
that cover the story, then run the report again.

NOBODY ELSE REPORTS
 - “The damage is put at 3 million euros.”  [174:211]

The same article, command and signature give the same report.
signature: seg:1|enc:minilm@ab12|store:exact|k:20|nli:none|v:0.1.0
"""
    )


FULL = """\
goes back to 1 independent origin. 2 matches that you rejected are left out.

WHAT MATTERS MOST
 - Claim 1: Northern Wire reports differently: “Twelve people were injured in a
   fire at Larnhaven harbour on Monday.” – number, update: “Twelve” (12) here,
   “At least 10” there
 - Not found here: Northern Wire and 1 other independent origin report: “Police
   are looking for two witnesses.”

CLAIM 1, reported differently
   “[Twelve] people were injured in a fire at Larnhaven harbour [on Monday].”
   [0:68]
   1 independent origin, 2 matching claims

 * REPORTS DIFFERENTLY  Northern Wire, 2024-05-06
   “[At least 10] people were injured in the fire at Larnhaven harbour.”  [0:65]
   - number, update: “Twelve” (12) here, “At least 10” there
   - added: “on Monday” only here
   The figures are compatible.
   confirmed by you on 2024-05-08: Figures of Monday
   https://wire.example/fire
   similarity 0.88, vector rank 2, confidence 0.70
   also, as copies: Evening Echo (2024-05-07, https://echo.example/fire)

OTHERS REPORT, NOT FOUND HERE

 * 2 independent origins, 3 claims
   Northern Wire, 2024-05-06
   “Police are looking for two witnesses.”  [66:103]
   https://wire.example/fire
   also, as copies: Evening Echo (2024-05-07, https://echo.example/fire)
   Harbour Post, 2024-05-07
   “The police want to hear two men who saw the fire.”  [66:115]
   https://post.example/nobody

NOBODY ELSE REPORTS
 - “We never received a warning”  [112:139]
"""


def test_updates_decisions_and_omissions(story):
    """What a person decided stands at its match; what the article leaves out after the findings."""
    assert FULL in terminal.report(story.full, colour=False)


def test_omissions_stop_at_ten(story):
    """As silent claims do."""
    report = replace(story.report, omissions=(story.omission,) * 12)
    text = terminal.report(report, colour=False)
    assert text.count(" * 2 independent origins, 3 claims\n") == 10
    assert "\n\n   ... and 2 more\n\nNOBODY ELSE REPORTS\n" in text


def test_silent_claims_stop_at_ten(story):
    """A long list of claims without a counterpart is cut, and says by how much."""
    claims = tuple(replace(story.damage, spans=(Span(n, n + 1),)) for n in range(13))
    ten = terminal.report(replace(story.report, claims=claims[:10], findings=()), colour=False)
    text = terminal.report(replace(story.report, claims=claims, findings=()), colour=False)
    assert "more\n" not in ten
    assert text.count("The damage is put") == 10
    assert "[9:10]\n   ... and 3 more\n" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_width_is_kept(story, width):
    """Only addresses and the signature, which are there to be copied, may be longer."""
    reports = (story.report, story.full)
    texts = [terminal.report(one, width=width, colour=False) for one in reports]
    lines = [line for text in texts for line in text.splitlines()]
    long = [line for line in lines if len(line) > width]
    assert all("https://" in line or "seg:1|" in line for line in long)


def test_wide_characters_keep_the_width(story):
    """A Chinese character takes two columns; a word without blanks is folded."""
    words = "港口火灾" * 30
    claim = replace(story.damage, text=words)
    report = replace(story.report, claims=(claim,), findings=())
    rows = [row for row in terminal.report(report, colour=False).splitlines() if "港" in row]
    assert "".join(row.strip(" -") for row in rows).startswith(f"“{words}”")
    assert max(len(row) + sum(row.count(char) for char in "港口火灾") for row in rows) <= 80


def test_long_address_stays_whole(story):
    """An address is never broken, so that it can be copied, nor drags other words along."""
    url = "https://wire.example/" + "a" * 100
    copy = replace(story.reprint.evidence.citation, url=url)
    reprint = replace(story.reprint, evidence=replace(story.reprint.evidence, citation=copy))
    origin = Origin((story.at_least, reprint))
    report = replace(
        story.report,
        article=replace(story.article, url=url),
        findings=(Finding(story.injured, (origin,)),),
        signature="s" * 100,
    )
    rows = terminal.report(report, colour=False).splitlines()
    assert [rows[2], rows[-1]] == [url, "s" * 100]
    assert f"   {url})" in rows


def test_words_that_fit_exactly_stay_on_the_row():
    """The last column is used, whether words may be folded or not."""
    for fold in (True, False):
        line = Line((("aaaa bbbbb cccccc ddd ee", ""),), fold=fold)
        assert draw([line], 20, False) == "aaaa bbbbb cccccc\nddd ee\n"
        line = Line((("aaaa bbbbb cccccc dd ee", ""),), fold=fold)
        assert draw([line], 20, False) == "aaaa bbbbb cccccc dd\nee\n"


def test_hostile_strings(story):
    """Escape sequences and overrides vanish; markup of rich stays plain text."""
    article = replace(
        story.article,
        title="\x1b[31mRed\x1b[0m [red]tag[/red]\u202e :smile:\x9b2J",
        outlet="A\x07\nB",
        url="https://x.example/a b\x1b]8;;",
    )
    head = terminal.report(replace(story.report, article=article), colour=False).splitlines()[:3]
    assert head == [
        "[31mRed[0m [red]tag[/red] :smile:2J",
        "A B, 2024-05-06",
        "https://x.example/a%20b]8;;",
    ]


def test_hostile_strings_in_a_match(story):
    """Every string of a match goes through the same cleaning."""
    evil = "x\x1b[2Jx\u2067"
    citation = replace(story.nobody.evidence.citation, outlet=evil, published=evil, url=evil)
    evidence = replace(
        story.nobody.evidence, citation=citation, text=evil, speaker=evil, reading=evil + "!"
    )
    comparison = replace(story.nobody.comparison, why=evil, differences=())
    hostile = replace(story.nobody, evidence=evidence, comparison=comparison)
    finding = Finding(story.injured, (Origin((hostile, hostile)),))
    report = replace(story.report, findings=(finding,), signature=evil)
    text = terminal.report(report, colour=False)
    assert text.count("x[2Jx") == 12
    assert not set(text) & set("\x1b\u2067")


def test_lookup(story):
    """A typed-in query has no place in an article."""
    assert (
        terminal.lookup(story.lookup, colour=False)
        == """\
“Twelve people injured”

1 claim of 1 outlet, closest first.

1. REPORTS DIFFERENTLY  Northern Wire, 2024-05-06
   “[At least 10] people were injured in the fire at Larnhaven harbour.”  [0:65]
   - number: “Twelve” here, “At least 10” there
   - added: “on Monday” only here
   The figures are compatible.
   https://wire.example/fire
   similarity 0.88, vector rank 2, confidence 0.70

signature: seg:1|enc:minilm@ab12|store:exact|k:20|nli:none|v:0.1.0
"""
    )


def test_lookup_without_results(story):
    """Nothing found is said in words."""
    text = terminal.lookup(replace(story.lookup, matches=()), colour=False)
    assert "No claim in the index comes close. Index more outlets, then look again.\n" in text


def test_match(story):
    """A compared pair shows both sides; a score that is no number is left out."""
    pair = replace(story.nobody, scores=Scores(float("nan")))
    assert (
        terminal.match(pair, colour=False)
        == """\
here: Coast Daily, 2024-05-06
   “[Twelve people] were injured in a fire at Larnhaven harbour on Monday.”
   [0:68]

CONTRADICTS  there: Harbour Post, 2024-05-07
   “[Nobody] was injured in the fire at Larnhaven harbour.”  [0:52]
   - negation: “Twelve people” here, “Nobody” there
   One says that people were injured, the other that nobody was.
   https://post.example/nobody
   confidence 0.91
   NLI there to here: entailment 0.01, neutral 0.04, contradiction 0.95
   NLI here to there: entailment 0.02, neutral 0.08, contradiction 0.90
"""
    )


def test_article_without_address(story):
    """Where an article has no address, its title leads there."""
    citation = replace(story.friday.evidence.citation, title="Ferries return")
    friday = replace(story.friday, evidence=replace(story.friday.evidence, citation=citation))
    assert "   no address; article: Ferries return\n" in terminal.match(friday, colour=False)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_words(story, relation):
    """No relation breaks the report."""
    comparison = replace(story.friday.comparison, relation=relation)
    finding = Finding(story.reopen, (Origin((replace(story.friday, comparison=comparison),)),))
    text = terminal.report(replace(story.report, findings=(finding,)), colour=True)
    assert "Evening Echo, undated" in text
