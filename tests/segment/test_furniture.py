"""What stands around a report and claims nothing, and what only looks like that."""

import pytest

from claimcheck.segment.furniture import is_furniture


@pytest.mark.parametrize(
    "text",
    [
        *("What did the mayor know about the dam?", "“How can you defend a system like that?”"),
        "I respond: “What do you mean by that?”",
        'And do you want to be part of such a team?"',
        *(
            "Lee says.",
            "Sept. 30:",
            "The controversy about the dam",
            "***",
            "—",
            "Northgate Herald",
        ),
        *("Advertisement", "ADVERTISEMENT", "Advertisement Continue reading the main story"),
        *("Read more: how the dam was built.", "SEE ALSO: The mayor of Hulm resigns in anger."),
        *("RELATED: The mayor resigns after the flood.", "Related coverage of the flood at Hulm."),
        *(
            "MUST WATCH Lee: The dam is safe 02:51",
            "JUST WATCHED Lee: It is safe Replay More Videos",
        ),
        *("More: The mayor of Hulm resigns in anger.", "LISTEN TO ARTICLE 4:17 SHARE THIS ARTICLE"),
        *("Sign up for our morning newsletter here.", "Get the latest news from Hulm every day."),
        "Get the Monitor Stories you care about delivered to your inbox.",
        "By signing up, you agree to our Privacy Policy.",
        "This site is protected by reCAPTCHA and the Google terms apply.",
        *("You can unsubscribe at any time.", "Thank you for subscribing to this list."),
        *("Click here for reprint permission.", "Follow him on Twitter at @hulm for more."),
        *("Story continues below this line.", "This is a developing story, check back."),
        "This story has been updated with new developments.",
        *("Editor’s note: This text is old.", "Correction: The dam is older than that."),
        *("© 2025 Hulm Post and its partners.", "Copyright © 2019 The Washington Times, LLC."),
        "This material may not be published, broadcast or rewritten.",
        "All rights reserved by the Hulm Post.",
        "Jane Roe and John Doe contributed to this report.",
        "The opinions expressed by columnists are their own.",
        "This is a rush transcript and may contain errors.",
        *("By Jane Roe and John Doe", "BY JANE ROE, Staff | Hulm Post", "By Amanda Paulson, Staff"),
        *("Published March 4, 2025 at 6:20 p.m.", "Last updated on 4 March 2025 10:12 GMT"),
        "Jane Roe | Hulm Post | Published March 4, 2025",
        *("(Photo: Saul Loeb, AFP/Getty Images)", "The dam at noon (Jane Roe/Reuters) on Friday."),
        *("FILE PHOTO: The mayor leaves the town hall.", "FILE - The mayor at the dam on Friday."),
        *(
            "Photo: Jane Roe for the Hulm Post today",
            "(Left to right) The mayor, Lee and Roe wave.",
        ),
        "Image copyright AFP Image caption The mayor waves to the crowd",
        "Hide Caption 5 of 29 Photos: The dam gives way in the night.",
        "Media playback is unsupported on your device",
        "— Jane Roe of Hulm, Mayor of the town of Hulm (@janeroe) March 4, 2025",
        "https://www.hulmpost.example/2025/03/04/the-dam-has-held-since-monday",
        "Seats Left: 56 Seats Lind 2,814 1,893 56 2,382 Seats Needed for a Majority",
        "PROJECTED VOTE SHARE DISTRICT I DISTRICT II Hulm 60.1% 48.4% 50.5% Drummel 46.2 39.1",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gorka recalled staffers cheering in the hall, but later asking: “What did he do?”",
        "The museum asked visitors on Friday which of its halls they liked best: “The old one?”",
        "“The dam held all night and all of the next day. Who would have thought that?”",
        "Related charges were filed against the mayor.",
        "Sponsored by two senators, the bill passed on Friday.",
        "Advertisements for the ferry were banned on Friday.",
        "Loading docks were closed for a week after the flood.",
        "Copyright law protects the plans of the dam.",
        "Published in 2016, the book sold 5,000 copies.",
        "By Thursday evening – Friday in Japan – the talks had failed.",
        "Six million people would have to sign up for the exchanges.",
        "The views expressed by the mayor angered voters.",
        "The Reuters/Ipsos poll found a lead of 5 points.",
        "The photo of the dam was taken in 1999.",
        "Facebook changed its privacy policy on Friday.",
        "Questions about the dam remain, she said.",
        "The comments drew anger from the families of those who drowned in the flood.",
        "Trump fires head of FBI without a word",
        "China denied it all.",
        "Strikes on Feb. 3, Feb. 29 and March 30 killed 11 fighters in the hills of Orlan",
        "The lottery numbers were 4 11 18 25 31 40.",
    ],
)
def test_no_furniture(text: str) -> None:
    assert not is_furniture(text)
