"""The application-form fields of all 80 services: complete, well formed, and their errors say where to look."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue import load
from app.catalogue_forms import Known, load_forms
from app.domain.conditions import Facts
from app.domain.facts import asked_as
from app.domain.form import FieldType
from app.domain.questions import questions_of
from app.located_yaml import CatalogueError

ROOT = Path(__file__).parents[2] / "resources" / "catalogue" / "forms"
CATALOGUE = load()
KNOWN = Known(
    CATALOGUE.services.keys(),
    CATALOGUE.documents.keys(),
    {code: fact.type for code, fact in CATALOGUE.facts.items()},
)
FORMS = load_forms(ROOT, KNOWN)
LINES = [
    (path.name, number)
    for path in sorted(ROOT.glob("*.yaml"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines())
    if re.search(r"\btype: [a-z-]+[,}]", line)
]
Edit = Callable[[str], str]


def codes(service: str) -> list[str]:
    return [field.code for field in FORMS[service].fields]


def broken(folder: Path, file: str, edit: Edit) -> CatalogueError:
    """The error of the shipped forms after one file was edited."""
    folder = folder / ROOT.name
    shutil.copytree(ROOT, folder)
    path = folder / file
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        load_forms(folder, KNOWN)
    return raised.value


def line_of(file: str, words: str) -> int:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


@pytest.mark.parametrize("service", sorted(CATALOGUE.services))
def test_every_service_has_a_form_of_at_least_three_fields_with_its_applicant(service: str) -> None:
    assert len(codes(service)) >= 3
    assert {"applicant_name", "applicant_id_number"} <= set(codes(service))
    assert len(set(codes(service))) == len(codes(service))


@pytest.mark.parametrize("service", sorted(CATALOGUE.services))
def test_labels_are_chinese_and_english(service: str) -> None:
    for field in FORMS[service].fields:
        assert re.search(r"[\u4e00-\u9fff]", field.label_zh + field.section.zh), field.code
        assert re.search(r"[A-Za-z]", field.label_en), field.code
        assert not re.search(r"[\u4e00-\u9fff]", field.label_en + field.section.en), field.code


@pytest.mark.parametrize("service", sorted(CATALOGUE.services))
def test_a_step_holds_twelve_fields_and_a_choice_nine_digits(service: str) -> None:
    form = FORMS[service]
    assert [field for _, fields in form.sections for field in fields] == list(form.fields)
    assert max(len(fields) for _, fields in form.sections) <= 12
    for field in form.fields:
        from_fact = field.type is FieldType.CHOICE and field.comes_from.startswith("fact:")
        assert (2 <= len(field.choices) <= 9) == (field.type is FieldType.CHOICE and not from_fact), field.code


def test_no_form_claims_to_be_official_without_having_been_read() -> None:
    """No official form could be read; a field is verified only where a statute or an office page prescribes it."""
    for form in FORMS.values():
        assert (form.official, form.verified, form.name_zh) == (False, False, "")
        assert all(field.source for field in form.fields)


def test_a_source_prescribes_only_what_it_speaks_of() -> None:
    """戶籍法施行細則第11條 is about applications for household registration, not about seals."""
    registration, seal = (
        next(field for field in FORMS[service].fields if field.code == "applicant_name")
        for service in ("birth-registration", "seal-certificate")
    )
    assert (registration.source, registration.verified) == ("戶籍法施行細則第11條", True)
    assert (seal.source, seal.verified) == ("戶政事務所辦理印鑑登記作業規定第8點", False)


@pytest.mark.parametrize(
    ("service", "wanted"),
    [
        # 戶籍法施行細則第11條: birth date, name, number, address; household number and head where needed
        ("given-name-change", {"principal_name", "principal_id_number", "principal_birth_date", "principal_address"}),
        ("death-registration", {"deceased_name", "died_on", "death_place", "household_number", "head_name"}),
        ("birth-registration", {"child_name", "child_sex", "child_birth_date", "child_birth_order", "mother_name"}),
        # 民法第982條、第1050條: two witnesses
        ("marriage-registration", {"witness_one_name", "witness_two_name", "party_one_name", "party_two_name"}),
        ("divorce-registration-mutual", {"witness_one_name", "witness_two_name"}),
        ("move-in-registration", {"old_address", "new_address", "mover_names", "new_head_name", "moved_on"}),
        ("seal-certificate", {"certificate_purpose", "copies", "thumbprint_witness_two"}),
        ("doorplate-initial", {"permit_number", "plot_number"}),
        # 戶政機關受理申請指定送達地址作業要點第3點: set, change, cancel, query
        ("designated-delivery-address", {"address_act", "delivery_address_set"}),
    ],
)
def test_what_the_rules_ask_stands_in_the_form(service: str, wanted: set[str]) -> None:
    assert wanted <= set(codes(service))


def test_an_agent_is_needed_only_when_someone_else_files() -> None:
    agent = next(field for field in FORMS["birth-registration"].fields if field.code == "agent_name")
    facts: tuple[Facts, ...] = ({}, {"by_agent": True}, {"by_agent": False})
    assert [agent.shown(known) for known in facts] == [True, True, False]
    assert [agent.needed(known) for known in facts] == [False, True, False]


@pytest.mark.parametrize("service", ["given-name-change", "seal-certificate", "id-reissue", "marriage-registration"])
def test_a_person_named_in_the_visit_is_not_typed_again(service: str) -> None:
    """ux.md §1 rule 5: never ask for what a card or an earlier step holds."""
    for field in FORMS[service].fields:
        if field.type is FieldType.ID_NUMBER and field.required:
            assert field.comes_from.partition(":")[0] in {"party", "paper"}, field.code


def test_what_stands_on_a_kept_paper_is_not_typed_again() -> None:
    """ux.md §5a: after the papers, a birth takes the surname's rule, the name and little else."""
    birth = [field.code for field in FORMS["birth-registration"].fields if field.needed({"by_agent": False})]
    typed = {field.code for field in FORMS["birth-registration"].fields if field.comes_from == "typed"} & set(birth)
    assert typed == {"child_surname_rule", "child_name", "child_birth_order"}


