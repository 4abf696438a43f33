"""From the journal's values to the papers' values: receipt, one-time notice and arrival slip, said in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from app.citizen_words import CitizenWords
from app.citizen_words import words as citizen_words
from app.domain import roc_date
from app.domain.events import FeeLine, MissingPaper
from app.domain.receipt import printed_number
from app.domain.till import Method
from app.ledger.notices import NoticeRow
from app.ledger.receipts import ReceiptRow
from app.office import CheckedCase, Office
from forms import notice as notice_form
from forms import receipt as receipt_form
from forms import slip as slip_form
from forms.notice_paper import MissingText, NoticePaper, NoticeSide, NoticeWords
from forms.receipt_paper import ReceiptLine, ReceiptPaper

METHODS = {
    Method.CASH: "現金",
    Method.EASYCARD: "悠遊卡",
    Method.IPASS: "一卡通",
    Method.TAIWAN_PAY: "台灣Pay",
    Method.CARD: "信用卡",
}
CHINESE = "zh-TW"


class Paper(NamedTuple):
    """A paper to print: its kind, what it is about, which copy (0 = first): all noted in the journal; and its value."""

    kind: str
    about: str
    copy: int
    value: object


def pdf(value: object) -> bytes:
    """The PDF of any of the three; raises NoGlyph when a character cannot be drawn."""
    if isinstance(value, ReceiptPaper):
        return receipt_form.render(value)
    if isinstance(value, NoticePaper):
        return notice_form.render(value)
    assert isinstance(value, slip_form.SlipPaper)
    return slip_form.render(value)


def issued(at: str) -> str:
    """115年2月3日　10:46, of an ISO time."""
    when = datetime.fromisoformat(at)
    return f"{roc_date.written(when.date())}　{when:%H:%M}"


def clerk_name(office: Office, code: str) -> str:
    """A clerk's name where this station knows it, else the code."""
    return office.clerk.name if office.clerk is not None and office.clerk.code == code else code


def masked_id(number: str) -> str:
    """A1****6789: enough to recognise one's own."""
    return f"{number[:2]}****{number[-4:]}" if len(number) >= 8 else ""


# The receipt ------------------------------------------------------------------------------------------------------


def receipt(office: Office, row: ReceiptRow) -> Paper:
    """An issued receipt; what was put on paper before makes this a further copy."""
    value = ReceiptPaper(
        office=office.settings.office.name_zh,
        number=row.printed,
        issued=issued(row.issued_at),
        payer=row.payer or "",
        cases=_case_words(office, row.lines),
        till=f"{office.settings.counter_zh}（{row.till}）",
        lines=_lines(row.lines),
        total=row.total,
        method=METHODS[Method(row.method)],
        clerk=clerk_name(office, row.clerk),
        code=office.receipt_code(row, row.copies),
        tendered=row.tendered,
        change=row.change,
        copy=row.copies,
        void=(row.void_reason or row.void_code or "") if row.voided else None,
    )
    return Paper("receipt", row.printed, row.copies, value)


def receipt_preview(office: Office, visit: str, method: Method, tendered: int) -> ReceiptPaper | None:
    """The receipt as it would be, claiming no number and bearing no signature; None while nothing is due."""
    owed, till = office.due(visit), office.till()
    if not owed.lines or till.next_number is None:
        return None
    return ReceiptPaper(
        office=office.settings.office.name_zh,
        number=printed_number(till.till, till.next_number),
        issued=roc_date.written(office.today),
        payer=office.visit(visit).party.name,
        cases=_case_words(office, owed.lines),
        till=f"{office.settings.counter_zh}（{till.till}）",
        lines=_lines(owed.lines),
        total=owed.total,
        method=METHODS[method],
        clerk=office.clerk.name if office.clerk else "",
        code="預覽",
        tendered=max(tendered, owed.total),
        change=max(tendered - owed.total, 0),
        preview=True,
    )


