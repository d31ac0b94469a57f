"""Relations and typed differences of two claims, similarity given."""

from datetime import date, timedelta

import pytest

from claimcheck.compare import compare, profile
from claimcheck.datatypes import Comparison, DifferenceKind, NliScores, Relation, Span


def run(ours: str, theirs: str, similarity: float) -> Comparison:
    return compare(profile(ours), profile(theirs), similarity)


def words(comparison: Comparison, ours: str, theirs: str) -> list[tuple[str, str, str]]:
    return [
        (
            one.kind.value,
            one.in_claim.of(ours) if one.in_claim else "",
            one.in_evidence.of(theirs) if one.in_evidence else "",
        )
        for one in comparison.differences
    ]


def test_the_same_words_are_the_same() -> None:
    """Case, punctuation and quotation marks do not matter."""
    result = run("“We won,” he said.", '"We won", he said', 0.97)
    assert result == Comparison(Relation.SAME, 1.0, (), "Both use the same words.")


def test_a_denial_contradicts_and_points_to_its_words() -> None:
    ours = "China has never condemned Russia's actions"
    theirs = "Beijing has repeatedly condemned Russia’s actions in Ukraine"
    result = run(ours, theirs, 0.7)
    assert result.relation is Relation.CONTRADICTS
    assert words(result, ours, theirs)[0] == ("negation", "never", "condemned Russia’s actions")
    assert result.why == (
        "Both cannot hold if they speak of one fact: one denies what the other states,"
        " “never” here and “condemned Russia’s actions” there."
    )


def test_different_exact_figures_for_one_thing_contradict() -> None:
    ours = "The storm killed 12 people in the port of Hulm"
    theirs = "The storm killed 15 people in the port of Hulm"
    result = run(ours, theirs, 0.95)
    assert result.relation is Relation.CONTRADICTS
    assert words(result, ours, theirs) == [("number", "12 people", "15 people")]


def test_a_bound_that_allows_the_figure_only_differs() -> None:
    ours = "The storm killed 12 people in the port of Hulm"
    theirs = "The storm killed at least 10 people in the port of Hulm"
    result = run(ours, theirs, 0.95)
    assert result.relation is Relation.DIFFERS
    assert words(result, ours, theirs)[0] == ("precision", "12 people", "at least 10 people")


def test_a_figure_for_a_later_moment_is_an_update_not_a_conflict() -> None:
    ours = "The toll of the storm stood at 38 dead on Wednesday, the agency said"
    theirs = "The toll of the storm stood at 41 dead on Thursday, the agency said"
    result = run(ours, theirs, 0.95)
    assert result.relation is Relation.DIFFERS
    assert words(result, ours, theirs) == [
        ("number", "38", "41"),
        ("time", "Wednesday", "Thursday"),
    ]


def test_a_condition_does_not_contradict() -> None:
    ours = "Congress did not pass the spending bill"
    theirs = "The government will shut down unless Congress passes the spending bill"
    result = run(ours, theirs, 0.8)
    assert result.relation is Relation.DIFFERS
    assert DifferenceKind.NEGATION in {one.kind for one in result.differences}


def test_figures_published_weeks_apart_are_no_conflict() -> None:
    ours, theirs = (
        profile(f"The unemployment rate in the state is {rate} percent", date(2013, month, 3))
        for rate, month in ((7.5, 5), (7.3, 6))
    )
    result = compare(ours, theirs, 0.95)
    assert (result.relation, result.differences[0].kind) == (
        Relation.DIFFERS,
        DifferenceKind.NUMBER,
    )


def test_claims_of_different_years_are_of_different_events() -> None:
    ours, theirs = (
        profile(text, date(year, 1, 21))
        for text, year in (
            ("Xi calls Putin his best friend in Moscow", 2025),
            ("Xi called Putin a friend on a visit to Moscow", 2019),
        )
    )
    assert compare(ours, theirs, 0.78).relation is Relation.RELATED


