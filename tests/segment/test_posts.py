"""What a pasted post is searched by."""

import pytest

from claimcheck.segment.posts import plain_words


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Dam closed https://t.co/x1 today pic.twitter.com/Ab9", "Dam closed today"),
        ("#FloodWatch: says @HarbourWire", "Flood Watch: says Harbour Wire"),
        ("#WW2Veterans marched", "WW2 Veterans marched"),
        ("Write to a@b.example, item #4", "Write to a@b.example, item 4"),
        ("https://t.co/x1", "https://t.co/x1"),
        ("A plain claim.", "A plain claim."),
    ],
)
def test_words_of_a_post(post: str, words: str) -> None:
    assert plain_words(post) == words
