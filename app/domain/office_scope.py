"""Which office may take a case: the scope of the service against the district of this office and of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.facts import Inquiry, UnknownName
from app.domain.service import Catalogue, Service, Text
from app.domain.verdict import Finding, cited

_PLACES: Mapping[str, tuple[str, Text]] = {
    "same-city-or-county": ("household", Text("戶籍地", "the household registration")),
    "household-office": ("household", Text("戶籍地", "the household registration")),
    "move-in-office": ("destination", Text("遷入地", "the new address")),
    "residence-office": ("residence", Text("居住地", "residence")),
    "current-residence-office": ("residence", Text("現居地", "present residence")),
    "office-in-charge-of-address": ("address", Text("門牌所在地", "the address")),
    "original-registering-office": ("registering", Text("原登記", "the original registration")),
}
"""Scope to the facts it looks at; the scopes that are not here are open to every office."""


def place_of(service: Service) -> str | None:
    """The prefix of the facts that tell which office: household, destination and so on; None = every office."""
    return _PLACES[service.office.scope][0] if service.office.scope in _PLACES else None


def judge_office(service: Service, here: str | None, inquiry: Inquiry) -> Iterator[Finding]:
    """A wrong-office finding with the right place; what is not known is asked. Without an office nothing is judged."""
    rule = service.office
    if here is None or rule.scope not in _PLACES:
        return
    if here not in inquiry.catalogue.districts:
        raise UnknownName("district", here)
    place, name = _PLACES[rule.scope]
    city, district = (inquiry.facts.get(f"{place}_{part}") for part in ("city", "district"))
    home = inquiry.catalogue.city
    if city not in (None, home):
        yield _elsewhere(service, f"{city}{district or ''}", name)
    elif rule.scope == "same-city-or-county" and city == home:
        return
    elif not isinstance(district, str):
        inquiry.ask(f"{place}_district", "wrong-office")
    elif rule.scope != "same-city-or-county" and not _same_office(inquiry.catalogue, here, district):
        yield _elsewhere(service, district, name)


def _same_office(catalogue: Catalogue, here: str, there: str) -> bool:
    """The same district, or two districts known to share one office."""
    mine = catalogue.districts[here].office
    return here == there or (mine is not None and mine == catalogue.districts[there].office)


def _elsewhere(service: Service, place: str, name: Text) -> Finding:
    reason = Text(
        f"應向{name.zh}（{place}）之戶政事務所申請{service.name.zh}",
        f"{service.name.en} is taken by the office of {name.en} ({place})",
    )
    return Finding(verdict="wrong-office", reason=cited(reason, service.office.law or service.law), route_to=place)
