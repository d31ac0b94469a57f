"""The JSON Schema in the package is what the tool writes."""

from __future__ import annotations

import json as stdlib_json
from dataclasses import replace
from enum import StrEnum

import pytest
from jsonschema import Draft202012Validator

from claimcheck.annotate.details import details, times_in
from claimcheck.annotate.factuality import Factuality
from claimcheck.annotate.modality.extraction import Certainty, Polarity
from claimcheck.annotate.quantities import Bound, Kind
from claimcheck.annotate.times import Granularity, mentions
from claimcheck.datatypes import (
    Bearing,
    ClaimKind,
    Decision,
    DifferenceKind,
    Judgement,
    Relation,
    Scores,
    Stance,
)
from claimcheck.render import claims, json
from claimcheck.render.schema import schema

DEFINED = schema()["$defs"]


def _faults(value: object, name: str = "report") -> list[str]:
    """Return what is wrong with a value, read back from its JSON."""
    read = stdlib_json.loads(json.dump(value))
    return [fault.message for fault in Draft202012Validator(schema(name)).iter_errors(read)]


def _report(report):
    return stdlib_json.loads(json.report(report))


def test_the_schema_is_one():
    """It keeps to the rules of its own draft."""
    Draft202012Validator.check_schema(schema())


def test_reports(story):
    """With everything in it, with little, and with nothing."""
    empty = replace(story.report, claims=(), findings=())
    reports = (story.full, story.report, empty)
    assert [_faults(_report(report)) for report in reports] == [[], [], []]


def test_lookups(story):
    """With results, with an odd one, and without any."""
    odd = replace(story.friday, scores=Scores(float("nan")), decision=Decision(None, "Ask"))
    found = [replace(story.lookup, matches=some) for some in ((story.update, odd), ())]
    assert [_faults(json.lookup(one), "lookup") for one in found] == [[], []]


def test_claims(story):
    """With all that their words tell."""
    times = mentions(story.article.text, story.article.citation.date)
    taken_apart = [
        {
            **json.claim(one),
            **claims.as_json(details(one.text, times_in(one.spans, times)), one),
        }
        for one in story.report.claims
    ]
    assert any(one["times"] for one in taken_apart)
    assert _faults(json.claims(taken_apart, story.article), "claims") == []


def test_compared_claims(story):
    """With NLI and without."""
    values = [{"schema": 1, **json.match(match)} for match in (story.nobody, story.update)]
    assert [_faults(value, "compare") for value in values] == [[], []]


@pytest.mark.parametrize("path", ["", "article", "summary", "findings/0/claim"])
def test_unknown_and_missing_fields_are_refused(story, path):
    """No object has a field more or a field less than the contract says."""
    report = _report(story.full)
    place = report
    for part in path.split("/") if path else ():
        place = place[int(part) if part.isdigit() else part]
    name, value = next(iter(place.items()))
    place["verdict"] = value
    assert _faults(report) == ["Additional properties are not allowed ('verdict' was unexpected)"]
    del place["verdict"], place[name]
    assert _faults(report) == [f"'{name}' is a required property"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("relation", "refutes"),
        ("confidence", 1.5),
        ("id", "1"),
        ("date", "8 May 2024"),
        ("kind", "rumour"),
        ("spans", []),
        ("spans", [[1]]),
        ("spans", [[-1, 2]]),
        ("decision", {"judgement": "true", "note": "", "decided": None}),
    ],
)
def test_wrong_values_of_a_result_are_refused(story, name, value):
    """A wrong value is found wherever a result stands."""
    report = _report(story.full)
    report["findings"][0]["origins"][0][0][name] = value
    assert len(_faults(report)) == 1


@pytest.mark.parametrize(
    ("name", "value"), [("kind", "tone"), ("bearing", "lie"), ("a", None), ("a_value", 12)]
)
def test_wrong_values_of_a_difference_are_refused(story, name, value):
    """Kinds and bearings are those of the contract."""
    report = _report(story.full)
    report["findings"][0]["origins"][0][0]["differences"][0][name] = value
    assert len(_faults(report)) == 1


def test_an_omission_needs_two_origins(story):
    """What one origin alone reports is no omission."""
    report = _report(story.full)
    del report["omissions"][0]["origins"][1]
    assert len(_faults(report)) == 1


def test_another_version_is_refused(story):
    """Schema 2 would be another contract."""
    assert _faults({**_report(story.full), "schema": 2}) == ["1 was expected"]


@pytest.mark.parametrize(
    ("values", "allowed"),
    [
        (Relation, DEFINED["relation"]),
        (ClaimKind, DEFINED["claim_kind"]),
        (DifferenceKind, DEFINED["difference"]["properties"]["kind"]),
        (Bearing, DEFINED["difference"]["properties"]["bearing"]),
        (Judgement, DEFINED["decision"]["properties"]["judgement"]),
        (Stance, DEFINED["detailed_claim"]["properties"]["stance"]),
        (Factuality, DEFINED["detailed_claim"]["properties"]["factuality"]),
        (Polarity, DEFINED["detailed_claim"]["properties"]["polarity"]),
        (Certainty, DEFINED["detailed_claim"]["properties"]["certainty"]),
        (Bound, DEFINED["quantity"]["properties"]["bound"]),
        (Kind, DEFINED["quantity"]["properties"]["kind"]),
        (Granularity, DEFINED["time"]["properties"]["granularity"]),
    ],
    ids=lambda one: one.__name__ if isinstance(one, type) else "",
)
def test_the_schema_knows_every_value(values: type[StrEnum], allowed):
    """None that the tool may write is missing, and none is there that it never writes."""
    assert {one for one in allowed["enum"] if one} == {one.value for one in values}
