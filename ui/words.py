"""How things are said on the screen: days, hours, money, stages, verdicts and methods."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from app.domain import roc_date
from app.domain.next_steps import Stage
from app.domain.till import Method
from ui import language


def day(value: date, weekday: bool = True) -> str:
    """115年2月3日（二）, or 3 Feb 2026 (Tue) for the English reader."""
    if language.current() == language.ENGLISH:
        months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
        days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        plain = f"{value.day} {months[value.month - 1]} {value.year}"
        return f"{plain} ({days[value.weekday()]})" if weekday else plain
    return roc_date.written(value, weekday=weekday)


def clock(at: str, seconds: bool = False, zone: tzinfo | None = None) -> str:
    """The hour of an ISO time, as it was written or in another zone."""
    when = datetime.fromisoformat(at)
    return (when.astimezone(zone) if zone else when).strftime("%H:%M:%S" if seconds else "%H:%M")


def minutes_since(at: str, now: datetime) -> int:
    """Whole minutes from an ISO time to now, never negative."""
    return max(0, int((now - datetime.fromisoformat(at)).total_seconds() // 60))


def span(minutes: int) -> str:
    """12 分, 2 時 24 分."""
    if minutes < 60:
        return QCoreApplication.translate("Words", "{0} min").format(minutes)
    return QCoreApplication.translate("Words", "{0} h {1} min").format(minutes // 60, minutes % 60)


def money(amount: int) -> str:
    """1,200 — whole NT$."""
    return f"{amount:,}"


def stage(value: Stage) -> str:
    """預審 收件 補正 待簽 待繳費 已收費 辦結 退件."""
    translate = QCoreApplication.translate
    return {
        Stage.PRE_REVIEWED: translate("Words", "Pre-reviewed"),
        Stage.RECEIVED: translate("Words", "Received"),
        Stage.SUPPLEMENT: translate("Words", "Papers to bring"),
        Stage.TO_SIGN: translate("Words", "To sign"),
        Stage.TO_PAY: translate("Words", "To pay"),
        Stage.PAID: translate("Words", "Paid"),
        Stage.DONE: translate("Words", "Done"),
        Stage.REFUSED: translate("Words", "Refused"),
    }[value]


def verdict(code: str) -> str:
    """What the check says of a case, in words."""
    translate = QCoreApplication.translate
    return {
        "accept": translate("Words", "Can be accepted"),
        "accept-with-fine": translate("Words", "Can be accepted, late: a fine is due"),
        "accept-deferred": translate("Words", "Can be accepted, finished later"),
        "supplement": translate("Words", "Papers are missing"),
        "refer": translate("Words", "Another agency is in charge"),
        "refuse": translate("Words", "Cannot be accepted"),
        "refuse-for-now": translate("Words", "Cannot be accepted yet"),
        "wrong-service": translate("Words", "This is another service"),
        "wrong-office": translate("Words", "Another office is in charge"),
        "withdrawn": translate("Words", "Withdrawn by the citizen"),
    }.get(code, code)


def method(value: Method) -> str:
    """A way to pay."""
    translate = QCoreApplication.translate
    return {
        Method.CASH: translate("Words", "Cash"),
        Method.EASYCARD: translate("Words", "EasyCard"),
        Method.IPASS: translate("Words", "iPASS"),
        Method.TAIWAN_PAY: translate("Words", "Taiwan Pay"),
        Method.CARD: translate("Words", "Credit card"),
    }[value]


METHOD_ICONS = {
    Method.CASH: "banknote",
    Method.EASYCARD: "nfc",
    Method.IPASS: "nfc",
    Method.TAIWAN_PAY: "smartphone",
    Method.CARD: "credit-card",
}


def retention(code: str) -> str:
    """What becomes of a paper after it was checked."""
    translate = QCoreApplication.translate
    return {
        "return": translate("Words", "Seen and given back"),
        "copy-kept": translate("Words", "A copy is kept"),
        "original-kept": translate("Words", "The original is kept"),
        "kept": translate("Words", "Kept in the file"),
    }.get(code, "")


VERIFIERS = ("mission", "designated-body", "mofa", "notary", "court")


def verifier(code: str) -> str:
    """Who verified a paper."""
    translate = QCoreApplication.translate
    return {
        "mission": translate("Words", "Mission abroad"),
        "designated-body": translate("Words", "Designated body"),
        "mofa": translate("Words", "Foreign ministry"),
        "notary": translate("Words", "Notary"),
        "court": translate("Words", "Court"),
    }.get(code, "")


def source(code: str) -> str:
    """Where a check came from."""
    translate = QCoreApplication.translate
    return {
        "manual": translate("Words", "By hand"),
        "scan": translate("Words", "Scanned"),
        "pre-review": translate("Words", "Pre-review"),
        "notice": translate("Words", "Notice"),
        "electronic": translate("Words", "Electronic"),
    }.get(code, code)


def level(code: str) -> str:
    """Who must approve."""
    translate = QCoreApplication.translate
    return {
        "clerk": translate("Words", "clerk"),
        "section-chief": translate("Words", "section chief"),
        "secretary": translate("Words", "secretary"),
        "head": translate("Words", "head of the office"),
        "supervisor": translate("Words", "supervisor"),
        "office": translate("Words", "the office"),
        "city": translate("Words", "the city"),
        "ministry": translate("Words", "the ministry"),
    }.get(code, code)


def short(text: str, length: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= length else text[: length - 1] + "…"
