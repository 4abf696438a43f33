"""The visits and cases at hand: who is at the counter, at which stage each case stands, what is due when."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    MetaData,
    Row,
    Table,
    Text,
    Update,
    bindparam,
    select,
    update,
)
from sqlalchemy import case as sql_case

from app.domain import events as e
from app.domain.next_steps import NEXT, STEP_OF, Stage, Step, first_stage
from app.journal.entry import Entry
from app.journal.sql import empty, insert_new

tables = MetaData()

visits = Table(
    "visits",
    tables,
    Column("office", Text, primary_key=True),
    Column("visit", Text, primary_key=True),
    Column("ticket", Text),
    Column("language", Text, nullable=False),
    Column("priority", Boolean, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("party", Text),
    Column("held_at", Text),
    Column("held_reason", Text, nullable=False),
    Column("receipt", Text),
    Column("total", Integer, nullable=False),
    Column("paid", Boolean, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("station", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Index("visits_open", "office", "closed", "opened_on"),
)
"""One row a visit; `station` and `number` are of its latest entry."""

cases = Table(
    "cases",
    tables,
    Column("office", Text, primary_key=True),
    Column("case", Text, primary_key=True),
    Column("service", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("visit", Text, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("intake_date", Date, nullable=False),
    Column("due", Date),
    Column("receipt", Text),
    Column("station", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Index("cases_receipt", "office", "receipt"),
    Index("cases_visit", "office", "visit"),
    Index("cases_due", "office", "due"),
    Index("cases_service", "office", "service"),
)
"""One row a case; `visit` is the one that holds it now, since `taken_at`."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case; `due` is the last working day for the office's own part; station and number of its latest entry."""

    case: str
    service: str
    stage: Stage
    visit: str
    intake_date: date
    due: date | None
    station: str
    number: int


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit with its cases; `party` is `None` before it is named and once it was blanked.

    `held_at` (ISO, device time) is set while it is held. The newest entry of the visit and its cases that this
    station wrote tells by its number whether central holds them all: see `last_of`.
    """

    visit: str
    ticket: str | None
    party: str | None
    language: str
    priority: bool
    opened_on: date
    opened_at: str
    held_at: str | None
    held_reason: str
    receipt: str | None
    total: int
    paid: bool
    closed: bool
    station: str
    number: int
    cases: tuple[CaseRow, ...] = ()

    @property
    def services(self) -> tuple[str, ...]:
        return tuple(case.service for case in self.cases)

    @property
    def stage(self) -> Stage | None:
        """The stage of the case that is furthest behind; `None` without a case."""
        return min((case.stage for case in self.cases), key=list(Stage).index, default=None)

    def last_of(self, station: str) -> int:
        """The highest number among the latest entries that `station` wrote here; held by central up to it = sent."""
        rows: tuple[VisitRow | CaseRow, ...] = (self, *self.cases)
        return max((row.number for row in rows if row.station == station), default=0)


# Posting ----------------------------------------------------------------------------------------------------------

_VISIT = (visits.c.office == bindparam("of_office")) & (visits.c.visit == bindparam("of_subject"))
_CASE = (cases.c.office == bindparam("of_office")) & (cases.c.case == bindparam("of_subject"))
_UPDATE_VISIT = update(visits).where(_VISIT)


@cache
def _go_on(step: Step | None) -> Update:
    """The update of a case's row that takes `step` wherever the table of next steps allows it."""
    leads = {stage: steps[step] for stage, steps in NEXT.items() if step and step in steps}
    if not leads:
        return update(cases).where(_CASE)
    return update(cases).where(_CASE).values(stage=sql_case(leads, value=cases.c.stage, else_=cases.c.stage))


def post(connection: Connection, entry: Entry, event: e.Event | None) -> None:
    """One row made or brought up to date for each entry of a visit or a case."""
    match event:
        case e.VisitOpened():
            connection.execute(insert_new(connection, visits), _new_visit(entry, event))
        case e.CaseOpened():
            connection.execute(insert_new(connection, cases), _new_case(entry, event))
        case _ if entry.kind.startswith("visit."):
            connection.execute(_UPDATE_VISIT, _key(entry) | _visit_changes(entry, event) | _latest(entry))
        case _ if entry.kind.startswith("case."):
            _case_goes_on(connection, entry, event)


def _key(entry: Entry) -> dict[str, Any]:
    return {"of_office": entry.office, "of_subject": entry.subject}


def _latest(entry: Entry) -> dict[str, Any]:
    return {"station": entry.station, "number": entry.number}


def _new_visit(entry: Entry, event: e.VisitOpened) -> dict[str, Any]:
    return _latest(entry) | {
        "office": entry.office,
        "visit": entry.subject,
        "ticket": event.ticket,
        "language": event.language,
        "priority": event.priority,
        "opened_on": event.opened_on,
        "opened_at": entry.at,
        "held_reason": "",
        "total": 0,
        "paid": False,
        "closed": False,
    }


def _visit_changes(entry: Entry, event: e.Event | None) -> dict[str, Any]:
    match event:
        case e.PartyNamed():
            return {"party": event.name}
        case e.VisitHeld():
            return {"held_at": entry.at, "held_reason": event.reason}
        case e.VisitRecalled():
            return {"held_at": None, "held_reason": ""}
        case e.VisitPaid():
            return {"receipt": event.receipt, "total": event.total, "paid": True}
        case e.VisitReopened():
            return {"receipt": None, "total": 0, "paid": False, "closed": False}
        case e.VisitClosed():
            return {"closed": True}
        case _:
            return {}


