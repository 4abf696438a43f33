"""Conditions are judged with three values: what is not known is neither true nor false."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import ALWAYS, Condition, Value, holds, parse, parse_test, undecided

NAMES = st.sampled_from(["role", "age", "married"])
TESTS: dict[str, list[Value]] = {
    "role": ["father", "not father|mother", "head|mother"],
    "age": ["<14", ">=18", 20],
    "married": [True, False],
}
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "role": st.sampled_from(["father", "mother", "head"]),
    "age": st.integers(0, 99),
    "married": st.booleans(),
}

clauses = st.lists(NAMES, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({n: st.sampled_from(TESTS[n]) for n in names})
)
conditions = st.lists(clauses, min_size=1, max_size=3).map(parse)
known = st.lists(NAMES, unique=True).flatmap(lambda names: st.fixed_dictionaries({n: VALUES[n] for n in names}))


@pytest.mark.parametrize(
    ("written", "value", "answer"),
    [
        (True, True, True),
        (False, True, False),
        ("own|kin-owned", "kin-owned", True),
        ("own|kin-owned", "rented", False),
        ("not father|mother", "mother", False),
        ("not father|mother", "head", True),
        (">=14", 14, True),
        (">=14", 13, False),
        ("<14", 14, False),
        (">3", 4, True),
        ("<=3", 4, False),
        ("<2008-05-23", date(2008, 5, 22), True),
        ("<2008-05-23", date(2008, 5, 23), False),
        (5, 5, True),
    ],
)
def test_each_way_of_writing_a_test(written: object, value: Value, answer: bool) -> None:
    assert parse_test(written).holds(value) is answer


@pytest.mark.parametrize("wrong", [None, "", [], {"a": None}, 1.5])
def test_what_is_no_test_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse(wrong if isinstance(wrong, dict) else {"a": wrong})


def test_a_condition_must_be_a_mapping_or_a_list_of_them() -> None:
    with pytest.raises(ValueError, match="not a condition"):
        parse("married")


def test_false_beats_unknown_and_unknown_beats_true_within_a_clause() -> None:
    condition = parse({"married": True, "age": "<18"})
    assert holds(condition, {"married": False}) is False
    assert holds(condition, {"married": True}) is None
    assert undecided(condition, {"married": True}) == ("age",)
    assert undecided(condition, {"married": False}) == ()


def test_one_clause_that_holds_settles_alternatives() -> None:
    condition = parse([{"married": True}, {"age": "<18"}])
    assert holds(condition, {"married": True}) is True
    assert holds(condition, {"married": False}) is None
    assert undecided(condition, {"married": False}) == ("age",)


def test_always_holds_and_asks_nothing() -> None:
    assert holds(ALWAYS, {}) is True
    assert undecided(ALWAYS, {}) == ()


@given(condition=conditions, facts=known, more=known)
def test_a_decided_answer_never_changes_when_more_becomes_known(
    condition: Condition, facts: dict[str, Value], more: dict[str, Value]
) -> None:
    before = holds(condition, facts)
    if before is not None:
        assert holds(condition, {**more, **facts}) is before


@given(condition=conditions, facts=known)
def test_what_is_undecided_names_facts_that_can_decide_it(condition: Condition, facts: dict[str, Value]) -> None:
    missing = undecided(condition, facts)
    assert bool(missing) == (holds(condition, facts) is None)
    assert not set(missing) & facts.keys()
    named = {code for code, _ in condition.facts()}
    everything = {**{code: _any(code) for code in named}, **facts}
    assert holds(condition, everything) is not None


def _any(code: str) -> Value:
    values: dict[str, Value] = {"role": "head", "age": 30, "married": True}
    return values[code]
