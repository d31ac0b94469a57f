"""Sources, cues and contents of an article."""

from __future__ import annotations

import pytest

from claimcheck.annotate.attribution import attributions
from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.datatypes import Attribution, Quoting, Stance
from claimcheck.segment.blocks import blocks, sentences

Words = tuple[str, str, str]


def read(text: str) -> list[Attribution]:
    places = [
        (span, number)
        for number, block in enumerate(blocks(text))
        for span in sentences(text, block, "en")
    ]
    docs = parse(span.of(text) for span, _ in places)
    parsed = [Sentence(span, doc, number) for (span, number), doc in zip(places, docs, strict=True)]
    return attributions(text, parsed)


def words(text: str) -> list[Words]:
    def joined(one: Attribution) -> Words:
        source, cue, content = (
            " | ".join(span.of(text) for span in part)
            for part in (one.source, one.cue, one.content)
        )
        return source, cue, content

    return [joined(one) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orr said that the plan was dead.", ("Ann Orr", "said", "that the plan was dead")),
        ("The plan was dead, Ann Orr said.", ("Ann Orr", "said", "The plan was dead")),
        (
            "According to police, two people died.",
            ("police", "According to", "two people died"),
        ),
        ("Two people died, according to police.", ("police", "according to", "Two people died")),
        (
            "Police said in a statement that two people had died.",
            ("Police", "said in a statement", "that two people had died"),
        ),
        (
            "The minister declined to say whether he would resign.",
            ("The minister", "declined to say", "whether he would resign"),
        ),
        (
            "The senator was quoted as saying the bill was dead.",
            ("The senator", "was quoted as saying", "the bill was dead"),
        ),
        (
            "Orr is accused of leaking documents.",
            ("", "is accused", "Orr | of leaking documents"),
        ),
        ("Orr is said to have left.", ("", "is said", "Orr | to have left")),
        (
            "Orr reportedly resigned on Friday.",
            ("", "reportedly", "Orr | resigned on Friday"),
        ),
        (
            "Orr accused Dahl of lying.",
            ("Orr", "accused", "Dahl of lying"),
        ),
        (
            "The plan was rejected by officials.",
            ("officials", "was rejected by", "The plan"),
        ),
        (
            "The poll shows Orr with a lead of five points.",
            ("The poll", "shows", "Orr with a lead of five points"),
        ),
    ],
)
def test_indirect_speech(text: str, expected: Words) -> None:
    assert words(text) == [expected]


def test_a_noun_reports() -> None:
    text = "The man's claim that he was at home surprised the court."
    assert words(text) == [("The man's", "claim", "that he was at home")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is dead," Orr said.', ("Orr", "said", '"It is dead,"')),
        ("“It is dead,” said Ann Orr, a farmer.", ("Ann Orr, a farmer", "said", "“It is dead,”")),
        ("Orr said: “It is dead.”", ("Orr", "said", "“It is dead.”")),
        ("“Go back,” Orr barked.", ("Orr", "barked", "“Go back,”")),
        (
            "“It is dead,” Orr told reporters, “and so is hers.”",
            ("Orr", "told", "“It is dead,” | “and so is hers.”"),
        ),
        ("“It is dead. It was late,” he said.", ("he", "said", "“It is dead. It was late,”")),
    ],
)
def test_direct_speech(text: str, expected: Words) -> None:
    assert words(text) == [expected]
    assert [one.quoting for one in read(text)] == [Quoting.DIRECT]


def test_words_in_marks_within_a_report_are_mixed() -> None:
    assert [one.quoting for one in read("Orr said the plan was “dead” and late.")] == [
        Quoting.MIXED
    ]


def test_the_next_sentence_in_marks_goes_on() -> None:
    text = "“It is dead,” Orr said. “It was late.”\n\nThe vote is on Monday."
    assert words(text) == [("Orr", "said", "“It is dead,” | “It was late.”")]


def test_the_next_paragraph_goes_on_while_the_marks_stay_open() -> None:
    text = "“It is dead,” Orr said. “It was late.\n\n“And it was dear.”"
    assert words(text) == [("Orr", "said", "“It is dead,” | “It was late. | “And it was dear.”")]


def test_the_paragraph_before_belongs_to_the_source_of_its_last_one() -> None:
    text = "“We began early.\n\n“We ended late,” said Orr."
    assert words(text) == [("Orr", "said", "“We began early. | “We ended late,”")]


def test_a_colon_announces_the_next_paragraph() -> None:
    text = "Orr wrote this in a letter to the town, and added:\n\n“It is dead.”"
    assert words(text)[-1][2] == "“It is dead.”"