def _new_case(entry: Entry, event: e.CaseOpened) -> dict[str, Any]:
    return _latest(entry) | {
        "office": entry.office,
        "case": entry.subject,
        "service": event.service,
        "stage": first_stage(event),
        "visit": event.visit,
        "taken_at": entry.at,
        "intake_date": event.intake_date,
    }


def _case_goes_on(connection: Connection, entry: Entry, event: e.Event | None) -> None:
    changes = _latest(entry)
    match event:
        case e.CaseTaken():
            changes |= {"visit": event.visit, "taken_at": entry.at}
        case e.CaseAccepted():
            changes |= {"due": event.due_date}
        case e.CaseRevised():
            changes |= {"due": None}
        case e.CasePaid():
            changes |= {"receipt": event.receipt}
        case e.CaseUnpaid():
            changes |= {"receipt": None}
    connection.execute(_go_on(STEP_OF.get(type(event)) if event else None), _key(entry) | changes)


def clear(connection: Connection) -> None:
    empty(connection, tables)


# Queries ----------------------------------------------------------------------------------------------------------

_VISIT_COLUMNS = [visits.c[name] for name in VisitRow.__dataclass_fields__ if name != "cases"]
_CASE_COLUMNS = [cases.c[name] for name in CaseRow.__dataclass_fields__]
_OVER = (Stage.DONE, Stage.REFUSED)
_NUMBERS = (
    select(cases.c.case)
    .where(cases.c.office == bindparam("of_office"), cases.c.visit == bindparam("of_visit"))
    .order_by(cases.c.taken_at, cases.c.case)
)


def open_visits(connection: Connection, office: str, today: date) -> tuple[VisitRow, ...]:
    """Visits of `today` that are not closed, and every held one, oldest first."""
    wanted = (visits.c.opened_on == today) | visits.c.held_at.is_not(None)
    query = select(*_VISIT_COLUMNS).where(visits.c.office == office, visits.c.closed.is_(False), wanted)
    rows = connection.execute(query.order_by(visits.c.opened_at, visits.c.visit)).all()
    return _with_cases(connection, office, rows)


def visits_named(connection: Connection, office: str, names: Collection[str]) -> tuple[VisitRow, ...]:
    """These visits, as far as they are known here, oldest first."""
    query = select(*_VISIT_COLUMNS).where(visits.c.office == office, visits.c.visit.in_(names))
    rows = connection.execute(query.order_by(visits.c.opened_at, visits.c.visit)).all()
    return _with_cases(connection, office, rows)


def _with_cases(connection: Connection, office: str, rows: Sequence[Row[Any]]) -> tuple[VisitRow, ...]:
    held: dict[str, list[CaseRow]] = {row.visit: [] for row in rows}
    query = select(*_CASE_COLUMNS).where(cases.c.office == office, cases.c.visit.in_(list(held)))
    for row in connection.execute(query.order_by(cases.c.taken_at, cases.c.case)):
        held[row.visit].append(_case_row(row))
    return tuple(VisitRow(**row._mapping, cases=tuple(held[row.visit])) for row in rows)


def case_numbers(connection: Connection, office: str, visit: str) -> tuple[str, ...]:
    """The cases a visit holds, in the order they were opened or taken up."""
    return tuple(connection.execute(_NUMBERS, {"of_office": office, "of_visit": visit}).scalars())


def cases_paid_by(connection: Connection, office: str, receipt: str) -> tuple[str, ...]:
    """The cases that this receipt, by its printed number, pays now."""
    query = select(cases.c.case).where(cases.c.office == office, cases.c.receipt == receipt)
    return tuple(connection.execute(query.order_by(cases.c.case)).scalars())


def cases_named(connection: Connection, office: str, numbers: Collection[str]) -> tuple[CaseRow, ...]:
    """These cases, as far as they are known here, by number."""
    query = select(*_CASE_COLUMNS).where(cases.c.office == office, cases.c.case.in_(numbers))
    return tuple(_case_row(row) for row in connection.execute(query.order_by(cases.c.case)))


def cases_of_services(
    connection: Connection, office: str, services: Collection[str], limit: int
) -> tuple[CaseRow, ...]:
    """The newest cases for one of these services."""
    if not services:
        return ()
    query = select(*_CASE_COLUMNS).where(cases.c.office == office, cases.c.service.in_(services))
    rows = connection.execute(query.order_by(cases.c.taken_at.desc(), cases.c.case).limit(limit))
    return tuple(_case_row(row) for row in rows)


def due_by(connection: Connection, office: str, day: date) -> tuple[CaseRow, ...]:
    """Unfinished cases whose office days end on `day` or before, the most urgent first."""
    query = select(*_CASE_COLUMNS).where(cases.c.office == office, cases.c.due <= day, cases.c.stage.not_in(_OVER))
    return tuple(_case_row(row) for row in connection.execute(query.order_by(cases.c.due, cases.c.case)))


def _case_row(row: Row[Any]) -> CaseRow:
    return CaseRow(**{**row._mapping, "stage": Stage(row.stage)})
