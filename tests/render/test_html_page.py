"""The whole page: one file, safe, complete, readable without scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html
from test_hostile_reports import _poison, _unseen

from claimcheck import __version__, settings
from claimcheck.datatypes import Finding, Provenance
from claimcheck.render import FORMATS
from claimcheck.render.html import made


def _page(report):
    return html.fromstring(FORMATS["html"](report))


def _texts(page, path):
    return [re.sub(r"\s+", " ", one.text_content()).strip() for one in page.xpath(path)]


def _class(name):
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def test_parts_in_order(story):
    """What is in short, at a glance, found, left out, only here, the article, how it was made."""
    assert _texts(_page(story.full), "//h2") == [
        "In short",
        "At a glance",
        "What others say, claim by claim",
        "What others report and this article leaves out",
        "What only this article reports",
        "The article, with what was found on it",
        "How this was made",
    ]


def test_nothing_found(story):
    """A report without findings says what can be done, and shows no empty parts."""
    report = replace(story.report, findings=(), claims=())
    page = _page(report)
    assert _texts(page, "//h2")[1:] == [
        "The article, with what was found on it",
        "How this was made",
    ]
    assert _texts(page, _class("advice")) == [
        "No claims were found in this article, so there was nothing to compare."
    ]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [("de", "Ein Satz.", 1), ("en-GB", "A line.", 0), (None, "A line.", 0), (None, "قُتل " * 40, 1)],
)
def test_other_languages(story, language, text, told):
    """Where the rules cannot read an article, the report says so."""
    article = replace(story.article, language=language, text=text)
    page = _page(replace(story.report, article=article))
    assert len(page.xpath("//p[@class='advice'][contains(., 'English only')]")) == told


def test_head(story):
    """Title, outlet, day, a link to the article."""
    page = _page(story.report)
    assert _texts(page, "//h1") == ["Twelve hurt in harbour fire"]
    assert _texts(page, _class("byline")) == ["Coast Daily, 6 May 2024 · Read the article"]
    assert page.xpath("//p[@class='byline']/a/@href") == ["https://coast.example/fire"]


def test_tiles(story):
    """How many claims stand where, with a sign each."""
    assert _texts(_page(story.report), "//ul[@class='tiles']/li") == [
        "≠ 1 contradicted",
        "≈ 0 reported differently",
        "= 1 reported the same",
        "– 2 not found elsewhere",
    ]


def test_what_matters_most(story):
    """The contradiction in words, linked to its finding, and what is left out."""
    assert _texts(_page(story.full), "//ul[@class='foremost']/li") == [
        "≈ Claim 1 Northern Wire reports differently: Twelve people were injured in a fire at"
        " Larnhaven harbour on Monday. – number, update: “Twelve” (12) here, “At least 10” there",
        "+ Not found here Northern Wire and 1 other independent origin report: Police are looking"
        " for two witnesses.",
    ]


def test_a_finding(story):
    """Claim, marked words on both sides, differences, why, decision, scores: all in the page."""
    page = _page(story.full)
    (pair,) = page.xpath("//*[@data-match]")
    marks = [(one.get("data-k"), one.text) for one in pair.xpath(".//mark")]
    assert marks == [("number", "Twelve"), ("added", "on Monday"), ("number", "At least 10")]
    assert _texts(pair, ".//ul[@class='changes']/li") == [
        "number, update “Twelve” (12) here, “At least 10” there",
        "added “on Monday” only here",
    ]
    assert _texts(pair, ".//*[@class='why']") == ["The figures are compatible."]
    assert _texts(pair, ".//p[@class='decision']") == ["confirmed on 2024-05-08: Figures of Monday"]
    assert "similarity 0.88, vector rank 2" in _texts(pair, ".//details[@class='scores']")[0]


def test_decisions_name_their_pair(story):
    """What a script needs to export a decision stands in the page."""
    (pair,) = _page(story.full).xpath("//*[@data-match]")
    assert dict(pair.attrib) == {
        "data-match": story.update.id,
        "data-article": story.update.evidence.citation.article_id,
        "data-relation": "differs",
        "data-published": "2024-05-06",
        "data-judgement": "confirmed",
        "data-note": "Figures of Monday",
        "data-decided": "2024-05-08T09:30:00Z",
    }


def test_omissions(story):
    """Each origin with its words and its copies folded."""
    page = _page(story.full)
    assert _texts(page, "//li[@class='omission']/p") == ["2 independent origins, 3 claims"]
    assert _texts(page, "//li[@class='omission']//q") == [
        "Police are looking for two witnesses.",
        "The police want to hear two men who saw the fire.",
    ]
    assert _texts(page, "//li[@class='omission']//details/summary") == [
        "1 copy of the same text, counted once"
    ]


def test_only_this_article(story):
    """Claims that nobody else makes, with their places."""
    assert _texts(_page(story.report), "//ul[@class='alone']/li")[0] == (
        "We never received a warning[112:139] quotation, Ida Brandt"
    )


def test_styles_and_scripts_are_the_allowed_ones(story):
    """The policy lets nothing load or run but the two blocks whose hashes it names."""
    text = FORMATS["html"](story.full)
    policy = html.fromstring(text).xpath("//meta[@http-equiv]/@content")[0]
    blocks = re.findall(r"<(style|script)>(.*?)</\1>", text, re.DOTALL)
    hashed = [
        base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for _, block in blocks
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashed[0]}'; script-src 'sha256-{hashed[1]}';"
        " base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", text) == []


@pytest.mark.parametrize(
    "evil", ["<script>x</script>", 'x" onclick="x', "'><svg onload=x>", "</style></title>"]
)
def test_hostile_words_stay_words(story, evil):
    """The page has the same elements and attributes whatever the data says."""
    report = replace(story.full, claims=story.report.claims, findings=story.report.findings)
    plain, hostile = (_page(_poison(report, words)) for words in ("plain words", evil))
    assert _elements(hostile) == _elements(plain)


def test_no_unseen_characters(story):
    """No override, no control character, wherever it stood."""
    report = replace(story.full, claims=story.report.claims, findings=story.report.findings)
    assert _unseen(FORMATS["html"](_poison(report))) == set()


def _elements(page):
    return [(one.tag, sorted(set(one.keys()) - {"data-raw"})) for one in page.iter()]


def test_links_lead_to_the_web_or_the_page(story):
    """No address of another kind is followed, and each link within the page has a target."""
    citation = replace(story.nobody.evidence.citation, url="javascript:x")
    match = replace(story.nobody, evidence=replace(story.nobody.evidence, citation=citation))
    origins = (replace(story.report.findings[0].origins[0], matches=(match,)),)
    page = _page(replace(story.full, findings=(Finding(story.injured, origins),)))
    links = page.xpath("//a/@href")
    assert {link for link in links if not link.startswith(("#", "https://"))} == set()
    assert {link[1:] for link in links if link[0] == "#"} <= set(page.xpath("//*/@id"))


def test_ids_come_once(story):
    """Every id of the page is one element's."""
    ids = _page(replace(story.full, findings=story.report.findings)).xpath("//*/@id")
    assert sorted(set(ids)) == sorted(ids)


def test_how_it_was_made(story):
    """Signature, version and the thresholds in force; the command without the folders."""
    article = replace(story.article, provenance=Provenance("/home/ida/my story.txt"))
    report = replace(story.report, article=article)
    found = made.made(report)
    assert found.command == "claimcheck report 'my story.txt' -k 20 --format html -o report.html"
    assert found.parts[3] == ("k", "20", "candidates compared for each claim")
    assert all(value == f"{getattr(settings, name):g}" for name, value, _ in found.thresholds)
    text = FORMATS["html"](report)
    assert f"claimcheck {__version__}." in text
    assert "/home" not in text


def test_very_long_reports_stay_small(story):
    """300 claims with 10 origins each take less than 2 MB."""
    finding = story.report.findings[0]
    many = Finding(finding.claim, finding.origins * 5)
    assert len(FORMATS["html"](replace(story.report, findings=(many,) * 300)).encode()) < 2_000_000
