"""Fills the domain's catalogue types from `resources/`; whatever does not fit is an error with its file and line."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.catalogue_forms import Known, load_forms
from app.catalogue_links import broken_links
from app.domain import conditions
from app.domain.deadline import WorkCalendar
from app.domain.facts import UnknownName
from app.domain.questions import questions_of
from app.domain.service import Catalogue, District, Document, Fact, Fee, Penalty, Service, Verification
from app.located_yaml import CatalogueError, Located, read

__all__ = ["CatalogueError", "load", "with_amounts"]

_CONDITIONS = frozenset({"when", "unless", "waived_when", "reminder_when"})
_CONDITION_LISTS = frozenset({"exceptions"})
_ADAPTERS: Mapping[type, TypeAdapter[Any]] = {
    kind: TypeAdapter(kind) for kind in (District, Document, Fact, Fee, Penalty, Service, Verification)
}
Place = tuple[str | int, ...]
T = TypeVar("T")


@lru_cache(maxsize=4)
def load(root: Path | None = None) -> Catalogue:
    """The whole catalogue, validated; `root` replaces the packaged resources. CatalogueError names file and line."""
    with _uncollected():
        return _loaded(_Reader(root or Path(str(resources.files("resources")))))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing read here is garbage, and looking for it among so many values is a quarter of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _loaded(reader: _Reader) -> Catalogue:
    districts, city = reader.districts()
    catalogue = Catalogue(
        version="",
        facts=reader.facts(),
        documents=reader.documents(),
        fees=reader.fees(),
        penalties=reader.penalties(),
        services=reader.services(),
        districts=districts,
        city=city,
        calendar=reader.calendar(),
    )
    for owner, problem in broken_links(catalogue):
        file, place = reader.places[owner]
        raise file.error_at(problem.word, problem.what, place)
    return replace(catalogue, services=reader.with_forms(catalogue), version=reader.version())


def with_amounts(catalogue: Catalogue, amounts: Mapping[str, int]) -> Catalogue:
    """The catalogue with the amounts (NT$, by fee code) an office has set for its city; only local fees can be set."""
    for code in amounts:
        if code not in catalogue.fees or not catalogue.fees[code].local:
            raise UnknownName("local fee", code)
    own = {code: replace(catalogue.fees[code], amount=amount, verified=True) for code, amount in amounts.items()}
    return replace(catalogue, fees={**catalogue.fees, **own})


class _Reader:
    """Reads each file once and remembers where every item stands."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._compiled_on = ""
        self.places: dict[tuple[str, str], tuple[Located, Place]] = {}

    def facts(self) -> dict[str, Fact]:
        file = self._file("catalogue/facts.yaml")
        return {code: self._item(file, Fact, code, item, ("facts", code)) for code, item in file.data["facts"].items()}

    def documents(self) -> dict[str, Document]:
        file = self._file("catalogue/documents.yaml")
        rules = {
            kind: [_fill(file, Verification, rule, ("verification", kind, at)) for at, rule in enumerate(items)]
            for kind, items in file.data["verification"].items()
        }
        return {code: self._document(file, code, item, rules) for code, item in file.data["documents"].items()}

    def fees(self) -> dict[str, Fee]:
        file = self._file("catalogue/fees.yaml")
        self._compiled_on = file.data["meta"]["compiled_on"]
        return dict(self._listed(file, Fee, file.data["fees"], ("fees",)))

    def penalties(self) -> dict[str, tuple[Penalty, ...]]:
        file = self._file("catalogue/penalties.yaml")
        found: dict[str, tuple[Penalty, ...]] = {}
        for at, item in enumerate(file.data["late_filing"]):
            penalty = self._item(file, Penalty, str(item.get("code")), item, ("late_filing", at))
            found[penalty.code] = (*found.get(penalty.code, ()), penalty)
        return found

    def services(self) -> dict[str, Service]:
        files = [self._file(f"catalogue/services/{path.name}") for path in self._folder("catalogue/services")]
        return {code: service for file in files for code, service in self._listed(file, Service, file.data, ())}

    def with_forms(self, catalogue: Catalogue) -> dict[str, Service]:
        facts = {code: fact.type for code, fact in catalogue.facts.items()}
        known = Known(catalogue.services.keys(), catalogue.documents.keys(), facts)
        sheets = load_forms(self._root / "catalogue" / "forms", known)
        return {
            code: replace(service, sheet=sheets[code], usual={**_usual(catalogue, service), **service.usual})
            for code, service in catalogue.services.items()
        }

    def districts(self) -> tuple[dict[str, District], str]:
        file = self._file("offices/districts.yaml")
        rows = [_fill(file, District, item, ("districts", at)) for at, item in enumerate(file.data["districts"])]
        return {row.zh: row for row in rows}, file.data["city"]

    def calendar(self) -> WorkCalendar:
        years: Mapping[int, Mapping[str, Any]] = self._file("calendars/government.yaml").data["years"]
        local = [row["day"] for row in self._file("calendars/local.yaml").data["closures"]]
        first, last = min(years), max(years)
        return WorkCalendar(
            closed=frozenset(day for year in years.values() for day in year["closed"]) | frozenset(local),
            working=frozenset(day for year in years.values() for day in year["working"]),
            first=date(first, 1, 1),
            last=years[last].get("verified_until", date(last + 1, 1, 1) - timedelta(days=1)),
        )

    def version(self) -> str:
        """The day the sources were compiled and a digest of every byte read: equal versions are equal catalogues."""
        digest = hashlib.sha256()
        for path in sorted(
            path for name in ("catalogue", "calendars", "offices") for path in self._folder(name, "**/")
        ):
            digest.update(path.read_bytes())
        return f"{self._compiled_on}+{digest.hexdigest()[:8]}"

    def _document(self, file: Located, code: str, item: dict[str, Any], rules: Mapping[str, list[Any]]) -> Document:
        kind = item.get("verification")
        if kind is not None and kind not in rules:
            raise file.error(f"unknown verification {kind!r}", ("documents", code, "verification"))
        own = {key: value for key, value in item.items() if key != "verification"}
        verifications = rules[kind] if kind else []
        return self._item(file, Document, code, {**own, "verifications": verifications}, ("documents", code))

    def _listed(
        self, file: Located, kind: type[T], items: list[dict[str, Any]], place: Place
    ) -> Iterator[tuple[str, T]]:
        for at, item in enumerate(items):
            code = str(item.get("code"))
            if (kind.__name__, code) in self.places:
                raise file.error(f"{code} stands here a second time", (*place, at))
            yield code, self._item(file, kind, code, item, (*place, at))

    def _item(self, file: Located, kind: type[T], code: str, item: dict[str, Any], place: Place) -> T:
        self.places[kind.__name__, code] = (file, place)
        return _fill(file, kind, {"code": code, **item}, place)

    def _file(self, name: str) -> Located:
        return read(self._root / name)

    def _folder(self, name: str, depth: str = "") -> list[Path]:
        return sorted((self._root / name).glob(f"{depth}*.yaml"))


