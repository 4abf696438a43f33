"""Never greener than the facts: any entry not acknowledged, any doubt, any bad round, and the light is not green."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.answers import TABLE, Class, outcome_of
from sync.standing import Facts, State, state_of

numbers = st.integers(0, 20)
problems = st.none() | st.sampled_from(sorted(TABLE)).map(outcome_of)
everything = st.builds(
    Facts,
    head=numbers,
    held=numbers,
    agreed=st.none() | numbers,
    contact=st.none() | st.just("2026-03-02T02:00:00+00:00"),
    problem=problems,
    busy=st.booleans(),
)


@given(everything.filter(lambda facts: facts.held != facts.head))
def test_an_entry_that_is_not_acknowledged_is_never_green(facts: Facts) -> None:
    assert state_of(facts) is not State.SYNCED


@given(everything.filter(lambda facts: facts.agreed != facts.head))
def test_sums_that_did_not_agree_at_the_last_entry_are_never_green(facts: Facts) -> None:
    assert state_of(facts) is not State.SYNCED


@given(everything.filter(lambda facts: facts.problem is not None))
def test_a_round_that_went_wrong_is_never_green(facts: Facts) -> None:
    assert state_of(facts) is not State.SYNCED


@given(everything.filter(lambda facts: facts.problem is not None and facts.problem.kind is not Class.LATER))
def test_what_needs_a_person_says_so_even_while_a_round_runs(facts: Facts) -> None:
    assert state_of(facts) is State.ATTENTION


@given(numbers, st.booleans())
def test_all_acknowledged_agreed_and_well_is_green_even_while_looking_again(number: int, busy: bool) -> None:
    facts = Facts(head=number, held=number, agreed=number, contact="2026-03-02", problem=None, busy=busy)
    assert state_of(facts) is State.SYNCED


def test_the_four_other_words() -> None:
    behind = Facts(head=3, held=1, agreed=1, contact="2026-03-02", problem=None, busy=False)
    assert state_of(behind) is State.WAITING
    no_line = Facts(head=3, held=1, agreed=1, contact="2026-03-02", problem=outcome_of("timeout"), busy=False)
    assert state_of(no_line) is State.OFFLINE
    sending = Facts(head=3, held=1, agreed=1, contact="2026-03-02", problem=None, busy=True)
    assert state_of(sending) is State.SYNCING
    never = Facts(head=0, held=0, agreed=None, contact=None, problem=None, busy=False)
    assert state_of(never) is State.OFFLINE
