"""What the status bar says of saving and sync: plain values, so that the window need not know how entries travel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.journal.entry import Entry
from ui import words
from ui.widgets.bars import StatusView

WARN_MINUTES, ERROR_MINUTES = 120, 24 * 60


@dataclass(frozen=True, slots=True)
class SyncView:
    """`state` is synced, syncing, waiting, offline or attention; times are ISO; `problem` a code for the help desk."""

    state: str
    waiting: int
    oldest: str | None
    contact: str | None
    problem: str = ""


def with_entries(view: SyncView, entries: Sequence[Entry]) -> SyncView:
    """The standing once these entries were written: never greener than before they were sent."""
    state = "waiting" if view.state == "synced" and entries else view.state
    oldest = view.oldest or (entries[0].at if entries else None)
    return replace(view, state=state, waiting=view.waiting + len(entries), oldest=oldest)


def offline_words(view: SyncView, now: datetime) -> str:
    """離線 12 分, or nothing while the line is up."""
    if view.state != "offline":
        return ""
    if view.contact is None:
        return QCoreApplication.translate("Standing", "Offline")
    since = words.span(words.minutes_since(view.contact, now))
    return QCoreApplication.translate("Standing", "Offline {0}").format(since)


def status(view: SyncView, saved: str | None, printer: str, now: datetime) -> StatusView:
    """The bar's words; green only when central acknowledged everything."""
    translate = QCoreApplication.translate
    age = words.minutes_since(view.oldest, now) if view.oldest else 0
    waiting = translate("Standing", "{0} to send (oldest {1})").format(view.waiting, words.span(age))
    tone = "error" if age >= ERROR_MINUTES else "warn"
    standing = {
        "synced": (translate("Standing", "Synced"), "ok", "check"),
        "syncing": (translate("Standing", "Syncing, {0} to send").format(view.waiting), "info", "refresh-cw"),
        "waiting": (waiting, tone, "clock"),
        "offline": (
            waiting if view.waiting else translate("Standing", "Nothing to send"),
            tone if view.waiting else "offline",
            "clock",
        ),
        "attention": (problem_words(view.problem), "error", "circle-alert"),
    }[view.state]
    contact = words.clock(view.contact, zone=now.tzinfo) if view.contact else translate("Standing", "never")
    return StatusView(
        saved=translate("Standing", "Saved here {0}").format(words.clock(saved, seconds=True, zone=now.tzinfo))
        if saved
        else "",
        standing=standing[0],
        standing_tone=standing[1],
        standing_icon=standing[2],
        last_sync=translate("Standing", "Last sync {0}").format(contact),
        printer=printer,
    )


def problem_words(code: str) -> str:
    """What a person must look at, with the help desk's code."""
    translate = QCoreApplication.translate
    words_of = {
        "tls": translate("Standing", "Central's certificate is not trusted"),
        "bad-address": translate("Standing", "Central's address is wrong"),
        "bad-signature": translate("Standing", "Central does not accept this station's signature"),
        "unknown-station": translate("Standing", "Central does not know this station"),
        "stale": translate("Standing", "This data file is older than what central has seen"),
        "fork": translate("Standing", "Central holds other entries under the same numbers"),
        "revoked": translate("Standing", "This station was revoked"),
        "not-enrolled": translate("Standing", "This station is not enrolled"),
        "forged-answer": translate("Standing", "An answer was not signed by central"),
        "wrong-central": translate("Standing", "Another central answered"),
        "wrong-office": translate("Standing", "This station belongs to another office"),
    }
    told = words_of.get(code, translate("Standing", "Needs attention"))
    return f"{told}（{code}）" if code else told
