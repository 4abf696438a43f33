"""The one-time notice of a case: everything missing, by when, who may come, where and for how much."""

from __future__ import annotations

from collections.abc import Iterator

from app.citizen_words import CitizenWords
from app.domain.case import CaseState
from app.domain.conditions import holds
from app.domain.events import NoticeGiven
from app.domain.fee import price
from app.domain.service import Applicant, Catalogue, Service
from app.ledger.notices import NoticeRow
from app.office import CheckedCase, Office
from forms.notice_paper import NoticePaper, NoticeSide, NoticeWords
from forms.slip import progress_link
from ui.paperwork.missing import missing
from ui.paperwork.paper import Paper, copies
from ui.paperwork.words import applicant, issued, issued_in_both, spoken

REGISTRATIONS = "戶籍登記"
"""The group of services that cost nothing themselves: the fee table names only the papers issued with them."""

OF_ITS_OWN = "office"
"""The role in which the office itself registers (逕為登記): nobody comes for that."""


def notice(office: Office, checked: CheckedCase) -> Paper:
    """The case's last notice, as it was told, in Chinese and in the language it was given in."""
    settings, state = office.settings, checked.state
    row, given = office.notice(state.notice or ""), office.newest(state.number, NoticeGiven.KIND)
    assert row is not None
    assert given is not None
    chinese, other = spoken(row.language)
    code = office.notice_code(state.number)
    value = NoticePaper(
        office=settings.office.name_zh,
        number=row.notice,
        code=code,
        link=progress_link(settings.progress_url, state.number, state.slip_code) if state.slip_code else code,
        phone=settings.office.phone,
        clerk=office.clerk_name(given.clerk),
        given=issued_in_both(row.given_at) if other else issued(row.given_at),
        zh=_side(office, checked, row, chinese),
        other=_side(office, checked, row, other) if other else None,
    )
    return Paper("notice", row.notice, copies(office, "notice", row.notice), value)


def _side(office: Office, checked: CheckedCase, row: NoticeRow, told: CitizenWords) -> NoticeSide:
    state, catalogue = checked.state, office.catalogue
    service = catalogue.services[state.service]
    return NoticeSide(
        words=_words(state, told),
        applicant=applicant(office.visit(state.visit).party, told),
        service=told.service(service.code),
        promise=told.phrase("promise", count=len(row.missing)),
        missing=tuple(missing(paper, state, catalogue, told) for paper in row.missing),
        last_day=_last_day(service, row, told),
        after=_after(checked, row, catalogue, told),
        who="\n".join((_who(service, state, told), *_agent(service, state, told))),
        where="\n".join((told.place(service.office.scope), *_fees(service, checked, catalogue, told))),
    )


def _words(state: CaseState, told: CitizenWords) -> NoticeWords:
    """Before the case is accepted there is no progress to see: then the code takes it up again at any counter."""
    words = dict(told.notice)
    if state.slip_code is None:
        words |= {"scan": told.phrase("bring_this_notice"), "scan_how": ""}
    return NoticeWords(**words)


# By when ----------------------------------------------------------------------------------------------------------


def _last_day(service: Service, row: NoticeRow, told: CitizenWords) -> str:
    if row.last_day:
        return told.phrase("day_until", date=told.date(row.last_day))
    return "" if service.deadline else told.phrase("no_deadline")


def _after(checked: CheckedCase, row: NoticeRow, catalogue: Catalogue, told: CitizenWords) -> str:
    """What follows when the day is missed: the fine of today if it is, else the range the law sets."""
    fine, deadline = checked.result.fine, catalogue.services[checked.state.service].deadline
    if row.last_day is None or deadline is None:
        return ""
    if fine is not None:
        return told.phrase("late_fine_now", days=fine.days_late, amount=fine.amount)
    if not deadline.penalty or checked.state.intake_date > row.last_day:
        return told.phrase("late_allowed")
    span = catalogue.penalties[deadline.penalty][-1].statutory_range
    return told.phrase("late_fine", low=span["min"], high=span["max"])


# Who --------------------------------------------------------------------------------------------------------------


def _who(service: Service, state: CaseState, told: CitizenWords) -> str:
    entitled = [each for each in service.applicants if _may(each, state)]
    if not all(each.roles for each in service.applicants):
        return told.phrase("who_anyone")
    roles = dict.fromkeys(role for each in entitled for role in each.roles if role != OF_ITS_OWN)
    return told.phrase("who_may", roles=_listed([told.role(role) for role in roles], told))


def _may(each: Applicant, state: CaseState) -> bool:
    """As the check judges: nothing known speaks against them, or an exception is known to hold."""
    lifted = any(holds(exception, state.facts) for exception in each.exceptions)
    return lifted or holds(each.when, state.facts) is not False


def _listed(names: list[str], told: CitizenWords) -> str:
    comma = "、" if told.language == "zh" else ", "
    return told.phrase("or").join(filter(None, (comma.join(names[:-1]), *names[-1:])))


def _agent(service: Service, state: CaseState, told: CitizenWords) -> Iterator[str]:
    rule = service.delegation
    if rule.mode == "with-office-approval":
        yield told.phrase("who_agent_approval")
    if rule.mode in ("personal", "exception-only") and not any(holds(each, state.facts) for each in rule.exceptions):
        yield told.phrase("who_in_person")
    else:
        yield told.phrase("who_agent")


# How much ---------------------------------------------------------------------------------------------------------


def _fees(service: Service, checked: CheckedCase, catalogue: Catalogue, told: CitizenWords) -> Iterator[str]:
    """Registrations cost nothing; what is charged or may be asked for is told each by its price today."""
    owed = {line.fee: line.unit_price for line in checked.result.fees}
    asked = [item.fee for item in service.fees if holds(item.when, checked.state.facts) is not False]
    if service.group == REGISTRATIONS and not any(item.always for item in service.fees):
        yield told.phrase("fee_registration_free")
    elif not owed and not asked:
        yield told.phrase("fee_free")
    for fee in dict.fromkeys((*owed, *asked)):
        amount = owed.get(fee, price(catalogue.fees[fee], checked.state.intake_date))
        if amount is None:
            yield f"{told.fee(fee)}: {told.phrase('fee_ask')}"
        elif amount:
            yield told.phrase("fee_each", fee=told.fee(fee), amount=amount)