def test_undated_evidence_does_not_contradict_a_dated_claim() -> None:
    """Nothing ties it to the same event; the same pair with a date is a contradiction."""
    ours = profile("China condemned Russia's actions, diplomats heard in Geneva", date(2025, 7, 2))
    text = "Beijing has never condemned Russia's actions"
    undated, dated = profile(text), profile(text, date(2025, 7, 3))
    assert compare(ours, undated, 0.75).relation is Relation.DIFFERS
    assert compare(ours, dated, 0.75).relation is Relation.CONTRADICTS


def test_less_alike_claims_must_come_from_the_same_days() -> None:
    ours = profile("Mueller leads an inquiry into possible Trump collusion", date(2017, 12, 4))
    text = "Mueller was leading the inquiry into Trump for months without a charge"
    weeks, days, undated = (
        compare(ours, profile(text, day), 0.65).relation
        for day in (date(2017, 12, 20), date(2017, 12, 6), None)
    )
    assert (weeks, days, undated) == (Relation.RELATED, Relation.DIFFERS, Relation.RELATED)


def test_what_is_and_is_not_so_denies_nothing() -> None:
    ours = "The release makes clear what is and is not in these e-mails about the Benghazi attack"
    theirs = "The release holds more than what is in these e-mails about the Benghazi attack"
    kinds = {one.kind for one in run(ours, theirs, 0.9).differences}
    assert DifferenceKind.NEGATION not in kinds


def test_figures_of_different_things_are_not_compared() -> None:
    ours = "The storm killed 12 people in the port of Hulm"
    theirs = "The storm sank 15 boats in the port of Hulm"
    found = run(ours, theirs, 0.9)
    assert DifferenceKind.NUMBER not in {one.kind for one in found.differences}


def test_another_name_in_a_near_copy_is_an_entity() -> None:
    ours = "Mayor Anna Holm opened the new bridge over the river on Monday"
    theirs = "Mayor Peter Brandt opened the new bridge over the river on Monday"
    result = run(ours, theirs, 0.9)
    assert words(result, ours, theirs) == [("entity", "Anna Holm", "Peter Brandt")]
    assert result.relation is Relation.CONTRADICTS


def test_a_hedge_on_one_side_is_modality() -> None:
    ours = "The company reportedly cut 300 jobs at its plant"
    theirs = "The company cut 300 jobs at its plant"
    result = run(ours, theirs, 0.95)
    assert result.relation is Relation.DIFFERS
    assert words(result, ours, theirs) == [("modality", "reportedly", "")]


def test_a_source_on_one_side_is_attribution() -> None:
    ours = "The plant will close in May, according to two union officials"
    theirs = "The plant will close in May"
    result = run(ours, theirs, 0.9)
    assert ("attribution", "according to two union officials", "") in words(result, ours, theirs)


def test_distant_claims_that_share_a_name_are_related() -> None:
    result = run("He met Putin in Moscow", "Trade with Moscow grew", 0.3)
    assert (result.relation, result.differences) == (Relation.RELATED, ())


def test_distant_claims_without_a_name_in_common_are_unrelated() -> None:
    assert run("He met her there", "Trade grew fast", 0.1).relation is Relation.UNRELATED


def test_no_more_than_four_differences_are_named() -> None:
    ours = "Police said on Monday that 12 people may have died in the fire at Drummel mill"
    theirs = "On Tuesday the mayor told reporters 15 people died, none of them workers, in Drummel"
    assert len(run(ours, theirs, 0.8).differences) <= 4


def test_every_difference_points_to_words() -> None:
    ours, theirs = "Xi may visit Moscow in May", "Xi will not visit Moscow in May"
    for one in run(ours, theirs, 0.9).differences:
        assert one.in_claim != Span(0, 0) and (one.in_claim or one.in_evidence)


def _judged(ours: str, theirs: str, contradiction: float, days: int = 0) -> Comparison:
    """Compare near copies, which NLI reads as contradicting each other so likely both ways."""
    day = date(2024, 5, 6)
    read = NliScores(0.0, 1 - contradiction, contradiction)
    pair = profile(ours, day), profile(theirs, day + timedelta(days=days))
    return compare(*pair, 0.9, (read, read))


