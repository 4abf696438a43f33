"""The packaged catalogue is whole, and a fault in it is reported with its file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.catalogue import CatalogueError, load, with_amounts
from app.domain.facts import BadInput
from app.domain.fee import Copies
from app.domain.precheck import CaseRequest
from tests.domain.catalogue_cases import judged

RESOURCES = Path(__file__).parents[2] / "resources"


def test_everything_the_sources_list_is_there() -> None:
    catalogue = load()
    assert len(catalogue.services) == 80
    assert len(catalogue.fees) == 37
    assert len(catalogue.districts) == 38
    assert len(catalogue.facts) >= 74
    assert [band.amount for band in catalogue.penalties["late-filing"][0].bands] == [300, 500, 700, 900]


def test_every_rule_names_its_law_and_every_service_its_sources_and_form() -> None:
    for service in load().services.values():
        assert service.law
        assert service.sources
        assert service.form
        assert all(rule.law for rule in service.rules)
        assert all(approval.law for approval in service.approvals)


def test_every_question_has_words_for_a_screen() -> None:
    for fact in load().facts.values():
        assert fact.question.zh
        assert fact.question.en
        assert fact.label is not None
        assert len(fact.label.zh) <= 8


def test_the_version_names_the_contents(tmp_path: Path) -> None:
    other = copy_of_resources(tmp_path, "offices/districts.yaml", lambda text: text + "# touched\n")
    assert load(other).version != load().version
    assert load(other).version.split("+")[0] == load().version.split("+")[0]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("catalogue/services/seal.yaml", "mode: exception-only", "mode: sometimes", "delegation.mode"),
        ("catalogue/services/seal.yaml", "document: registered-seal", "document: walrus", "unknown document 'walrus'"),
        ("catalogue/services/seal.yaml", "fee: seal-cert", "fee: seal-certain", "unknown fee 'seal-certain'"),
        ("catalogue/services/seal.yaml", "{by_agent: true}", "{by_agents: true}", "unknown fact 'by_agents'"),
        ("catalogue/services/seal.yaml", "{by_agent: true}", "{by_agent: perhaps}", "does not fit"),
        ("catalogue/services/seal.yaml", "seal_exception: not none", "seal_exception: not nonesuch", "does not fit"),
        ("catalogue/services/seal.yaml", "  group: 印鑑", "  group: 印鑑\n  colour: red", "colour"),
        ("catalogue/services/civil-status.yaml", "due_on: wanted_date", "due_on: some_day", "some_day"),
        ("catalogue/fees.yaml", "amount: 15\n", "amount: fifteen\n", "amount"),
        ("catalogue/facts.yaml", "type: bool", "type: boolean", "type"),
        ("catalogue/penalties.yaml", "{days: 16, amount: 500}", "{days: 16}", "amount"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    root = copy_of_resources(tmp_path, name, lambda text: text.replace(old, new, 1))
    with pytest.raises(CatalogueError) as caught:
        load(root)
    where, what = str(caught.value).split(": ", 1)
    assert told in what
    file, line = where.split(":")
    assert name.endswith(file)
    text = (root / name).read_text(encoding="utf-8")
    assert int(line) == text[: text.index(new) + len(new.rstrip())].count("\n") + 1


def test_an_office_sets_what_its_city_charges() -> None:
    assert [line.fee for line in judged(CaseRequest("doorplate-initial")).unpriced] == ["doorplate"]
    ours = with_amounts(load(), {"doorplate": 90})
    assert ours.fees["doorplate"].amount == 90
    assert load().fees["doorplate"].amount is None


@pytest.mark.parametrize("code", ["transcript", "walrus"])
def test_national_fees_are_not_for_an_office_to_set(code: str) -> None:
    with pytest.raises(BadInput, match=code):
        with_amounts(load(), {code: 1})


def test_an_unconfirmed_local_amount_says_so() -> None:
    """Four cities charge 20 for a seal certificate; this city's rule was not read."""
    result = judged(CaseRequest("seal-certificate", copies={"seal-cert": Copies(2)}))
    assert [line.amount for line in result.fees] == [40]
    assert any("seal-cert" in reason.en for reason in result.reasons)


def copy_of_resources(folder: Path, name: str, change: Callable[[str], str]) -> Path:
    """The packaged data with one file changed."""
    for part in ("catalogue", "calendars", "offices"):
        shutil.copytree(RESOURCES / part, folder / part)
    file = folder / name
    before = file.read_text(encoding="utf-8")
    file.write_text(change(before), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != before
    return folder
