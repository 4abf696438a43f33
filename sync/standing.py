"""What the status bar may say of sync: computed from what is written down, never greener than that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.journal.store import HELD, Store
from sync.answers import Class, Outcome, outcome_of

# The station's own notes on sync, in the store's marks.
SEQUENCE, KEPT, CURSOR = "sync.sequence", "sync.kept", "sync.cursor"
AGREED, CONTACT, PROBLEM, CENTRAL = "sync.agreed", "sync.contact", "sync.problem", "sync.central"


class State(Enum):
    """已同步, 同步中, 待送, 離線, 需處理."""

    SYNCED = "synced"
    SYNCING = "syncing"
    WAITING = "waiting"
    OFFLINE = "offline"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is written down: own head, the number central acknowledged, the number at which all sums agreed."""

    head: int
    held: int
    agreed: int | None
    contact: str | None
    problem: Outcome | None
    busy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`waiting` entries are not acknowledged, the oldest from `oldest` (ISO); `contact` is the last answer's time."""

    state: State
    waiting: int
    oldest: str | None
    contact: str | None
    problem: Outcome | None


def state_of(facts: Facts) -> State:
    """Green only if every entry is acknowledged, all sums agreed at that very number, and the last round was good."""
    if facts.problem is not None and facts.problem.kind is not Class.LATER:
        return State.ATTENTION
    if facts.problem is None and facts.agreed == facts.held == facts.head and facts.contact is not None:
        return State.SYNCED
    if facts.busy:
        return State.SYNCING
    if facts.problem is not None or facts.contact is None:
        return State.OFFLINE
    return State.WAITING


class Notes(Protocol):
    """Where marks are read."""

    def mark(self, name: str) -> str | None:
        """The value noted under a name."""


def number(notes: Notes, name: str) -> int:
    """A mark that counts; 0 before it was ever written."""
    return int(notes.mark(name) or 0)


def noted_problem(notes: Notes) -> Outcome | None:
    """How the last round ended: `None` when it went well."""
    code = notes.mark(PROBLEM)
    return outcome_of(code) if code else None


def standing(store: Store, busy: bool, problem: Outcome | None) -> Standing:
    """The standing of this store's own station; `problem` is how the last round ended."""
    head = store.head(store.origin.station).number
    noted, waiting = store.marks(AGREED, HELD, CONTACT), store.waiting()
    facts = Facts(
        head=head,
        held=int(noted.get(HELD) or 0),
        agreed=int(noted[AGREED]) if noted.get(AGREED) else None,
        contact=noted.get(CONTACT) or None,
        problem=problem,
        busy=busy,
    )
    return Standing(
        state=state_of(facts),
        waiting=waiting.count,
        oldest=waiting.oldest,
        contact=facts.contact,
        problem=facts.problem,
    )
