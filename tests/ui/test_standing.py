"""The status bar never says more than is so: green only when everything is acknowledged, troubles in words."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.clock import TAIWAN
from app.journal.entry import Clock, Entry
from sync.answers import TABLE, Class
from ui.standing import SyncView, offline_words, problem_words, status, with_entries

NOW = datetime(2026, 2, 3, 10, 42, 7, tzinfo=TAIWAN)
TEN_THIRTY = "2026-02-03T02:30:00+00:00"  # as central's clock writes it


def told(view: SyncView) -> tuple[str, str]:
    shown = status(view, NOW.isoformat(), "", NOW)
    return shown.standing, shown.standing_tone


def test_green_only_when_all_is_acknowledged() -> None:
    assert told(SyncView("synced", 0, None, TEN_THIRTY)) == ("已同步", "ok")
    for state in ("syncing", "waiting", "offline", "attention"):
        assert told(SyncView(state, 3, TEN_THIRTY, TEN_THIRTY))[1] != "ok"


@pytest.mark.parametrize(
    ("oldest", "words", "tone"),
    [
        ("2026-02-03T10:30:07+08:00", "待送 3 筆（最舊 12 分）", "warn"),
        ("2026-02-03T08:12:07+08:00", "待送 3 筆（最舊 2 時 30 分）", "warn"),
        ("2026-02-02T10:42:07+08:00", "待送 3 筆（最舊 24 時 0 分）", "error"),
    ],
)
def test_what_waits_says_since_when(oldest: str, words: str, tone: str) -> None:
    assert told(SyncView("waiting", 3, oldest, TEN_THIRTY)) == (words, tone)


def test_hours_are_told_in_the_device_s_zone() -> None:
    shown = status(SyncView("synced", 0, None, TEN_THIRTY), "2026-02-03T10:42:07+08:00", "", NOW)
    assert (shown.saved, shown.last_sync) == ("已存本機 10:42:07", "上次同步 10:30")


def test_offline_says_since_when() -> None:
    assert offline_words(SyncView("offline", 0, None, TEN_THIRTY), NOW) == "離線 12 分"
    assert offline_words(SyncView("offline", 0, None, None), NOW) == "離線"
    assert offline_words(SyncView("waiting", 1, None, TEN_THIRTY), NOW) == ""


def test_every_trouble_that_needs_a_person_has_a_code_for_the_help_desk() -> None:
    for code, kind in TABLE.items():
        if kind is not Class.LATER:
            assert problem_words(code).endswith(f"（{code}）")


def test_a_new_entry_is_never_shown_as_sent() -> None:
    view = with_entries(SyncView("synced", 0, None, TEN_THIRTY), [made_up_entry()])
    assert (view.state, view.waiting, view.oldest) == ("waiting", 1, NOW.isoformat())
    assert with_entries(SyncView("offline", 2, "x", None), []) == SyncView("offline", 2, "x", None)


def made_up_entry() -> Entry:
    clock = Clock(offset_ms=None, offset_age_s=None, boot="b", monotonic_ms=0)
    return Entry(
        office="sanmin", station="K03", number=1, subject="V-K03-1150203-0001", version=1, kind="visit.opened",
        schema=1, at=NOW.isoformat(), clock=clock, clerk="C01", catalogue="c", facts={}, facts_salt="", facts_digest="",
        person=None, person_salt=None, person_digest="", digest="",
    )  # fmt: skip
