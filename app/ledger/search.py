"""Finds visits, cases and receipts by any part of a name or number, or by service, on either database.

Every key is entered with its suffixes, so that "contains" is a range of one index: it works for one Chinese character
as for ten digits, and neither SQLite nor PostgreSQL needs a text-search extension.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Column, Connection, Index, MetaData, Table, Text, bindparam, delete, func, select

from app.domain import events as e
from app.domain.next_steps import Stage
from app.domain.receipt import printed_number
from app.domain.subjects import till_of
from app.journal.entry import Entry
from app.journal.sql import CODE, LAST, empty, insert_new
from app.ledger import worklist

tables = MetaData()

keys = Table(
    "search_keys",
    tables,
    Column("office", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("key", CODE, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("visit", Text),
    Column("at", Text, nullable=False),
    Index("search_keys_key", "office", "key"),
)
"""What finds a subject; `source` is the field the key came from, so that a corrected field replaces its keys."""


class Kind(StrEnum):
    """What was found."""

    VISIT = "visit"
    CASE = "case"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `id` is the visit, case or printed receipt number. Service and stage only for a case.

    `party` is the name as typed (`None` when blanked or unnamed); whoever shows it masks it.
    """

    kind: Kind
    id: str
    visit: str
    party: str | None
    opened_on: date
    service: str | None = None
    stage: Stage | None = None


# Keys -------------------------------------------------------------------------------------------------------------

_LONGEST = 60
"""Suffixes of a key are taken from its first so many characters; the longest romanised names are shorter."""


def normal(text: str) -> str:
    """The search key of a text: width and case folded (NFKC), without blanks, dashes and name dots."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if not (c.isspace() or c in "-‐–·・‧•．."))


def name_keys(text: str) -> set[str]:
    """Every suffix, so that any part finds it."""
    key = normal(text)[:_LONGEST]
    return {key[start:] for start in range(len(key))}


def number_keys(text: str) -> set[str]:
    """`K03-1150203-0042`: the whole, from each part on, and the last part without its zeros."""
    parts = text.split("-")
    return {normal("".join(parts[start:])) for start in range(len(parts))} | {normal(parts[-1].lstrip("0"))} - {""}


# Posting ----------------------------------------------------------------------------------------------------------

_FORGET = delete(keys).where(
    keys.c.office == bindparam("of_office"),
    keys.c.subject == bindparam("of_subject"),
    keys.c.source == bindparam("of_source"),
)


def post(connection: Connection, entry: Entry, event: e.Event | None) -> None:
    """Enters what a later search may ask for."""
    match event:
        case e.VisitOpened():
            ticket = number_keys(event.ticket) if event.ticket else set()
            _enter(connection, entry, Kind.VISIT, {"id": number_keys(entry.subject) | ticket}, visit=entry.subject)
        case e.PartyNamed():
            said = {"name": event.name, "id_number": event.id_number, "phone": event.phone}
            _enter(connection, entry, Kind.VISIT, _named(said), visit=entry.subject)
        case e.CaseOpened():
            _enter(connection, entry, Kind.CASE, {"id": number_keys(entry.subject)})
        case e.FormFilled():
            said = {code: (event.values or {}).get(code) for code in event.fields if _finds_people(code)}
            _enter(connection, entry, Kind.CASE, _named(said))
        case e.NoticeGiven():
            _enter(connection, entry, Kind.CASE, {event.notice: number_keys(event.notice)})
        case e.ReceiptIssued():
            number = printed_number(till_of(entry.subject), event.number)
            _enter(connection, entry, Kind.RECEIPT, {"id": number_keys(number)}, visit=event.visit, subject=number)


def _named(said: Mapping[str, str | None]) -> dict[str, set[str]]:
    return {source: name_keys(text or "") for source, text in said.items()}


def _finds_people(code: str) -> bool:
    """Whether a form field holds a name, a personal number or a telephone, by the words of its code."""
    words = code.split("_")
    return "name" in words or "names" in words or code.endswith("id_number") or "phone" in code


def _enter(
    connection: Connection,
    entry: Entry,
    kind: Kind,
    found_by: Mapping[str, set[str]],
    *,
    visit: str | None = None,
    subject: str | None = None,
) -> None:
    key = {"office": entry.office, "subject": subject or entry.subject, "kind": kind, "visit": visit, "at": entry.at}
    if entry.version > 1 and subject is None:
        old = [{"of_office": entry.office, "of_subject": entry.subject, "of_source": source} for source in found_by]
        if old:
            connection.execute(_FORGET, old)
    rows = [key | {"source": source, "key": k} for source, ks in found_by.items() for k in sorted(ks)]
    if rows:
        connection.execute(insert_new(connection, keys), rows)


def clear(connection: Connection) -> None:
    empty(connection, tables)


# Query ------------------------------------------------------------------------------------------------------------


def find(
    connection: Connection, office: str, text: str, limit: int = 30, services: Collection[str] = ()
) -> tuple[Hit, ...]:
    """The newest visits, cases and receipts with `text` in one of their keys, then cases for one of `services`."""
    wanted = normal(text)
    found = _by_key(connection, office, wanted, limit) if wanted else []
    known = {subject for kind, subject, _ in found if kind is Kind.CASE}
    for case in worklist.cases_of_services(connection, office, services, limit):
        if case.case not in known:
            found.append((Kind.CASE, case.case, None))
    return _hits(connection, office, found[:limit])


def _by_key(connection: Connection, office: str, wanted: str, limit: int) -> list[tuple[Kind, str, str | None]]:
    newest = func.max(keys.c.at)
    query = (
        select(keys.c.kind, keys.c.subject, keys.c.visit)
        .where(keys.c.office == office, keys.c.key >= wanted, keys.c.key < wanted + LAST)
        .group_by(keys.c.kind, keys.c.subject, keys.c.visit)
        .order_by(newest.desc(), keys.c.subject)
        .limit(limit)
    )
    return [(Kind(row.kind), row.subject, row.visit) for row in connection.execute(query)]


def _hits(connection: Connection, office: str, found: list[tuple[Kind, str, str | None]]) -> tuple[Hit, ...]:
    numbers = [subject for kind, subject, _ in found if kind is Kind.CASE]
    cases = {row.case: row for row in worklist.cases_named(connection, office, numbers)}
    names = {visit for _, _, visit in found if visit} | {row.visit for row in cases.values()}
    visits = {row.visit: row for row in worklist.visits_named(connection, office, sorted(names))}
    hits: list[Hit] = []
    for kind, subject, of_visit in found:
        case = cases.get(subject)
        visit = visits.get(of_visit or (case.visit if case else ""))
        if visit is not None:
            service, stage = (case.service, case.stage) if case else (None, None)
            hits.append(Hit(kind, subject, visit.visit, visit.party, visit.opened_on, service, stage))
    return tuple(hits)
