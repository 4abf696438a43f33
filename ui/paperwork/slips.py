"""The arrival slip (收件憑證): when the case was handed in, the deadline it keeps, what is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.citizen_words import CitizenWords
from app.domain.events import CaseAccepted
from app.office import CheckedCase, Office
from forms.slip import SlipPaper, SlipSide, SlipWords, progress_link
from ui.paperwork.paper import Paper, copies
from ui.paperwork.words import applicant, spoken


def slip(office: Office, checked: CheckedCase) -> Paper:
    """The slip of an accepted case, in Chinese and the visit's language; its time is that of the acceptance."""
    state, settings = checked.state, office.settings
    accepted = office.newest(state.number, CaseAccepted.KIND)
    assert accepted is not None
    assert state.slip_code is not None
    chinese, other = spoken(office.visit(state.visit).language)
    value = SlipPaper(
        office=settings.office.name_zh,
        case=state.number,
        link=progress_link(settings.progress_url, state.number, state.slip_code),
        phone=settings.office.phone,
        clerk=office.clerk_name(accepted.clerk),
        zh=_side(office, checked, accepted.at, chinese),
        other=_side(office, checked, accepted.at, other) if other else None,
    )
    return Paper("slip", state.number, copies(office, "slip", state.number), value)


def _side(office: Office, checked: CheckedCase, at: str, told: CitizenWords) -> SlipSide:
    state, limit = checked.state, checked.result.last_day
    when = datetime.fromisoformat(at)
    return SlipSide(
        words=_words(told, page=bool(office.settings.progress_url)),
        applicant=applicant(office.visit(state.visit).party, told),
        service=told.service(state.service),
        received=f"{told.date(when.date())} {when:%H:%M}",
        clock=told.phrase("slip_clock"),
        deadline=told.phrase("day_until", date=told.date(limit)) if limit else "",
        keeps=_kept(checked, told),
        next=_next(checked, told),
    )


def _words(told: CitizenWords, *, page: bool) -> SlipWords:
    """The fixed words; without a progress page nobody is sent to one."""
    words = SlipWords(**told.slip)
    if page:
        return words
    return replace(words, scan=told.phrase("ask_progress"), scan_how=told.phrase("ask_progress_how"))


def _kept(checked: CheckedCase, told: CitizenWords) -> str:
    """Whether the deadline is kept; late, with the fine the acceptance fixed (none where the law excuses)."""
    state, limit = checked.state, checked.result.last_day
    if limit is None:
        return ""
    if state.fine is not None:
        return told.phrase("late_fine_now", days=state.fine.days_late, amount=state.fine.amount)
    return told.phrase("slip_in_time") if state.intake_date <= limit else told.phrase("late_allowed")


def _next(checked: CheckedCase, told: CitizenWords) -> str:
    due = checked.state.due_date
    later = due is not None and due > checked.state.intake_date
    ready = told.phrase("slip_due", date=told.date(due)) if due and later else told.phrase("slip_here")
    return f"{ready}\n{told.phrase('slip_keep')}"