def test_nli_has_to_bear_a_contradiction_out() -> None:
    pair = "Twelve miners died in the fire at Orlen.", "Thirty miners died in the fire at Orlen."
    relations = [_judged(*pair, contradiction).relation for contradiction in (0.1, 0.8)]
    assert relations == [Relation.DIFFERS, Relation.CONTRADICTS]


def test_what_both_directions_contradict_is_surer() -> None:
    pair = "Twelve miners died in the fire at Orlen.", "Thirty miners died in the fire at Orlen."
    assert [_judged(*pair, one).confidence for one in (0.5, 0.8)] == [0.45, 0.72]


def test_another_form_of_a_name_is_no_contradiction() -> None:
    pair = "Three officers died in Hulm, La.", "Three officers died in Hulm, Louisiana."
    assert _judged(*pair, 0.6).relation is Relation.DIFFERS


def test_a_poll_of_another_day_is_no_contradiction() -> None:
    pair = "Of voters 44 percent approve of Mr. Hale.", "Of voters 47 percent approve of Mr. Hale."
    relations = [_judged(*pair, 0.8, days).relation for days in (0, 2)]
    assert relations == [Relation.CONTRADICTS, Relation.DIFFERS]


def test_both_forms_of_an_apostrophe_are_one() -> None:
    ours = "“I'm sure the bridge at Hulm will hold,” Hale told them."
    theirs = "“I’m sure the bridge at Hulm will hold,” Hale told us."
    assert _judged(ours, theirs, 0.9).relation is Relation.SAME


def test_figures_far_apart_are_of_two_things_unless_the_claims_are_near_copies() -> None:
    day = date(2024, 1, 5)
    ours = profile("Builders in Hulm added 30,000 jobs in December, the survey showed", day)
    theirs = "In Hulm {} jobs were added by builders last December, more than hoped for"
    relations = [
        compare(ours, profile(theirs.format(jobs), day), 0.8).relation
        for jobs in ("34,500", "155,000")
    ]
    assert relations == [Relation.CONTRADICTS, Relation.DIFFERS]


def test_a_denial_does_not_contradict_what_is_opposed() -> None:
    ours = "On Monday the council did not approve the ferry line to Hulm after a long night"
    theirs = "{} approve the ferry line to Hulm, which three owners of boats there had asked for"
    said = ("The council did at two", "People oppose plans to")
    relations = [run(ours, theirs.format(how), 0.8).relation for how in said]
    assert relations == [Relation.CONTRADICTS, Relation.DIFFERS]


def test_letters_of_two_code_points_are_one_letter() -> None:
    ours = "Mayor Nu\u0301n\u0303ez opened the ferry line to Hulm"
    assert run(ours, "Mayor Núñez opened the ferry line to Hulm", 0.9).relation is Relation.SAME


def test_what_does_not_contradict_has_no_conflict_in_it() -> None:
    ours = profile("China condemned Russia's actions, diplomats heard in Geneva", date(2025, 7, 2))
    undated = compare(ours, profile("Beijing has never condemned Russia's actions"), 0.75)
    assert (undated.relation, {one.bearing for one in undated.differences}) == (
        Relation.DIFFERS,
        {None},
    )


@pytest.mark.parametrize(
    ("backward", "relation"), [(0.5, Relation.CONTRADICTS), (0.3, Relation.DIFFERS)]
)
def test_with_few_words_in_common_nli_has_to_contradict_both_ways(
    backward: float, relation: Relation
) -> None:
    day = date(2025, 3, 4)
    ours = "With an emergency, Lee would unlock money of the port of Hulm, $3.5 billion in all."
    theirs = "The emergency lets the governor divert $3.6 billion from Hulm to the eastern dike."
    judged = NliScores(0.1, 0.4, 0.5), NliScores(0.1, 0.9 - backward, backward)
    found = compare(profile(ours, day), profile(theirs, day), 0.75, judged)
    assert found.relation is relation
