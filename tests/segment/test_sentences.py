"""Where sentences begin and end, and of which kind their claims are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.datatypes import Article, Citation, Claim, ClaimKind, Span
from claimcheck.errors import InputError
from claimcheck.segment import SentenceSegmenter, find_segmenter

REPEATED = "Ferry runs aground near the old lighthouse of Hulm"


def segment(text: str, title: str | None = None, headline: Span | None = None) -> list[Claim]:
    return SentenceSegmenter().segment(Article("Hulm Post", text, title, headline=headline))


def texts(text: str) -> list[str]:
    return [claim.text for claim in segment(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Jane Smith met Ms. Jones and Mrs. Lee in the U.S. on Monday.",
        "On Monday Ms. Shackelford explained the plan to Lt. Col. Vindman.",
        "Sen. John McCain (R-Ariz.) said on Friday that the bill is dead.",
        "Senate Minority Leader Chuck Schumer, D-N.Y., said the plan was dead.",
        "Sen. Lindsey Graham, R-S.C., and Rep. Lee voted for the bill.",
        "It was No. 5 on the list that Mr. Xi read out.",
        "A Prop. 8 rally was held at Los Angeles City Hall.",
        "The filibuster ended at 12:38 a.m. Thursday, after 13 hours.",
        "Polls close at 8 p.m. ET in most places.",
        "He was elected mayor of St. Louis in Jan. 2016 by 12.5 percent.",
        "The U.S. Supreme Court agreed to hear Roe v. Wade again.",
        "“Mr. Trump has claimed that the Constitution allows it,” she said.",
        "Donald Trump Jr. and Amb. Sondland spoke to him by phone.",
        "Shares of Molson Coors Beverage Co. fell by $3.50 on Friday.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert texts(f"It rained all day. {sentence} Then it stopped again.") == [
        "It rained all day.",
        sentence,
        "Then it stopped again.",
    ]


@pytest.mark.parametrize(
    "pair",
    [
        ("Polls closed at 8 p.m.", "Voters went home in the rain."),
        ("He praised the work of Ms. Lee.", "Nobody else said a word."),
        ("The vitamin in question was C.", "It helped nobody at all."),
        ("They fled to the U.S.", "Others had stayed behind there."),
        ("The answer was a clear no.", "There was nothing left to say."),
    ],
)
def test_a_full_stop_ends_a_sentence(pair: tuple[str, str]) -> None:
    assert texts(" ".join(pair)) == list(pair)


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("Story highlights ", "Iran said on Saturday it would retaliate."),
        ("MOSCOW (Reuters) - ", "Iran said on Saturday it would retaliate."),
        ("MOSCOW, Jan 21 (Reuters) - ", "Iran said on Saturday it would retaliate."),
        ("Moscow, (APP - UrduPoint / Sputnik - 21st Jan, 2025) ", "Xi called Putin on Monday."),
        ("WASHINGTON — ", "“We lost by one vote,” she said."),
        ("WASHINGTON ― ", "“We lost by one vote,” she said."),
        ("BRIGANTINE, N.J. — ", "It was like Valentine’s Day on Halloween."),
        ("Des Moines, Iowa (CNN) ", "Jeb Bush won the invisible primary."),
        ("(CNN) -- ", "It was an ugly day in Congress."),
        ("SAN FRANCISCO—", "Wall Street did not get the growth it wanted."),
        ("", "The Royal Canadian Mounted Police (RCMP) Sergeant David Graham spoke."),
        ("", "Health and Human Services (HHS) Secretary Kathleen Sebelius resigned."),
        ("", "Sen. Ted Cruz (R-TX): “It lets states innovate and adopt solutions.”"),
        ("", "The European Union (EU) imposed new tariffs on steel."),
        ("", "Boeing — Airbus is the other one — sold fewer planes."),
    ],
)
def test_a_dateline_is_no_part_of_the_claim(opening: str, rest: str) -> None:
    [claim] = segment(opening + rest)
    assert (claim.text, claim.span.start) == (rest, len(opening))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The dam has held since Monday.", ClaimKind.STATEMENT),
        ("The dam has held, the mayor said.", ClaimKind.REPORTED),
        ("According to the mayor, the dam has held.", ClaimKind.REPORTED),
        ("“The dam has held since Monday,” the mayor said.", ClaimKind.QUOTATION),
        ('"The dam has held since Monday," the mayor said.', ClaimKind.QUOTATION),
        ("«The dam has held since Monday», the mayor said.", ClaimKind.QUOTATION),
        ("The mayor said at noon on Friday that it had “held”.", ClaimKind.REPORTED),
        ("The mayor called it a “miracle” and went home again.", ClaimKind.STATEMENT),
        ("“The dam has held since Monday.", ClaimKind.QUOTATION),
    ],
)
def test_kinds(sentence: str, kind: ClaimKind) -> None:
    assert [claim.kind for claim in segment(sentence)] == [kind]


def test_a_quotation_of_several_sentences() -> None:
    text = "He was calm. “We won. They lost by far,” he said. “It was over by noon.” Then all left."
    quotes = [claim.text for claim in segment(text) if claim.kind == ClaimKind.QUOTATION]
    assert "".join(quotes) == "“We won. They lost by far,” he said.“It was over by noon.”"


def test_the_headline_comes_first_and_only_once() -> None:
    text = f"{REPEATED}\n\n{REPEATED}.\n\nNobody was hurt on board."
    headline = Span(0, len(REPEATED))
    assert [(one.kind, one.text) for one in segment(text, REPEATED, headline)] == [
        (ClaimKind.HEADLINE, REPEATED),
        (ClaimKind.STATEMENT, "Nobody was hurt on board."),
    ]


@pytest.mark.parametrize("title", ["Is the dam safe?", "Live", "“Will it hold?”"])
def test_a_headline_that_states_nothing_is_no_claim(title: str) -> None:
    assert segment(f"{title}\n\nNo.", title, Span(0, len(title))) == []


def test_a_claim_has_its_citation_and_the_sentence_before() -> None:
    article = Article("Hulm Post", "Why so? The dam has held.", published="2025-03-04")
    citation = Citation(article.id, "Hulm Post", published="2025-03-04")
    [claim] = SentenceSegmenter().segment(article)
    assert replace(claim, checkworthiness=None) == Claim(
        citation, (Span(8, 25),), "The dam has held.", context="Why so?"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    lines = (
        "The ferry Astrid, which had left the harbour of Hulm at noon on",
        "Tuesday, ran aground in thick fog with more than two hundred on",
        "board. Nobody was hurt.",
    )
    text = end.join(lines)
    assert texts(text) == [text[: text.index(" Nobody")]]


def test_lines_that_are_not_wrapped_are_paragraphs_of_their_own() -> None:
    assert texts("The dam has held\nThe mayor has resigned.\nThe ferry ran aground.") == [
        "The mayor has resigned.",
        "The ferry ran aground.",
    ]


def test_a_block_without_end_is_cut_between_sentences() -> None:
    sentence = "The dam has held since Monday."
    assert texts(f"{sentence} " * 2_000) == [sentence] * 2_000


def test_segmenters_are_found_by_name_and_version() -> None:
    assert find_segmenter("sentences").name == find_segmenter("sentences-4").name == "sentences-4"
    for wrong in ("words", "sentences-9", "", "sentences-"):
        with pytest.raises(InputError):
            find_segmenter(wrong)


def test_a_mark_that_opens_the_next_sentence_belongs_to_it() -> None:
    text = 'The dam broke, she said on Friday. "It held until noon." Then the road went.'
    claims = find_segmenter("sentences").segment(Article("Herald", text))
    assert [claim.text for claim in claims] == [
        "The dam broke, she said on Friday.",
        '"It held until noon."',
        "Then the road went.",
    ]