@pytest.mark.parametrize("service", sorted(CATALOGUE.services))
def test_a_condition_rests_on_what_the_service_asks(service: str) -> None:
    asked = {fact.code for fact in questions_of(CATALOGUE.services[service], CATALOGUE)}
    for field in FORMS[service].fields:
        for code, _ in field.when.facts():
            assert set(asked_as(CATALOGUE.facts[code], CATALOGUE)) <= asked | {"by_agent"}, (field.code, code)


def test_a_registered_question_is_taken_from_its_fact() -> None:
    birth = {field.code: field.comes_from for field in FORMS["birth-registration"].fields}
    assert birth["child_birth_date"] == "fact:birth_date"
    assert birth["applicant_relation"] == "fact:applicant_role"


@settings(max_examples=25)
@given(place=st.sampled_from(LINES))
def test_an_unknown_type_is_reported_with_its_file_and_line(
    place: tuple[str, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file, number = place

    def edit(text: str) -> str:
        lines = text.split("\n")
        lines[number] = re.sub(r"\btype: [a-z-]+", "type: nonsense", lines[number], count=1)
        return "\n".join(lines)

    assert broken(tmp_path_factory.mktemp("forms"), file, edit).where == f"forms/{file}:{number + 1}"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("seal.yaml", '"paper:registered-seal"', '"paper:nothing"', "paper:nothing is unknown"),
        ("seal.yaml", "fact:seal_exception", "fact:by_agent", "of another type than choice"),
        ("seal.yaml", "when: {by_agent: true}", "when: {by_nobody: true}", "unknown fact by_nobody"),
        ("seal.yaml", "choices: seal-reason", "choices: no-reason", "unknown choices no-reason"),
        ("seal.yaml", "{group: seal}", "{group: whale}", "unknown group whale"),
        ("seal.yaml", "seal-cancel:", "seal-melt:", "unknown service"),
        ("other.yaml", "code: contact_phone,", "code: contact_name,", "field contact_name stands twice"),
        (
            "other.yaml",
            "{code: lift, zh: 解除, en: Lift}",
            "{code: set, zh: 解除, en: Lift}",
            "answer set stands twice",
        ),
        ("doorplate.yaml", "form: {source", "form: {official: true, source", "an official form has both names"),
        ("nationality.yaml", "nationality-loss:", "naturalisation:", "naturalisation is given twice"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    error = broken(tmp_path, file, lambda text: text.replace(old, new, 1))
    assert says in error.what
    assert error.where.startswith(f"forms/{file}:")


def test_the_line_of_a_wrong_origin_is_the_line_of_its_field(tmp_path: Path) -> None:
    error = broken(tmp_path, "seal.yaml", lambda text: text.replace('"paper:unit-proof"', '"paper:nothing"'))
    assert error.where == f"forms/seal.yaml:{line_of('seal.yaml', 'paper:unit-proof')}"


def test_a_service_without_a_form_is_named(tmp_path: Path) -> None:
    error = broken(tmp_path, "citizen-certificate.yaml", lambda text: "{}\n")
    assert error.what == "no form for cdc-issue"


def test_broken_yaml_is_reported_with_its_line(tmp_path: Path) -> None:
    error = broken(tmp_path, "seal.yaml", lambda text: text + "\nx: [1, 2\n")
    assert re.fullmatch(r"forms/seal\.yaml:\d+", error.where)


def test_only_the_person_at_the_counter_fills_the_fields_about_that_person() -> None:
    form = {field.code: field for field in FORMS["birth-registration"].fields}
    mother = {code for code, field in form.items() if field.asks_of("mother", by_agent=False)}
    assert {"applicant_name", "mother_name"} <= mother
    assert "father_name" not in mother
    assert not [code for code, field in form.items() if field.asks_of("mother", by_agent=True) and code != "agent_name"]
