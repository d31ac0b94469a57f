"""Claims within sentences: what they are, where they stand, what is never made of them."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import Article, Claim, Span
from claimcheck.segment import find_segmenter
from claimcheck.segment.clausal import is_torn


def claims(text: str, segmenter: str = "clauses", **fields: str) -> list[Claim]:
    return find_segmenter(segmenter).segment(Article("Herald", text, **fields))


def texts(text: str, segmenter: str = "clauses") -> list[str]:
    return [claim.text for claim in claims(text, segmenter)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The mayor opened the bridge and closed the old ferry.",
            ["The mayor opened the bridge", "The mayor closed the old ferry"],
        ),
        (
            "The minister, who visited the port in March, praised the workers.",
            ["The minister visited the port in March", "The minister praised the workers"],
        ),
        (
            "The firm sold its ships after it lost the contract.",
            ["The firm sold its ships after it lost the contract.", "it lost the contract"],
        ),
        (
            "Soldiers took the airport, forcing the governor to leave.",
            ["Soldiers took the airport, forcing the governor to leave."],
        ),
    ],
)
def test_clauses_with_their_subjects(sentence: str, parts: list[str]) -> None:
    assert sorted(texts(sentence)) == sorted(parts)


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The union will strike if the company cuts wages.", "the company cuts wages"),
        ("It is unclear whether the pilot survived the crash.", "the pilot survived the crash"),
        ("Had the guard gone home, the bank would be empty.", "Had the guard gone home"),
        ("Unless the dam breaks, the town will stay dry.", "the dam breaks"),
        ("The court met to decide the case of the two farmers.", "The court decide the case"),
        ("When people are ill, the laws of the state do not help.", "people are ill"),
        ("They hide the news so people won't read it.", "people won't read it"),
        (
            "Nobody should lose a home of their own because they were ill.",
            "they were ill",
        ),
        ("They should not be locked out because they were already ill.", "they were already ill"),
    ],
)
@pytest.mark.parametrize("segmenter", ["clauses", "propositions"])
def test_what_is_only_supposed_is_no_claim(sentence: str, never: str, segmenter: str) -> None:
    assert never not in texts(sentence, segmenter)


@pytest.mark.parametrize("segmenter", ["clauses", "propositions"])
def test_a_denial_is_never_lost(segmenter: str) -> None:
    text = "The mayor did not resign or leave the city, nor will he close the bridge."
    assert not {"The mayor leave the city", "will he close the bridge"} & set(
        texts(text, segmenter)
    )


def test_propositions_take_lists_and_adjuncts_apart() -> None:
    sentence = "The storm destroyed homes and schools on Monday."
    assert texts(sentence, "propositions") == [
        "The storm destroyed homes",
        "The storm destroyed schools",
        "The storm destroyed homes on Monday",
        "The storm destroyed schools on Monday",
    ]


def test_what_two_do_together_is_not_said_of_each() -> None:
    assert texts("France and Spain accused each other of fraud.", "propositions") == [
        "France and Spain accused each other of fraud."
    ]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The camp holds between May and June 300 men.", "between May"),
        ("The price rose from May to June and fell.", "from May"),
        ("The Department of Health and Safety closed it.", "The Department of Health closed it"),
        ("The percentage of people who smoke fell.", "The percentage of people fell"),
        ("The union will strike if pay falls.", "The union will strike"),
        ("Ann Lee no longer works for the bank.", "Ann Lee works for the bank"),
        ("The pilot was at no time in danger.", "The pilot was in danger"),
    ],
)
def test_what_is_said_of_the_whole_is_not_said_of_a_part(sentence: str, never: str) -> None:
    assert never not in [claim.rstrip(".") for claim in texts(sentence, "propositions")]


def test_an_apposition_is_a_claim() -> None:
    found = texts("Anna Berg, the head of the agency, resigned on Friday.", "propositions")
    assert "Anna Berg, the head of the agency" in found


def test_the_pieces_are_the_words_of_the_article() -> None:
    text = "The mayor opened the bridge \U0001f389 and, to cheers, closed the old ferry."
    for claim in claims(text, "propositions"):
        assert claim.text == " ".join(span.of(text) for span in claim.spans)


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm cost a million euros in the state and wrecked or destroyed nine hundred homes.",
        "Not only did Ann Lee cost us a seat, but she also dragged the mayor into it.",
        "It must have sunk in by now that the plan (claim victory even when you came in third/the "
        "army is a block away and roaring towards you) has been a failure.",
    ],
)
def test_a_sentence_whose_parts_can_not_be_told_stays_whole(sentence: str) -> None:
    assert sentence in texts(sentence)


def test_a_clause_that_tells_which_time_is_meant_stays() -> None:
    text = "In the four months since she lost to Mr. Roe, Ann Lee has thought of running in public."
    assert texts(text)[0] == text


@pytest.mark.parametrize("text", ["a b c, e", "a (b c d) e", "a – b, c – e", "a b c and e"])
def test_what_is_left_out_is_an_insertion_or_the_first_half_of_a_list(text: str) -> None:
    kept = (Span(0, 1), Span(len(text) - 1, len(text)))
    assert is_torn(kept, text) is (text == "a b c, e")


def test_there_is_a_subject() -> None:
    assert texts("Firms may be hiring in the north, but there is no proof that it lasts.") == [
        "Firms may be hiring in the north",
        "there is no proof that it lasts",
    ]


def test_what_follows_a_clause_is_no_part_of_it() -> None:
    sentence = "The seat of Ann Lee, who will turn 84 in March, or Bo Orr, is free."
    assert "Ann Lee will turn 84 in March" in texts(sentence)


def test_a_claim_that_is_nearly_the_sentence_is_the_sentence() -> None:
    sentence = (
        "Also, the council has approved the budget of the city for the year that begins in May."
    )
    assert texts(sentence) == [sentence]


def test_an_article_in_another_language_stays_whole_sentences() -> None:
    text = "Der Minister kam und sah und siegte in Berlin."
    assert [claim.text for claim in claims(text, language="de")] == [text]


def test_a_headline_stays_whole() -> None:
    found = claims("Dam breaks and floods town\n\nThe dam broke on Monday.")
    assert found[-1].text == "The dam broke on Monday."


def test_a_sentence_without_end_is_not_cut() -> None:
    text = "The mayor came and " + "saw and " * 400 + "went home."
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither the mayor nor the council closed the road to the dam.",
        "The council bought neither trucks nor boats.",
    ],
)
@pytest.mark.parametrize("segmenter", ["clauses", "propositions"])
def test_neither_is_said_of_both(sentence: str, segmenter: str) -> None:
    assert {
        text.split()[0] == "Neither" or "neither" in text for text in texts(sentence, segmenter)
    } == {True}


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Pity Ann Lee, who lost the race for mayor on Tuesday.", "Pity Ann Lee lost the race"),
        ("We know who Lee is and how his life took the path that it did.", "how his life took"),
        ("It may help with workers who feel as angry as small farmers do today.", "small farmers"),
        ("The mayor has praised the plan, and has co-written a book on it.", "has written"),
        (
            "“Our ships are coming home and Conan the ship's dog is just fine,” Lee told us.",
            "Conan Lee told",
        ),
        (
            "He told us that the phone was neither a safe nor a legal means of keeping secrets.",
            "was a safe",
        ),
        ("Lee, a politician’s wife turned politician, is hoping to win it.", "turned politician"),
        ("But, as the row over the remark showed, the mayor must walk a tightrope.", "the row"),
    ],
)
def test_a_cut_makes_no_other_claim(sentence: str, never: str) -> None:
    assert not [text for text in texts(sentence) if never in text and text != sentence]


def test_a_condition_inside_a_clause_is_kept() -> None:
    passed = "The House passed two bills which would end the crisis"
    text = f"{passed} if enacted, and Lee said on Friday that nobody in the council knew of it."
    assert passed not in texts(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Citing reports that the ministry warned the town that Orr was in debt because he had lost "
        "his post with the port, Democrats and other critics said they would ask for a probe.",
        "The critic responded icily: “Please don’t characterize the strength that I bring.”",
        "After the group returned to the town, the man said, the others watched films at a dinner.",
        "The panel accused Lee of both making demands of the clerk after he tried to work with the "
        "committee and of trampling on the rights of members.",
        "We could lose the case in the highest court once the new judge takes his seat.",
    ],
)
def test_a_cut_that_would_turn_the_sense_is_not_made(sentence: str) -> None:
    assert texts(sentence) == [sentence]


def test_a_name_in_full_in_the_headline_or_a_question_is_known() -> None:
    headline = "Carol Synek wins a prize"
    text = f"{headline}\n\nWho is Bill Dorsey? Synek thanked the council. Mr. Dorsey left it soon."
    article = Article("Herald", text, headline=Span(0, len(headline)))
    found = [claim.reading for claim in find_segmenter("clauses").segment(article)]
    assert found == [None, "Carol Synek thanked the council.", "Bill Dorsey left it soon."]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "He called the plan a “grave risk,” and the mayor of Hulm left the hall.",
            "He called the plan a “grave risk,”",
        ),
        (
            'The council called the port a "risk" and questioned the mayor of Hulm at length.',
            'The council called the port a "risk"',
        ),
    ],
)
def test_a_cut_leaves_no_half_of_a_pair_of_marks(sentence: str, claim: str) -> None:
    assert claim in texts(sentence)


def test_words_are_not_left_out_up_to_the_middle_of_an_insertion() -> None:
    sentence = (
        "He was accompanied by the star Kate del Castillo, who is known for her role in the drama"
        " called Reina del Sur."
    )
    assert "He was accompanied by the star Kate del Castillo called Reina del Sur" not in texts(
        sentence
    )
