"""Whether a claim states what another denies: the same predicate, of the same, as a fact."""

from __future__ import annotations

import pytest

from claimcheck.compare import analyse, profile
from claimcheck.compare.denials import Statement, is_so_far, stated_there


def stated(denying: str, stating: str) -> tuple[str, bool] | None:
    """Return the words that state what the first negation denies, and whether that is sure."""
    ours, theirs = analyse([profile(denying), profile(stating)])
    if not ours.modality.negations:
        return None
    found: Statement | None = stated_there(ours, ours.modality.negations[0].cue, theirs)
    return (found.place.of(stating), found.sure) if found else None


@pytest.mark.parametrize(
    ("denying", "stating", "words"),
    [
        ("China has never condemned the war.", "Beijing condemned the war.", "condemned the war"),
        ("The officers were not charged.", "The officers were charged.", "charged"),
        ("The board did not sell the port.", "The port was sold in May.", "sold"),
        ("Nobody was hurt in the blast.", "Nine people were injured.", "injured"),
        ("“Nobody was hurt,” she said.", "Nine people were injured.", "injured"),
        ("Ms Lee is not a Russian agent.", "Ms Lee works as a Russian agent.", "Russian agent"),
        ("Ms Lee refused to sign the treaty.", "Ms Lee signed the treaty.", "signed the treaty"),
        (
            "Mr Orr denied that he asked the mayor to resign.",
            "Mr Orr had requested that the mayor resign.",
            "requested that the mayor resign",
        ),
        ("There is no evidence that the dam leaked oil.", "The dam leaked oil.", "leaked oil"),
        ("Our data do not show that seas warm quickly.", "Seas warm quickly.", "warm"),
    ],
)
def test_what_is_denied_is_stated(denying: str, stating: str, words: str) -> None:
    assert stated(denying, stating) == (words, True)


@pytest.mark.parametrize(
    ("denying", "stating"),
    [
        # Another predicate, another subject, another object.
        ("The mayor has never visited the port.", "The mayor praised the port."),
        ("The senate did not pass the bill.", "The house passed the bill."),
        # A plan, a duty, a condition or a wish on one side.
        ("The house did not pass the bill.", "The house will pass the bill."),
        ("The house should not pass the bill.", "The house passed the bill."),
        ("The house did not pass the bill.", "The house vowed to pass the bill."),
        ("The union will not strike.", "The union will strike if the firm cuts wages."),
        # Denied on both sides, by the verb, its object or its subject.
        ("Ann Lee did not talk to the press.", "Ann Lee had no talk with the press."),
        ("The review did not find fraud at the port.", "The review found no fraud at the port."),
        ("The review did not find fraud at the port.", "No fraud was found at the port."),
        ("The mayor left no plan for the port.", "The mayor did not leave a plan for the port."),
        ("No troops will be needed at the port.", "Troops are not needed at the port."),
        ("There was no deal with the port.", "There was ZERO deal with the port."),
        ("Nobody should have to live in the port.", "No one who works has to live in the port."),
        ("She did not say that none of it leaked.", "It leaked from the office of the mayor."),
        # Another object, a wider noun, a topic, a subject named behind the pronoun.
        ("She was not asked about the bridge.", "She was asked about a memo on the bridge by Lee."),
        ("Lee does not blame Spain for the loss.", "Lee blames Hulm for the loss."),
        ("They have no plan for the port.", "They have a fear for the port."),
        ("There was no missile test in the port.", "The port was a test of her skill."),
        ("Lee denied knowledge of the bribe.", "Questions about her knowledge of the bribe grew."),
        ("Lee denied the allegations of fraud.", "Aides knew of the allegations of fraud."),
        ("She did not win the port and came in behind Lee.", "Lee won the port."),
        ("Those who earn 90 crowns will not get aid.", "Those who earn 40 crowns will get aid."),
        ("Lee said she was never late for work.", "Ann Roe was late for work."),
        ("The port was not among what she got.", "He spoke of her demand that she get the port."),
        ("No money was given for a wall in Hulm.", "Hulm got money but not the wall in Hulm."),
        ("There was no high crime.", "There is scant evidence of a high crime."),
        ("No one is more tired of it than I am.", "I am tired of it."),
        ("Lee refused to endorse Speaker Roe.", "Speaker Roe endorsed Lee."),
        ("I can't believe we won the cup.", "We won the cup."),
        ("If Lee fails to open the port, it dies.", "Lee opened the port in May."),
        ("Aid was denied to families in the port.", "Families in the port spoke of aid."),
        ("A judge denied the lawsuit over the wall.", "She threw out the lawsuit over the wall."),
        ("The tax won't take effect for a few weeks.", "The tax will take effect on June 1."),
        ("The bill has no exceptions for rape.", "Lee wants exceptions for rape."),
        ("There was no collusion with Spain.", "Lee spoke up on the Roe campaign collusion."),
        # A sort, a word that is talked of, what may not be.
        ("There was no warrant for the port.", "They asked for warrant renewals for the port."),
        ("There was no “quid pro quo.”", "“Quid pro quo” was the phrase of the day."),
        ("There was no violation of the law.", "It opens up liability for a violation of the law."),
        ("There is no state crisis that warrants a wall.", "She declared a state crisis."),
        (
            "Here raw vote totals aren’t reported.",
            "Unlike others, Democrats report delegate totals, not vote totals.",
        ),
        # Fewer, somebody spoken to, what somebody is behind.
        ("No House Liberals voted for the bill.", "Most Liberals voted for the bill."),
        ("“You don’t want to shut the port,” Lee said.", "“He wants to shut the port,” Lee said."),
        ("Spain denied being behind the gas attack.", "Lee may punish Spain for a gas attack."),
        # What was stopped, what something involves, what nobody shall do, for a time.
        ("There is no deportation of migrants.", "Lee will defer deportation of migrants."),
        ("No one mishandled tax data.", "The cases involving mishandling of tax data are old."),
        ("Let no one be so cruel.", "He called them cruel."),
        ("For 27 years Ms Lee did not accuse the mayor.", "Ms Lee accused the mayor."),
        ("No one in Hulm will be issued a licence.", "No more licences will be issued in Hulm."),
        # What may be, what is charged, what turned out not to be true, another thing argued.
        ("Lee is not releasing tax data.", "A release of tax data may come soon."),
        ("There was no fraud in the port.", "As to charges of fraud in the port, Lee laughed."),
        ("Lee has not resigned.", "Reports that Lee had resigned turned out not to be true."),
        ("No one is arguing that it is off limits.", "Lee was arguing that he had a role."),
        ("There is no cease-fire deal yet.", "They are very close to a cease-fire deal."),
        ("He did not directly ask her to lie.", "He asked her in a roundabout way to lie."),
        # A condition, an aim, a gerund, an idiom.
        ("There's no search warrant without Lee.", "They got a search warrant in May."),
        ("No tax case can be opened on words.", "You couldn't just open a tax case on words."),
        ("Lee won't meet the union if it strikes.", "Lee will meet the union in May."),
        ("Not raising the tax would hurt the port.", "They raised the tax for the port."),
        ("It had nothing to do with the port.", "It had to do with the port."),
        # Denied on both sides, in part only, or of a few.
        ("The house did not pass the bill.", "The house never passed the bill."),
        ("The bill does not pass until May.", "The bill does pass in May."),
        ("They were not immediately arrested.", "They were arrested."),
        ("Most guests did not wear masks.", "Many guests did wear masks."),
        ("We don't know everything about the flood.", "We know the cause of the flood."),
        ("She was not specifically asked about it.", "She was asked about it by the press."),
        ("She is not the first driver to win the cup.", "She is a driver who won the cup."),
        ("The survey did not cause a rise.", "We cannot prove that the survey caused a rise."),
        ("There was no deal with the union.", "He spoke of a possible deal with the union."),
        ("Mr Orr denied the charges of fraud.", "Ms Lee denied one of the charges of fraud."),
        # No denial of a statement.
        ("It is a fence and not a concrete wall.", "The concrete wall is tall."),
        ("He answered “no” to the offer.", "He made the offer."),
        ("Firms that don't pay the tax are fined.", "The firms pay the tax."),
        ("He built it without a permit.", "He got a permit."),
        ("He praised the mayor instead of the governor.", "He praised the governor."),
        ("He made a false and costly statement to us.", "He made a statement to us."),
        # Another's, and only as long as or as soon as something else holds.
        (
            "Mr Lee says he has no questions about Roe's right to the office.",
            "Mr Lee continued to raise questions about Holm's right to the office.",
        ),
        (
            "Mr Lee said he will not sell the port while it is under audit.",
            "Mr Lee said he will sell the port soon.",
        ),
        (
            "Mr Lee said he will not sell the port.",
            "Mr Lee said he will sell the port once the audit is over.",
        ),
    ],
)
def test_another_thing_is_denied(denying: str, stating: str) -> None:
    assert stated(denying, stating) is None


