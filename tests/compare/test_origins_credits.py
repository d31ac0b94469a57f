"""Which agency a claim or an article is credited to."""

from __future__ import annotations

import pytest

from claimcheck.compare.origins.credits import agency_credited, agency_named, agency_quoted


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("HULM (Reuters) - The ferry sank.", "Reuters"),
        ("HULM, Norland (AP) — The ferry sank.", "AP"),
        ("By THE ASSOCIATED PRESS\nThe ferry sank.", "AP"),
        ("The Associated Press contributed to this report.", None),
        ("(Reporting by Ida Moor; Editing by Per Lund)", "Reuters"),
        ("The app (AP) was sold. Reuters moved to a new house.", None),
    ],
)
def test_credits_of_an_article(text: str, agency: str | None) -> None:
    assert agency_credited(text) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The owner told the AP that the ship was safe.", "AP"),
        ("The ship was safe, Reuters reported.", "Reuters"),
        ("According to AFP, the ship was safe.", None),
        ("The ship was safe, according to AFP.", "AFP"),
        ("She moderated the AP exam.", None),
    ],
)
def test_the_agency_that_a_claim_quotes(text: str, agency: str | None) -> None:
    assert agency_quoted(text) == agency


def test_names_of_agencies() -> None:
    names = ["The Associated Press", "AP", "Reuters", "Ap Lund", None]
    assert [agency_named(name) for name in names] == ["AP", "AP", "Reuters", None, None]