def test_a_paragraph_in_marks_goes_on_with_who_is_quoted_right_before_it() -> None:
    text = "“It is dead,” Orr said.\n\n“It was late.”\n\nThe vote is on Monday."
    assert words(text) == [("Orr", "said", "“It is dead,” | “It was late.”")]


def test_a_paragraph_about_a_speaker_may_stand_between_his_quotations() -> None:
    text = "“It is dead,” said Orr.\n\nOrr came back on Monday.\n\n“It was late.”"
    assert words(text)[0] == ("Orr", "said", "“It is dead,” | “It was late.”")


def test_a_paragraph_about_others_ends_a_quotation() -> None:
    text = "“It is dead,” said Orr.\n\nDahl came back on Monday.\n\n“It was late.”"
    assert words(text)[0] == ("Orr", "said", "“It is dead,”")


def test_a_paragraph_after_a_colon_needs_no_marks() -> None:
    text = "Orr told the press:\n\nIt is dead. It was late.\n\nThe vote is on Monday."
    assert words(text)[0] == ("Orr", "told", "It is dead. It was late.")


def test_a_question_has_its_source_in_the_next_sentence() -> None:
    assert words("“Is it dead?” Mr. Orr asked.") == [("Mr. Orr", "asked", "“Is it dead?”")]


def test_a_quotation_of_nobody_stays_without_source() -> None:
    assert words("“It is dead.”\n\nThe vote is on Monday.") == []


def test_nested_attributions_are_two() -> None:
    assert words("CCTV reported Xi as saying that China would not bend.") == [
        ("CCTV", "reported", "Xi as saying that China would not bend"),
        ("Xi", "saying", "that China would not bend"),
    ]


def test_two_reports_of_one_source() -> None:
    assert words("The mayor admitted he had erred but said critics were wrong.") == [
        ("The mayor", "admitted", "he had erred"),
        ("The mayor", "said", "critics were wrong"),
    ]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Xi: Trade talks will resume", ("Xi", ":", "Trade talks will resume")),
        ("Mayor Says the Plan Is Dead", ("Mayor", "Says", "the Plan Is Dead")),
    ],
)
def test_headlines(headline: str, expected: Words) -> None:
    assert words(f"{headline}\n\nThe vote is on Monday.") == [expected]


@pytest.mark.parametrize("label", ["Photo", "Breaking", "Correction"])
def test_a_label_is_no_source(label: str) -> None:
    assert words(f"{label}: The harbour of Hulm stands empty") == []


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Orr said the plan was dead.", Stance.NEUTRAL),
        ("Orr admitted the plan was dead.", Stance.FACTIVE),
        ("Orr claimed the plan was dead.", Stance.DISTANCING),
        ("Orr denied the plan was dead.", Stance.DENYING),
        ("Orr did not deny the plan was dead.", Stance.NEUTRAL),
        ("Nobody denied the plan was dead.", Stance.NEUTRAL),
        ("Orr never admitted the plan was dead.", Stance.NEUTRAL),
        ("Orr refused to confirm the plan was dead.", Stance.NEUTRAL),
        ("Orr does not think the plan is dead.", Stance.DENYING),
    ],
)
def test_stances(sentence: str, stance: Stance) -> None:
    assert [one.stance for one in read(sentence)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“‘\"'' said",
        "He said\x00 that 🤦🏽‍♂️ was e\u0301 bad.",
        "“א ב ג,” said he.\r\n\r\n“x",
        "said said said: said, “said” said",
    ],
)
def test_hostile_text_gives_spans_inside_it(text: str) -> None:
    spans = [span for one in read(text) for span in (*one.source, *one.cue, *one.content)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_passive_behind_is_no_part_of_the_cue() -> None:
    """ "as saying" with its passive behind it once left a cue without words."""
    text = 'As saying so was discouraged, "we will not go back," she wrote.'
    assert [cue for _, cue, _ in words(text)] == ["wrote"]


def test_a_venue_stands_behind_its_verb() -> None:
    text = (
        "Owners, however, dismissed the new finding as more secondhand accounting from a witness "
        "whose earlier testimony they’d already rejected as “hearsay.”"
    )
    assert all(one.cue for one in read(text))


def test_a_participle_in_front_is_no_source() -> None:
    text = (
        "Citing reports that the ministry warned the town that Orr was in debt because he had lost "
        "his post with the port, Democrats and other critics said they would ask for a probe."
    )
    assert [(source, cue) for source, cue, _ in words(text)] == [
        ("the ministry", "warned"),
        ("Democrats and other critics", "said"),
        ("they", "would ask for"),
    ]