def test_it_never_happened_denies_no_word_that_only_names_it() -> None:
    denying = "“This never happened,” Mr Orr said of the assault alleged by a nurse."
    assert stated(denying, "Mr Orr spoke of the nurse's assault allegation.") is None


def test_of_one_subject_in_other_words_is_not_sure() -> None:
    found = stated(
        "Russia is not interfering in the vote.", "Russia began a new interference effort."
    )
    assert found == ("interference", False)


def test_that_there_is_no_thing_is_not_sure() -> None:
    found = stated("There was no deal with the union.", "He made a deal with the union.")
    assert found == ("deal with the union", False)


def test_what_it_is_is_not_sure() -> None:
    found = stated("No Liberals supported it.", "Four Liberals supported it.")
    assert found == ("supported", False)


def test_it_never_happened_denies_what_it_is_said_of() -> None:
    denying = "“This never happened,” Mr Orr said of the assault alleged by a nurse."
    stating = "A nurse alleges an assault by Mr Orr in 1993."
    found = stated(denying, stating)
    assert found is not None and found[1]


def test_what_is_so_for_some_only_is_not_sure() -> None:
    found = stated("Lee will not raise the wage.", "Lee will raise the wage for ferry crews.")
    assert found == ("raise the wage", False)


def test_another_tense_is_not_sure() -> None:
    found = stated("Lee does not run the port.", "Lee ran the port.")
    assert found == ("ran the port", False)


@pytest.mark.parametrize(
    ("denying", "so_far"),
    [
        ("The mayor has not been tested.", True),
        ("The mayor has never been tested.", False),
        ("The mayor was not tested.", False),
    ],
)
def test_a_denial_in_the_perfect_holds_so_far(denying: str, so_far: bool) -> None:
    [claim] = analyse([profile(denying)])
    assert is_so_far(claim, claim.modality.negations[0].cue) is so_far


def test_an_object_told_more_closely_is_not_sure() -> None:
    found = stated("Lee proposed no new checks.", "Lee proposed new checks.")
    closer = stated("Lee did not propose checks for ammunition.", "Lee proposed checks on arms.")
    assert (found is not None, closer) == (True, ("proposed checks", False))
