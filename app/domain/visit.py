"""One party at one counter: who came, how many cases, and when it is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain import events as e
from app.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands at the counter; every personal field may be blank."""

    role: str = ""
    name: str = ""
    id_number: str = ""
    birth_date: date | None = None
    phone: str = ""
    read_from: str = "typed"
    doubt_reason: str = ""


@dataclass(frozen=True, slots=True)
class VisitState:
    """A visit as its entries tell it; `receipt` is the one that pays it now."""

    id: str
    opened_on: date
    ticket: str | None
    language: str
    priority: bool
    party: Party = Party()
    held: bool = False
    held_reason: str = ""
    paid: bool = False
    receipt: str | None = None
    total: int = 0
    closed: bool = False
    version: int = 1


def fold(visit: str, history: Iterable[e.Event | None]) -> VisitState | None:
    """The visit after `history`; `None` before it was opened."""
    state: VisitState | None = None
    for event in history:
        if isinstance(event, e.VisitOpened):
            state = VisitState(visit, event.opened_on, event.ticket, event.language, event.priority)
        elif state is not None:
            state = replace(_apply(state, event), version=state.version + 1)
    return state


def _apply(state: VisitState, event: e.Event | None) -> VisitState:
    match event:
        case e.PartyNamed():
            return replace(state, party=_party(event))
        case e.VisitHeld():
            return replace(state, held=True, held_reason=event.reason)
        case e.VisitRecalled():
            return replace(state, held=False, held_reason="")
        case e.VisitPaid():
            return replace(state, paid=True, receipt=event.receipt, total=event.total)
        case e.VisitReopened():
            return replace(state, paid=False, receipt=None, total=0, closed=False)
        case e.VisitClosed():
            return replace(state, closed=True)
        case _:
            return state


def _party(event: e.PartyNamed) -> Party:
    return Party(
        event.role,
        event.name or "",
        event.id_number or "",
        event.birth_date,
        event.phone or "",
        event.read_from,
        event.doubt_reason or "",
    )


def name_party(state: VisitState, party: Party) -> tuple[e.Event, ...]:
    """Says who the party is; saying the same again makes no entry."""
    if state.closed:
        raise Refusal("visit-closed", visit=state.id)
    if party == state.party:
        return ()
    return (_named(party),)


def named_before(party: Party) -> tuple[e.Event, ...]:
    """The party of an earlier visit, to be looked at again; nothing of one that was never named."""
    return () if party == Party() else (_named(replace(party, read_from="notice")),)


def _named(party: Party) -> e.PartyNamed:
    return e.PartyNamed(
        role=party.role,
        read_from=party.read_from,
        name=party.name or None,
        id_number=party.id_number or None,
        birth_date=party.birth_date,
        phone=party.phone or None,
        doubt_reason=party.doubt_reason or None,
    )


def admit(state: VisitState) -> None:
    """A visit takes further cases until it is paid, for it has one receipt. Raises Refusal."""
    if state.closed:
        raise Refusal("visit-closed", visit=state.id)
    if state.paid:
        raise Refusal("visit-paid", visit=state.id)


def pay(state: VisitState, receipt: str | None, total: int) -> tuple[e.Event, ...]:
    """The whole visit is settled at once; `total` NT$ is 0 without a receipt."""
    if state.paid:
        raise Refusal("nothing-due")
    return (e.VisitPaid(receipt=receipt, total=total),)


def reopen(state: VisitState, receipt: str) -> tuple[e.Event, ...]:
    """The visit waits for payment again, because its receipt is void."""
    return (e.VisitReopened(receipt=receipt),) if state.receipt == receipt else ()


def hold(state: VisitState, reason: str) -> tuple[e.Event, ...]:
    """Puts the visit aside; nothing of it is lost."""
    if state.held or state.closed:
        return ()
    return (e.VisitHeld(reason=reason),)


def recall(state: VisitState) -> tuple[e.Event, ...]:
    """Takes a held visit up again."""
    return (e.VisitRecalled(),) if state.held else ()


def close(state: VisitState, unpaid: Sequence[str]) -> tuple[e.Event, ...]:
    """The citizen leaves; the cases go on by themselves, but none that still waits for payment (`unpaid`)."""
    if unpaid:
        raise Refusal("money-due", cases=", ".join(unpaid))
    return () if state.closed else (e.VisitClosed(),)
