"""Whether two names are meant for one."""

from __future__ import annotations

import pytest

from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.annotate.references.naming import Mention, naming
from claimcheck.compare.naming import are_one
from claimcheck.datatypes import Span


def named(name: str) -> Mention:
    text = f"Yesterday {name} was in the news again."
    [found] = naming(text, Sentence(Span(0, len(text)), parse([text])[0]), 0)
    return found


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Anna Holm", "Holm", True),
        ("Bill Holm", "William Holm", True),
        ("Anna Holm", "Peter Holm", False),
        ("Anna Holm", "Anna Brandt", False),
        ("Chief Executive Carrie Lam", "Carrie Lam", True),
        ("Moscow", "Russia", True),
        ("Paris", "Russia", False),
    ],
)
def test_names_are_one_by_last_name_nickname_and_alias(
    ours: str, theirs: str, expected: bool
) -> None:
    assert are_one(named(ours), named(theirs)) is expected
    assert are_one(named(theirs), named(ours)) is expected