def _lines(lines: Iterable[FeeLine]) -> tuple[ReceiptLine, ...]:
    return tuple(
        ReceiptLine(
            name=line.name_zh, law=line.law, unit_price=line.unit_price, quantity=line.quantity, amount=line.amount
        )
        for line in lines
    )


def _case_words(office: Office, lines: Iterable[FeeLine]) -> tuple[str, ...]:
    numbers = dict.fromkeys(line.case for line in lines)
    services = office.catalogue.services
    return tuple(f"{number}　{services[office.case(number).service].name.zh}" for number in numbers)


# The one-time notice ----------------------------------------------------------------------------------------------


def notice(office: Office, checked: CheckedCase) -> Paper:
    """The case's last notice, as it was told, in Chinese and in the language it was given in."""
    settings = office.settings
    row = office.notice(checked.state.notice or "")
    assert row is not None
    value = NoticePaper(
        office=settings.office.name_zh,
        number=row.notice,
        code=office.notice_code(checked.state.number),
        link=settings.progress_url or row.notice,
        phone=settings.office.phone,
        clerk=office.clerk.name if office.clerk else "",
        given=issued(row.given_at),
        zh=_notice_side(office, checked, row, citizen_words("zh")),
        other=None if row.language == CHINESE else _notice_side(office, checked, row, citizen_words(row.language)),
    )
    return Paper("notice", row.notice, len(office.print_attempts(row.notice)), value)


def _notice_side(office: Office, checked: CheckedCase, row: NoticeRow, told: CitizenWords) -> NoticeSide:
    service = office.catalogue.services[checked.state.service]
    party = office.visit(checked.state.visit).party
    roles = dict.fromkeys(role for applicant in service.applicants for role in applicant.roles)
    many = told.phrase("or").join(told.role(role) for role in roles)
    return NoticeSide(
        words=NoticeWords(**told.notice),
        applicant=f"{party.name}　{masked_id(party.id_number)}",
        service=told.service(service.code),
        promise=told.phrase("promise", count=len(row.missing)),
        missing=tuple(_missing(paper, told) for paper in row.missing),
        last_day=told.phrase("day_until", date=told.date(row.last_day)) if row.last_day else "",
        after=told.phrase("late_allowed") if row.last_day else "",
        who=told.phrase("who_may", roles=many) if roles else "",
        where=told.place(service.office.scope),
    )


def _missing(paper: MissingPaper, told: CitizenWords) -> MissingText:
    chinese = told.language == "zh"
    return MissingText(
        name=told.document(paper.document),
        reason=paper.reason_zh
        if chinese
        else paper.reason_en
        if told.language == "en"
        else told.reason(paper.document),
        law=paper.law if chinese else told.law(paper.law),
        substitute=paper.replaced_by if chinese else "",
    )


# The arrival slip -------------------------------------------------------------------------------------------------


def slip(office: Office, checked: CheckedCase) -> Paper:
    """The arrival slip of an accepted case."""
    state, settings = checked.state, office.settings
    due = f"最遲{roc_date.written(state.due_date, weekday=True)}辦妥。" if state.due_date else "辦妥後通知領取。"
    kept = checked.result.last_day
    saved = office.last_saved()
    side = slip_form.SlipSide(
        words=slip_form.ZH,
        applicant=office.visit(state.visit).party.name,
        service=office.catalogue.services[state.service].name.zh,
        received=issued(saved) if saved else roc_date.written(state.intake_date),
        clock="以本櫃檯裝置時間為準",
        deadline=roc_date.written(kept, weekday=True) if kept else "",
        keeps="收件日在期限內，未逾期。" if kept and state.intake_date <= kept else "",
        next=due,
    )
    value = slip_form.SlipPaper(
        office=settings.office.name_zh,
        case=state.number,
        link=slip_form.progress_link(settings.progress_url, state.number, state.slip_code or ""),
        phone=settings.office.phone,
        clerk=office.clerk.name if office.clerk else "",
        zh=side,
    )
    return Paper("slip", state.number, len(office.print_attempts(state.number)), value)
