"""What a station's journal says of its money, counted entry by entry and apart from every ledger and fold."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.journal.entry import Entry
from app.journal.store import Store

START = "0" * 64
EVERYTHING = 1_000_000


@dataclass(slots=True)
class Books:
    """`receipts` by number as issued, `void` numbers, and what each case and visit is paid by now."""

    allotted: list[int] = field(default_factory=list)
    receipts: list[Mapping[str, Any]] = field(default_factory=list)
    void: list[int] = field(default_factory=list)
    shifts: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    subjects: set[str] = field(default_factory=set)
    cases: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    visits: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def standing(self) -> dict[str, Mapping[str, Any]]:
        """Receipts that are not void, by their printed number."""
        return {f"K03-{r['number']:07d}": r for r in self.receipts if r["number"] not in self.void}

    @property
    def money(self) -> Counter[str]:
        """NT$ kept, by method."""
        kept: Counter[str] = Counter()
        for receipt in self.standing.values():
            kept[receipt["method"]] += receipt["total"]
        return kept


def read(store: Store) -> Books:
    """The books of the whole file."""
    return told_by(store.since(0, EVERYTHING))


def told_by(entries: Iterable[Entry]) -> Books:
    """The books these entries make."""
    books = Books()
    for entry in entries:
        books.subjects.add(entry.subject)
        _note(books, entry.kind, entry.subject, entry.facts)
    return books


def _note(books: Books, kind: str, subject: str, said: Mapping[str, Any]) -> None:
    match kind:
        case "block.allotted":
            books.allotted += range(said["first"], said["last"] + 1)
        case "till.receipt":
            books.receipts.append(said)
        case "till.voided":
            books.void.append(said["number"])
        case "till.shift-opened":
            books.shifts.append(said["shift"])
        case "case.noticed":
            books.notices.append(said["notice"])
        case "case.paid":
            books.cases[subject] = said
        case "case.unpaid":
            del books.cases[subject]
        case "visit.paid":
            books.visits[subject] = said
        case "visit.reopened":
            del books.visits[subject]


def require_sound(books: Books) -> None:
    """What must be true at every moment of every till."""
    _require_series(books)
    _require_chain(books.receipts)
    _require_paid_for(books)
    _require_money(books)


def _require_series(books: Books) -> None:
    numbers = [receipt["number"] for receipt in books.receipts]
    assert len(set(books.allotted)) == len(books.allotted), "central allotted a number twice"
    assert numbers == sorted(books.allotted)[: len(numbers)], "a number is lost, doubled, out of order or not allotted"
    assert len(set(books.void)) == len(books.void), "a receipt was voided twice"
    assert set(books.void) <= set(numbers), "a receipt that was never issued was voided"
    for names in (books.shifts, books.notices):
        assert len(set(names)) == len(names), "a shift's or notice's name was used twice"
        assert not books.subjects & set(names), "a shift or notice bears the name of a subject"


def _require_chain(receipts: list[Mapping[str, Any]]) -> None:
    previous = START
    for receipt in receipts:
        said = ("sanmin", "K03", receipt["number"], receipt["issued_on"], receipt["total"], previous)
        digest = hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()
        assert (receipt["previous"], receipt["digest"]) == (previous, digest), "the chain of receipts is broken"
        previous = digest


def _require_paid_for(books: Books) -> None:
    """Visits and cases are paid by receipts that stand, and every receipt that stands pays one visit."""
    paid = {name: visit for name, visit in books.visits.items() if visit["receipt"]}
    assert {v["receipt"] for v in paid.values()} == books.standing.keys(), "a visit and its receipt part ways"
    for name, visit in paid.items():
        receipt = books.standing[visit["receipt"]]
        assert (receipt["visit"], receipt["total"]) == (name, visit["total"])
    for case in books.cases.values():
        assert case["receipt"] in {None, *books.standing}, "a paid case names no receipt that stands"
        assert case["receipt"] or not case["fees"], "fees were taken without a receipt"


def _require_money(books: Books) -> None:
    """Σ fees of the paid cases = Σ receipts that stand = money by method."""
    for receipt in books.receipts:
        assert receipt["total"] == sum(line["amount"] for line in receipt["lines"]) > 0
        assert receipt["change"] == receipt["tendered"] - receipt["total"] >= 0
        assert receipt["method"] == "cash" or receipt["change"] == 0, "only cash gives change"
    for name, receipt in books.standing.items():
        of_cases = [line for case in books.cases.values() if case["receipt"] == name for line in case["fees"]]
        assert sorted(map(str, of_cases)) == sorted(map(str, receipt["lines"])), "cases and receipt name other fees"
    fees = sum(line["amount"] for case in books.cases.values() for line in case["fees"])
    assert fees == sum(receipt["total"] for receipt in books.standing.values()) == books.money.total()
