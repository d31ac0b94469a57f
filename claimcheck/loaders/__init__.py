"""Articles from files, folders and standard input: the only place that reads them."""

from claimcheck.loaders.compose import Defaults, Outcome
from claimcheck.loaders.counting import count_given
from claimcheck.loaders.dates import iso_date
from claimcheck.loaders.headlines import locate
from claimcheck.loaders.reading import load, load_one
from claimcheck.loaders.records import article_from_record

__all__ = [
    "Defaults",
    "Outcome",
    "article_from_record",
    "count_given",
    "iso_date",
    "load",
    "load_one",
    "locate",
]
