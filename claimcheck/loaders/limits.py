"""How much the loaders take in. Inputs come from anywhere, so nothing is read without a bound."""

from typing import Final

# One article. The longest text of AllSides has 150 kB and a saved page with inlined images some
# 10 MB; beyond that it is no article, or a gzip bomb.
ARTICLE_BYTES_MAX: Final = 20_000_000
# One line of JSON lines is one article; the rest of a longer line is passed over unread.
LINE_BYTES_MAX: Final = 20_000_000
# One .json file may hold many articles but has to be parsed as a whole, which takes about six
# times its size in memory. JSON lines have no such limit.
JSON_BYTES_MAX: Final = 100_000_000
# Enough to tell the formats apart, small enough to be at hand before a slow pipe delivers more.
SNIFF_BYTES: Final = 65_536
# What charset-normalizer looks at: more text does not make its guess better.
GUESS_BYTES: Final = 100_000
# YAML is parsed in Python at about 100 kB/s; front matter of real files stays below 4 kB.
FRONT_MATTER_CHARS_MAX: Final = 65_536
# The longest real date ("Wednesday, 21 September 2016 at 10:00:00 PM (Eastern Daylight Time)") has
# under 70 characters; date parsers are slow on more.
DATE_CHARS_MAX: Final = 80
# Headlines of AllSides: 99.9% have under 160 characters.
HEADLINE_CHARS_MAX: Final = 200
# Titles, bylines and datelines stand within the first ten lines that are not blank.
HEAD_LINES: Final = 10
# A byline is short; a longer line is a paragraph, and a date in it need not be the publication day.
BYLINE_CHARS_MAX: Final = 120
# Longer addresses are data, and servers refuse them.
URL_CHARS_MAX: Final = 8_000
# Pages take 20 to 200 ms; on a busy machine a slow honest one still fits.
PAGE_SECONDS_MAX: Final = 10
# Parsing a page of 20 MB takes about 1 GB of address space on top of 0.5 GB for the libraries.
PAGE_MEMORY_BYTES_MAX: Final = 2_000_000_000
# How much of an offending value a remark repeats.
DETAIL_CHARS_MAX: Final = 100
