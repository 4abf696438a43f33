"""Fees: what the copies asked for cost at the prices of the intake day, in whole NT$; a fine is never a fee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.events import FeeLine
from app.domain.facts import Inquiry
from app.domain.service import Exemption, Fee, FeeBands, Service, Text

_BEARS_ON = "accept"


@dataclass(frozen=True, slots=True)
class Copies:
    """How many copies, and how many sheets each has; sheets count only for fees charged per sheet."""

    copies: int
    sheets_per_copy: int = 1


@dataclass(frozen=True, slots=True)
class Unpriced:
    """A fee that is due but whose price nobody knows yet: a setting not filled in, or a question not answered."""

    fee: str
    quantity: int
    why: Text


def fee_lines(
    service: Service, copies: Mapping[str, Copies], inquiry: Inquiry, intake: date
) -> tuple[FeeLine | Unpriced, ...]:
    """One line per fee: those always charged, then whatever else the copies ask for."""
    return tuple(
        line
        for code, asked in _asked(service, copies, inquiry).items()
        for line in _lines(service, inquiry.catalogue.fees[code], asked, inquiry, intake)
    )


def _asked(service: Service, copies: Mapping[str, Copies], inquiry: Inquiry) -> dict[str, Copies]:
    always = [item for item in service.fees if item.always and item.fee not in copies]
    due = {item.fee: Copies(1) for item in always if inquiry.decide(item.when, _BEARS_ON)}
    return {code: asked for code, asked in {**due, **copies}.items() if asked.copies}


def _lines(service: Service, fee: Fee, asked: Copies, inquiry: Inquiry, intake: date) -> Iterator[FeeLine | Unpriced]:
    """The line of the fee; where further copies are cheaper, the first copy and the further ones apart."""
    sheets = asked.sheets_per_copy if fee.per == "sheet" else 1
    if fee.further and asked.copies > 1:
        yield _line(service, fee, sheets, inquiry, intake)
        further = inquiry.catalogue.fees[fee.further]
        yield _line(service, further, (asked.copies - 1) * sheets, inquiry, intake)
    else:
        yield _line(service, fee, asked.copies * sheets, inquiry, intake)


def _line(service: Service, fee: Fee, quantity: int, inquiry: Inquiry, intake: date) -> FeeLine | Unpriced:
    exemption = next((rule for rule in fee.exempt if _holds(rule, service, inquiry)), None)
    if exemption and exemption.instead:
        return _priced(inquiry.catalogue.fees[exemption.instead], 0, quantity, exemption.law)
    amount, bands, law = _price(fee, intake)
    if bands:
        size = inquiry.facts.get(bands.fact)
        if not isinstance(size, int):
            inquiry.ask(bands.fact, _BEARS_ON)
            return Unpriced(
                fee.code, quantity, Text(f"{fee.name.zh}依資料大小計費", f"{fee.name.en} is priced by size")
            )
        amount = _step(bands, size)
    if exemption:
        return _priced(fee, amount * exemption.percent // 100 if amount else 0, quantity, exemption.law)
    if amount is None:
        return Unpriced(fee.code, quantity, _unset(fee))
    return _priced(fee, amount, quantity, law)


def _holds(rule: Exemption, service: Service, inquiry: Inquiry) -> bool:
    if rule.only_in and service.code not in rule.only_in:
        return False
    if not inquiry.decide(rule.when, _BEARS_ON):
        return False
    return not (rule.unless and inquiry.decide(rule.unless, _BEARS_ON))


def price(fee: Fee, intake: date) -> int | None:
    """NT$ for one on the intake day; None where an office must set it or the size of the thing decides."""
    amount, bands, _law = _price(fee, intake)
    return None if bands else amount


def _price(fee: Fee, intake: date) -> tuple[int | None, FeeBands | None, str]:
    """The price in force on the intake day: the latest successor that has begun, else the fee itself."""
    begun = [rule for rule in fee.successors if rule.since and rule.since <= intake]
    if not begun:
        return fee.amount, fee.bands, fee.law
    latest = max(begun, key=lambda rule: rule.since or date.min)
    return latest.amount, latest.bands, latest.law


def _step(bands: FeeBands, size: int) -> int:
    return next(step.amount for step in bands.steps if step.below is None or size < step.below)


def _priced(fee: Fee, unit_price: int, quantity: int, law: str) -> FeeLine:
    return FeeLine(
        fee=fee.code,
        quantity=quantity,
        unit_price=unit_price,
        amount=unit_price * quantity,
        name_zh=fee.name.zh,
        name_en=fee.name.en,
        law=law,
    )


def _unset(fee: Fee) -> Text:
    return Text(
        f"{fee.name.zh}之金額尚未設定（設定項目 fee:{fee.code}），請先由戶政事務所填入",
        f"the amount of {fee.name.en} is not set (setting fee:{fee.code}); the office must fill it in",
    )
