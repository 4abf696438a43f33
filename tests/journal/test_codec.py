"""Events survive the way into an entry and back, also blanked, old, new or broken."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from hypothesis import given

from app.domain.events import Event, FormFilled, PartyNamed, VisitOpened
from app.journal.codec import canonical, parsed, to_bodies, to_event
from app.journal.entry import Body, Clock, Entry
from app.journal.upcast import current, forward
from tests.made_up import any_event


def _entry(kind: str, schema: int, facts: Body, person: Body | None) -> Entry:
    clock = Clock(offset_ms=None, offset_age_s=None, boot="b", monotonic_ms=0)
    return Entry(
        office="sanmin", station="K03", number=1, subject="V-1", version=1, kind=kind, schema=schema, at="",
        clock=clock, clerk="c01", catalogue="1", facts=facts, facts_salt="", facts_digest="", person=person,
        person_salt="", person_digest="", digest="",
    )  # fmt: skip


@given(any_event())
def test_an_event_comes_back_through_canonical_json(event: Event) -> None:
    kind, schema, facts, person = to_bodies(event)
    entry = _entry(kind, schema, parsed(canonical(facts)), parsed(canonical(person)))
    assert to_event(entry) == event


@given(any_event())
def test_a_blanked_event_keeps_its_facts_and_nothing_personal(event: Event) -> None:
    kind, schema, facts, _ = to_bodies(event)
    personal = {f.name: None for f in fields(event) if f.metadata.get("body") == "person"}
    assert to_event(_entry(kind, schema, facts, None)) == replace(event, **personal)
    assert not personal.keys() & facts.keys()


def test_names_and_typed_values_travel_in_the_person_body() -> None:
    _, _, facts, person = to_bodies(
        PartyNamed(role="self", name="王𠮷安", id_number="A123456789", birth_date=date(1990, 2, 3), phone="0912345678")
    )
    assert person == {
        "name": "王𠮷安", "id_number": "A123456789", "birth_date": "1990-02-03", "phone": "0912345678",
    }  # fmt: skip
    assert facts == {"role": "self", "read_from": "typed"}
    _, _, facts, person = to_bodies(FormFilled(fields=("child_name",), values={"child_name": "陳小安"}))
    assert facts == {"fields": ["child_name"]}
    assert person == {"values": {"child_name": "陳小安"}}


def test_what_a_newer_program_wrote_is_not_read_as_something_else() -> None:
    facts = {"ticket": "A1", "opened_on": "2026-03-02"}
    assert to_event(_entry("visit.opened", 1, facts, {})) == VisitOpened(ticket="A1", opened_on=date(2026, 3, 2))
    assert to_event(_entry("visit.opened", 2, facts, {})) is None
    assert to_event(_entry("visit.teleported", 1, facts, {})) is None
    assert to_event(_entry("visit.opened", 1, {"ticket": 5}, {})) is None


def test_canonical_bytes_do_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": {"d": "𠮷", "c": None}}) == '{"a":{"c":null,"d":"𠮷"},"b":1}'.encode()
    assert canonical({"a": {"c": None, "d": "𠮷"}, "b": 1}) == canonical({"b": 1, "a": {"d": "𠮷", "c": None}})


def test_old_bodies_are_read_forward_step_by_step() -> None:
    def named(facts: Body, person: Body) -> tuple[Body, Body]:
        return {**facts, "role": "self"}, person

    def moved(facts: Body, person: Body) -> tuple[Body, Body]:
        return {k: v for k, v in facts.items() if k != "phone"}, {**person, "phone": facts["phone"]}

    steps = {("visit.party", 1): named, ("visit.party", 2): moved}
    assert current("visit.party", steps) == 3
    assert current("visit.opened", steps) == 1
    assert forward("visit.party", 1, {"phone": "1"}, {}, steps) == ({"role": "self"}, {"phone": "1"})
    assert forward("visit.party", 3, {"role": "x"}, {}, steps) == ({"role": "x"}, {})
