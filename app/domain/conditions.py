"""Conditions on facts as data, judged with three values: an unknown fact makes them undecided, never false."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Value = bool | int | str | date
Facts = Mapping[str, Value]

_ORDER = re.compile(r"^(>=|<=|>|<)\s*(\S+)$")


@dataclass(frozen=True, slots=True)
class Probe:
    """One test of one fact: `operator` is `in`, `not in`, `<`, `<=`, `>` or `>=`; the order ones have one value."""

    operator: str
    values: tuple[Value, ...]

    def holds(self, value: Value) -> bool:
        if self.operator == "in":
            return value in self.values
        if self.operator == "not in":
            return value not in self.values
        return _ordered(self.operator, value, self.values[0])


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when any clause holds; a clause holds when all its tests hold. One empty clause always holds."""

    clauses: tuple[Mapping[str, Probe], ...] = ({},)

    def facts(self) -> Iterable[tuple[str, Probe]]:
        """Every fact named, with its test, in the order written."""
        return ((fact, test) for clause in self.clauses for fact, test in clause.items())


ALWAYS = Condition()


def holds(condition: Condition, facts: Facts) -> bool | None:
    """True, False, or None while an unknown fact still decides (Kleene's strong logic)."""
    answers = [_clause_holds(clause, facts) for clause in condition.clauses]
    if True in answers:
        return True
    return None if None in answers else False


def undecided(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """The unknown facts that keep the condition undecided, in the order written; empty when it is decided."""
    if holds(condition, facts) is not None:
        return ()
    open_clauses = (clause for clause in condition.clauses if _clause_holds(clause, facts) is None)
    return tuple(dict.fromkeys(fact for clause in open_clauses for fact in clause if fact not in facts))


def parse(raw: object) -> Condition:
    """A mapping {fact: test} or a list of them, as written in the catalogue; ValueError says what is wrong."""
    clauses = raw if isinstance(raw, list) else [raw]
    return Condition(tuple(_parse_clause(clause) for clause in clauses))


def parse_test(raw: object) -> Probe:
    """`true`, `5`, `a`, `a|b`, `not a|b`, `>=14`, `<2008-05-23`; ValueError when it is none of them."""
    if isinstance(raw, bool | int | date):
        return Probe("in", (raw,))
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError(f"not a test: {raw!r}")
    if order := _ORDER.match(raw):
        return Probe(order[1], (_parse_bound(order[2]),))
    if raw.startswith("not "):
        return Probe("not in", _words(raw.removeprefix("not ")))
    return Probe("in", _words(raw))


def _clause_holds(clause: Mapping[str, Probe], facts: Facts) -> bool | None:
    answers = [test.holds(facts[fact]) if fact in facts else None for fact, test in clause.items()]
    if False in answers:
        return False
    return None if None in answers else True


def _parse_clause(raw: object) -> dict[str, Probe]:
    if not isinstance(raw, dict):
        raise ValueError(f"not a condition: {raw!r}")
    return {str(fact): parse_test(test) for fact, test in raw.items()}


def _parse_bound(text: str) -> int | date:
    return int(text) if text.lstrip("-").isdigit() else date.fromisoformat(text)


def _words(text: str) -> tuple[Value, ...]:
    return tuple(word.strip() for word in text.split("|"))


def _ordered(operator: str, value: Value, bound: Value) -> bool:
    """Compare two numbers or two days; a caller that mixes them has not checked the fact's type."""
    if isinstance(value, date) and isinstance(bound, date):
        left, right = value.toordinal(), bound.toordinal()
    elif isinstance(value, int) and isinstance(bound, int):
        left, right = value, bound
    else:
        raise TypeError(f"cannot order {value!r} against {bound!r}")
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator]
