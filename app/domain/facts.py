"""The facts of one case: checked against the registry, completed by what follows, asked for when unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.conditions import Condition, Value, holds, undecided
from app.domain.deadline import age_on
from app.domain.service import Catalogue, Derivation, Fact
from app.domain.verdict import rank

_YEARS = range(1800, 2101)


class BadInput(ValueError):
    """A request that cannot be judged, with one line that names what is wrong."""


class UnknownName(BadInput):
    """A name the catalogue does not have; `kind` is service, fact, document, fee, district and so on."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"unknown {kind}: {name}")
        self.kind = kind
        self.name = name


def understand(raw: Mapping[str, object], catalogue: Catalogue, intake: date) -> dict[str, Value]:
    """The facts as typed values with everything that follows from them.

    Dates are `date` or ISO text; an age also takes a birth date. Raises UnknownName, BadInput on a wrong type, on a
    past date that lies after the intake, and on an age that contradicts a birth date.
    """
    facts = {code: _typed(_registered(catalogue, code), value, raw, catalogue, intake) for code, value in raw.items()}
    while news := dict(_consequences(facts, catalogue, intake)):
        facts.update(news)
    return facts


@dataclass
class Inquiry:
    """Decides conditions on one case's facts and remembers which unknown facts still matter, and to what."""

    catalogue: Catalogue
    facts: Mapping[str, Value]
    _asked: list[tuple[str, str]] = field(default_factory=list)

    def decide(self, condition: Condition, bears_on: str) -> bool | None:
        """The condition's answer; what keeps it undecided is asked, as bearing on this verdict."""
        for code in undecided(condition, self.facts):
            self.ask(code, bears_on)
        return holds(condition, self.facts)

    def ask(self, code: str, bears_on: str) -> None:
        asked = asked_as(self.catalogue.facts[code], self.catalogue)
        self._asked.extend((code, bears_on) for code in asked if code not in self.facts)

    def questions(self, below: str | None = None) -> tuple[str, ...]:
        """Facts to ask, each once, in the order they came up; only those that could still beat verdict `below`."""
        limit = len(self.catalogue.facts) if below is None else rank(below)
        return tuple(dict.fromkeys(code for code, verdict in self._asked if rank(verdict) < limit))


def _registered(catalogue: Catalogue, code: str) -> Fact:
    if code not in catalogue.facts:
        raise UnknownName("fact", code)
    return catalogue.facts[code]


def asked_as(fact: Fact, catalogue: Catalogue) -> tuple[str, ...]:
    """A derived fact is never asked where what it follows from can be."""
    if fact.derived:
        return fact.derived.sources
    return asked_as(catalogue.facts[fact.asked_as], catalogue) if fact.asked_as else (fact.code,)


# Types ------------------------------------------------------------------------------------------------------------


def _typed(fact: Fact, value: object, raw: Mapping[str, object], catalogue: Catalogue, intake: date) -> Value:
    match fact.type, value:
        case "bool", bool():
            return value
        case "int", int() if not isinstance(value, bool) and value >= 0:
            return value
        case "int", str() | date() if fact.derived and fact.derived.age_of:
            return age_on(_past(fact, parse_date(value, fact.code), intake), intake)
        case "date", str() | date():
            day = parse_date(value, fact.code)
            return _past(fact, day, intake) if fact.past else day
        case "choice", str() if value in fact.choices:
            return value
        case "choice", str():
            raise BadInput(f"{fact.code}: unknown value {value}; one of {', '.join(fact.choices)}")
        case "district", str():
            return _district(fact, value, raw, catalogue)
        case "text", str() if value.strip():
            return value
    raise BadInput(f"{fact.code}: {value!r} is not of type {fact.type}")


def parse_date(value: object, what: str) -> date:
    """An ISO day of the years registers and calendars reach; BadInput names what it stood in."""
    try:
        day = value if isinstance(value, date) else _iso(value)
    except ValueError as error:
        raise BadInput(f"{what}: {value!r} is not a date (YYYY-MM-DD)") from error
    if not _YEARS.start <= day.year < _YEARS.stop:
        raise BadInput(f"{what}: {day} is outside the years {_YEARS.start} to {_YEARS.stop - 1}")
    return day


def _iso(value: object) -> date:
    if not isinstance(value, str) or len(value) != len("2026-03-02"):
        raise ValueError(value)
    return date.fromisoformat(value)


def _past(fact: Fact, day: date, intake: date) -> date:
    if day > intake:
        raise BadInput(f"{fact.code}: {day} is after the intake date {intake}")
    return day


def _district(fact: Fact, value: str, raw: Mapping[str, object], catalogue: Catalogue) -> str:
    """One of the city's districts; elsewhere any name, once the city beside it is another one."""
    city = raw.get(fact.code.replace("_district", "_city"), catalogue.city)
    if value not in catalogue.districts and city == catalogue.city:
        raise UnknownName("district", value)
    return value


# Consequences -----------------------------------------------------------------------------------------------------


def _consequences(facts: Mapping[str, Value], catalogue: Catalogue, intake: date) -> Iterator[tuple[str, Value]]:
    """What follows now and is not known yet; a number that contradicts its day is an error."""
    for fact in catalogue.facts.values():
        for value in _implied(fact, facts, catalogue, intake):
            if fact.code not in facts:
                yield fact.code, value
            elif fact.derived and facts[fact.code] != value:
                raise BadInput(f"{fact.code}: {facts[fact.code]} contradicts {fact.derived.source}")


def _implied(fact: Fact, facts: Mapping[str, Value], catalogue: Catalogue, intake: date) -> Iterator[Value]:
    if fact.derived:
        yield from _derived(fact.derived, facts, catalogue, intake)
    yield from (rule.value for rule in fact.implied if holds(rule.when, facts))


def _derived(rule: Derivation, facts: Mapping[str, Value], catalogue: Catalogue, intake: date) -> Iterator[Value]:
    day, other = facts.get(rule.source), facts.get(rule.on)
    if rule.same:
        yield from _same_district(rule.same, facts, catalogue.city)
    elif isinstance(day, date) and rule.age_of and isinstance(other, date):
        yield age_on(day, other)
    elif isinstance(day, date):
        yield _number(rule, day, intake, catalogue)


def _same_district(places: tuple[str, str], facts: Mapping[str, Value], home: str) -> Iterator[bool]:
    """Whether two places are one district; a city that is not named is this one."""
    cities = {facts.get(f"{place}_city", home) for place in places}
    districts = [facts.get(f"{place}_district") for place in places]
    if len(cities) > 1:
        yield False
    elif None not in districts:
        yield districts[0] == districts[1]


def _number(rule: Derivation, day: date, intake: date, catalogue: Catalogue) -> int:
    if rule.age_of or rule.months_since:
        return age_on(day, intake) if rule.age_of else _months(day, intake)
    if rule.working_days_until:
        return catalogue.calendar.count_working(intake, day)
    return (day - intake).days if rule.days_until else (intake - day).days


def _months(first: date, day: date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month - (day.day < first.day)
