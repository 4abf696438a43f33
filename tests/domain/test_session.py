"""Five wrong tries in a row close the door for a quarter of an hour (the security floor of the counter app)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.session import locked_until

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_four_wrong_tries_leave_the_door_open() -> None:
    assert locked_until([NOON] * 4, NOON) is None


def test_the_fifth_closes_it_for_fifteen_minutes() -> None:
    tries = [NOON + i * MINUTE for i in range(5)]
    opens = NOON + 19 * MINUTE
    assert locked_until(tries, NOON + 4 * MINUTE) == opens
    assert locked_until(tries, opens - timedelta(microseconds=1)) == opens
    assert locked_until(tries, opens) is None


def test_after_the_pause_five_tries_are_free_again() -> None:
    later = NOON + 20 * MINUTE
    assert locked_until([NOON] * 5 + [later] * 4, later) is None
    assert locked_until([NOON] * 5 + [later] * 5, later) == later + 15 * MINUTE


@given(st.lists(st.integers(0, 14), min_size=1, max_size=20))
def test_tries_during_the_pause_do_not_lengthen_it(minutes: list[int]) -> None:
    tries = [NOON] * 5 + [NOON + m * MINUTE for m in sorted(minutes)]
    assert locked_until(tries, NOON + 14 * MINUTE) == NOON + 15 * MINUTE