def _usual(catalogue: Catalogue, service: Service) -> dict[str, bool | int | str]:
    """The ordinary answers to this service's own questions."""
    return {fact.code: fact.usual for fact in questions_of(service, catalogue) if fact.usual is not None}


def _fill(file: Located, kind: type[T], raw: object, place: Place) -> T:
    """What stands at `place` as the domain type; its conditions are parsed on the way."""
    try:
        filled: T = _ADAPTERS[kind].validate_python(_with_conditions(file, raw, place))
        return filled
    except ValidationError as error:
        first = error.errors()[0]
        path = tuple(first["loc"])
        raise file.error(f"{'.'.join(map(str, path))}: {first['msg']}", (*place, *path)) from error


def _with_conditions(file: Located, raw: object, place: Place) -> object:
    if isinstance(raw, list):
        return [_with_conditions(file, item, (*place, at)) for at, item in enumerate(raw)]
    if isinstance(raw, dict):
        return {key: _value(file, key, value, (*place, key)) for key, value in raw.items()}
    return raw


def _value(file: Located, key: str, value: object, place: Place) -> object:
    try:
        if key in _CONDITIONS:
            return conditions.parse(value)
        if key in _CONDITION_LISTS and isinstance(value, list):
            return [conditions.parse(item) for item in value]
    except ValueError as error:
        raise file.error(str(error), place) from error
    return _with_conditions(file, value, place)
