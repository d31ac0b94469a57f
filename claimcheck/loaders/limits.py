"""How much the loaders take in. Inputs come from anywhere, so nothing is read without a bound."""

from typing import Final

# One article. The longest text of AllSides has 77,000 characters; a page saved with its images
# inlined can reach some megabytes. Beyond this it is no article, or a gzip bomb.
ARTICLE_BYTES_MAX: Final = 20_000_000
# One line of JSON lines is one article; the rest of a longer line is passed over unread.
LINE_BYTES_MAX: Final = 20_000_000
# One .json file may hold many articles but has to be parsed as a whole, in about three times
# its size of memory (measured at 26 MB). JSON lines have no such limit.
JSON_BYTES_MAX: Final = 100_000_000
# Enough to tell the formats apart, small enough to be at hand before a slow pipe delivers more.
SNIFF_BYTES: Final = 65_536
# What charset-normalizer looks at: more text does not make its guess better.
GUESS_BYTES: Final = 100_000
# Front matter is some lines of metadata. Without libyaml its parser is slow, and a text between two
# rules is not to be parsed whole.
FRONT_MATTER_CHARS_MAX: Final = 65_536
# The longest real date ("Wednesday, 21 September 2016 at 10:00:00 PM (Eastern Daylight Time)") has
# under 70 characters; date parsers are slow on more.
DATE_CHARS_MAX: Final = 80
# Headlines of AllSides: 99.9% have at most 166 characters.
HEADLINE_CHARS_MAX: Final = 200
# Titles, bylines and datelines stand within the first ten lines that are not blank.
HEAD_LINES: Final = 10
# A byline is short; a longer line is a paragraph, and a date in it need not be the publication day.
BYLINE_CHARS_MAX: Final = 120
# Longer addresses are data, and servers refuse them.
URL_CHARS_MAX: Final = 8_000
# A page takes 10 ms, one of 3 MB half a second; on a busy machine an honest one still fits.
PAGE_SECONDS_MAX: Final = 10
# A page of 18 MB took 0.3 GB of address space with the libraries; many small tags take more.
PAGE_MEMORY_BYTES_MAX: Final = 2_000_000_000
# How much of an offending value a remark repeats.
DETAIL_CHARS_MAX: Final = 100
