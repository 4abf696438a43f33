"""Late filing: the last day, how late a filing is, and the fine of the rule in force on the day of the event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.deadline import last_day
from app.domain.events import FineAssessed
from app.domain.facts import Inquiry
from app.domain.roc_date import written
from app.domain.service import ApprovalRule, FilingDeadline, Penalty, Service, Text

_BEARS_ON = "accept-with-fine"


@dataclass(frozen=True, slots=True)
class Filing:
    """How a filing stands to its deadline; `last_day` is already moved off a rest day."""

    last_day: date | None = None
    days_left: int | None = None
    fine: FineAssessed | None = None
    reasons: tuple[Text, ...] = ()


NO_DEADLINE = Filing()


def judge_filing(service: Service, inquiry: Inquiry, intake: date) -> Filing:
    """The filing's deadline and fine; an unknown day of the event is asked (戶籍法第48條、第79條)."""
    rule = service.deadline
    if rule is None or not inquiry.decide(rule.when, _BEARS_ON):
        return NO_DEADLINE
    event = _event(rule, inquiry)
    if event is None:
        inquiry.ask(rule.counted_from[-1], _BEARS_ON)
        return NO_DEADLINE
    last = last_day(event, inquiry.catalogue.calendar, months=rule.months, days=rule.days)
    late = (intake - last).days
    if late <= 0 or not rule.penalty:
        return Filing(last, -late)
    return _late(rule, _in_force(inquiry.catalogue.penalties[rule.penalty], event), last, late, inquiry)


def sanction_of(fine: FineAssessed) -> ApprovalRule:
    """The fine is an act of its own: late filing is taken all the same, the head signs the fine afterwards."""
    return ApprovalRule(
        level="head",
        act=Text(f"裁處逾期申請罰鍰{fine.amount}元", f"impose the fine of NT${fine.amount} for late filing"),
        law="戶籍法第81條；行政程序法第96條第1項第4款",
        afterwards=True,
    )


def _event(rule: FilingDeadline, inquiry: Inquiry) -> date | None:
    days = (inquiry.facts.get(code) for code in rule.counted_from)
    return next((day for day in days if isinstance(day, date)), None)


def _in_force(penalties: tuple[Penalty, ...], event: date) -> Penalty:
    """The rule whose time holds the event; fines follow the day of the event, not of the filing."""
    return next(
        penalty
        for penalty in penalties
        if (penalty.since is None or penalty.since <= event) and (penalty.until is None or event <= penalty.until)
    )


def _late(rule: FilingDeadline, penalty: Penalty, last: date, late: int, inquiry: Inquiry) -> Filing:
    if inquiry.decide(penalty.waived_when, _BEARS_ON):
        excused = Text(f"逾期{late}日，有正當理由，不罰", f"{late} days late with a legitimate reason: no fine")
        return Filing(last, -late, reasons=(excused,))
    amount = max(band.amount for band in penalty.bands if late >= band.days)
    if amount < penalty.after_reminder and inquiry.decide(penalty.reminder_when, _BEARS_ON):
        amount = penalty.after_reminder
    fine = FineAssessed(days_late=late, last_day=last, amount=amount, law=penalty.law)
    return Filing(last, -late, fine, tuple(_reasons(rule, fine)))


def _reasons(rule: FilingDeadline, fine: FineAssessed) -> list[Text]:
    told = [
        Text(
            f"應於{written(fine.last_day)}前申請，逾期{fine.days_late}日，罰鍰{fine.amount}元（{fine.law}）",
            f"due by {fine.last_day}, {fine.days_late} days late: fine NT${fine.amount} ({fine.law})",
        )
    ]
    if not rule.penalty_verified:
        told.append(
            Text(
                "罰鍰基準表未列本項，金額係比照，請主管確認",
                "the table of fines does not list this registration; the amount is by analogy, a supervisor decides",
            )
        )
    return told
