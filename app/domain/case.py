"""One application for one service: its state as a fold over its events, and the decisions that make new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app.domain import events as e
from app.domain.next_steps import Stage, Step, after, allowed, first_stage
from app.domain.refusal import Refusal
from app.domain.verdict import accepts


class Standing(StrEnum):
    """How one paper stands in the checklist; `UNSEEN` is where every paper starts."""

    UNSEEN = "unseen"
    ORIGINAL = "original"
    COPY = "copy"
    ELECTRONIC = "electronic"
    WAIVED = "waived"
    MISSING = "missing"


SHOWN = frozenset({Standing.ORIGINAL, Standing.COPY, Standing.ELECTRONIC, Standing.WAIVED})


@dataclass(frozen=True, slots=True)
class Paper:
    """What was seen of one paper; `at_counter` is false while only a guide's pre-review vouches for it."""

    document: str
    standing: Standing
    issued: date | None = None
    verified_by: str | None = None
    source: str = "manual"
    at_counter: bool = True


@dataclass(frozen=True, slots=True)
class CaseState:
    """A case as its entries tell it. `told` are the papers its last notice named; `version` its number of events."""

    number: str
    visit: str
    service: str
    intake_date: date
    stage: Stage
    version: int = 1
    facts: Mapping[str, e.FactValue] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    copies: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    resumes: str | None = None
    told: tuple[str, ...] = ()
    notice: str | None = None
    demanded_anew: tuple[str, ...] = ()
    verdict: str | None = None
    fine: e.FineAssessed | None = None
    due_date: date | None = None
    slip_code: str | None = None
    receipt: str | None = None
    fees: tuple[e.FeeLine, ...] = ()
    handed_over: str | None = None
    register_reference: str | None = None

    def may(self, step: Step) -> bool:
        """Whether `step` may be taken now."""
        return allowed(self.stage, step)


def fold(number: str, history: Iterable[e.Event | None]) -> CaseState | None:
    """The case after `history` (`None` = an entry a newer program wrote); `None` before it was opened."""
    state: CaseState | None = None
    for event in history:
        if isinstance(event, e.CaseOpened):
            state = begin(number, event)
        elif state is not None:
            stage = after(state.stage, event) if event else state.stage
            state = replace(state, version=state.version + 1, stage=stage, **_changes(state, event))
    return state


def begin(number: str, event: e.CaseOpened) -> CaseState:
    """The case as it is opened."""
    source = "pre-review" if event.prereview else "notice"
    papers = {d: Paper(d, Standing.ORIGINAL, source=source, at_counter=False) for d in event.presented}
    return CaseState(
        number,
        event.visit,
        event.service,
        event.intake_date,
        first_stage(event),
        papers=papers,
        resumes=event.resumes,
        told=event.told,
    )


def _changes(state: CaseState, event: e.Event | None) -> dict[str, Any]:
    """The fields an event changes beside stage and version."""
    match event:
        case e.CaseTaken():
            return {"visit": event.visit}
        case e.CaseAnswered():
            return {"facts": _merged(state.facts, event.facts)}
        case e.PaperChecked():
            return _paper_checked(state, event)
        case e.CopiesAsked():
            return {"copies": {k: v for k, v in {**state.copies, **event.copies}.items() if v[0]}}
        case e.FormFilled():
            return {"form": {**state.form, **(event.values or {})}}
        case e.NoticeGiven():
            return {"notice": event.notice, "told": tuple(m.document for m in event.missing)}
        case e.CaseAccepted():
            kept = ("verdict", "fine", "due_date", "slip_code")
            return {name: getattr(event, name) for name in kept}
        case e.CaseRevised():
            return {"verdict": None, "fine": None, "due_date": None}
        case e.CasePaid():
            return {"receipt": event.receipt, "fees": event.fees}
        case e.CaseUnpaid():
            return {"receipt": None, "fees": ()}
        case e.CaseHandedOver():
            return {"handed_over": event.how}
        case e.CaseCompleted():
            return {"register_reference": event.register_reference}
        case e.CaseRefused():
            return {"verdict": event.verdict}
        case _:
            return {}


def _merged(old: Mapping[str, e.FactValue], new: Mapping[str, e.FactValue | None]) -> Mapping[str, e.FactValue]:
    return {k: v for k, v in {**old, **new}.items() if v is not None}


def _paper_checked(state: CaseState, event: e.PaperChecked) -> dict[str, Any]:
    paper = Paper(event.document, Standing(event.standing), event.issued, event.verified_by, event.source)
    anew = (*state.demanded_anew, event.document) if event.demanded_anew else state.demanded_anew
    return {"papers": {**state.papers, event.document: paper}, "demanded_anew": anew}


# Decisions --------------------------------------------------------------------------------------------------------


def _require(state: CaseState, step: Step) -> None:
    if not state.may(step):
        raise Refusal("not-now", step=step, stage=state.stage)


def answer(state: CaseState, facts: Mapping[str, e.FactValue | None]) -> tuple[e.Event, ...]:
    """Answers that change nothing make no entry."""
    changed = {k: v for k, v in facts.items() if state.facts.get(k) != v}
    if not changed:
        return ()
    _require(state, Step.ANSWER)
    return (e.CaseAnswered(facts=changed),)


def is_new_demand(state: CaseState, document: str) -> bool:
    """A paper that an earlier notice did not name may not be demanded now without a reason (Enforcement Rules 20)."""
    return bool(state.told or state.resumes) and document not in state.told and document not in state.demanded_anew


def check_paper(
    state: CaseState,
    document: str,
    standing: Standing,
    *,
    issued: date | None = None,
    verified_by: str | None = None,
    source: str = "manual",
    reason: str | None = None,
) -> tuple[e.Event, ...]:
    """Notes how one paper stands. Raises Refusal("reason-needed") when it is demanded anew without a reason."""
    _require(state, Step.CHECK_PAPER)
    anew = standing is Standing.MISSING and is_new_demand(state, document)
    if anew and not (reason or "").strip():
        raise Refusal("reason-needed", document=document)
    return (
        e.PaperChecked(
            document=document,
            standing=standing,
            issued=issued,
            verified_by=verified_by,
            source=source,
            demanded_anew=anew,
            reason=reason or None,
        ),
    )


def ask_copies(state: CaseState, fee: str, copies: int, sheets: int = 1) -> tuple[e.Event, ...]:
    """How many copies (份) of how many sheets (張) each are asked for; zero copies takes the wish back."""
    if copies < 0 or sheets < 1:
        raise Refusal("bad-number", value=f"{copies}×{sheets}")
    if state.copies.get(fee, (0, 1)) == (copies, sheets):
        return ()
    _require(state, Step.ASK_COPIES)
    return (e.CopiesAsked(copies={fee: (copies, sheets)}),)


def fill(state: CaseState, values: Mapping[str, str]) -> tuple[e.Event, ...]:
    """Fields of the application form; only what changed makes an entry."""
    changed = {k: v for k, v in values.items() if state.form.get(k, "") != v}
    if not changed:
        return ()
    _require(state, Step.FILL)
    return (e.FormFilled(fields=tuple(changed), values=changed),)


def give_notice(
    state: CaseState, notice: str, language: str, missing: tuple[e.MissingPaper, ...], last_day: date | None
) -> tuple[e.Event, ...]:
    """Tells everything missing at once; a paper not told before must already carry its reason."""
    _require(state, Step.GIVE_NOTICE)
    if not missing:
        raise Refusal("nothing-missing")
    for paper in missing:
        if is_new_demand(state, paper.document):
            raise Refusal("reason-needed", document=paper.document)
    return (e.NoticeGiven(notice=notice, language=language, missing=missing, last_day=last_day),)


def accept(
    state: CaseState,
    *,
    verdict: str,
    fine: e.FineAssessed | None,
    due_date: date | None,
    approvals: tuple[str, ...],
    clerk: str,
    approved_by: str | None,
    slip_code: str,
) -> tuple[e.Event, ...]:
    """Closes the check with an accepting verdict.

    Raises Refusal "not-acceptable", "approval-needed", or "approver-needed" when the clerk approves her own case.
    """
    _require(state, Step.ACCEPT)
    if not accepts(verdict):
        raise Refusal("not-acceptable", verdict=verdict)
    if approvals and not approved_by:
        raise Refusal("approval-needed", levels=", ".join(approvals))
    if approved_by == clerk:
        raise Refusal("approver-needed")
    return (
        e.CaseAccepted(
            verdict=verdict,
            fine=fine,
            due_date=due_date,
            approvals=approvals,
            approved_by=approved_by,
            slip_code=slip_code,
        ),
    )


def revise(state: CaseState) -> tuple[e.Event, ...]:
    """Opens an accepted, unpaid case again."""
    _require(state, Step.REVISE)
    return (e.CaseRevised(),)


def sign(state: CaseState, how: str, shown: str) -> tuple[e.Event, ...]:
    """The citizen signed what was shown (`shown`: its hex digest)."""
    _require(state, Step.SIGN)
    return (e.CaseSigned(how=how, shown=shown),)


def pay(state: CaseState, receipt: str | None, fees: tuple[e.FeeLine, ...]) -> tuple[e.Event, ...]:
    """This case's part of what was paid; without a receipt when the whole visit owed nothing."""
    _require(state, Step.PAY)
    return (e.CasePaid(receipt=receipt, fees=fees),)


def unpay(state: CaseState, receipt: str) -> tuple[e.Event, ...]:
    """The receipt that paid it is void; a completed case cannot go back."""
    _require(state, Step.UNPAY)
    return (e.CaseUnpaid(receipt=receipt),)


def hand_over(state: CaseState, how: str) -> tuple[e.Event, ...]:
    """What was asked for is handed over now, or will be delivered."""
    _require(state, Step.HAND_OVER)
    return (e.CaseHandedOver(how=how),)


def complete(state: CaseState, register_reference: str) -> tuple[e.Event, ...]:
    """辦結: only a person with the register's own reference completes a case."""
    _require(state, Step.COMPLETE)
    if not register_reference.strip():
        raise Refusal("reference-needed")
    return (e.CaseCompleted(register_reference=register_reference.strip()),)


def refuse(state: CaseState, verdict: str, reasons: tuple[str, ...] = ()) -> tuple[e.Event, ...]:
    """The case goes no further: refused, referred elsewhere or withdrawn; the papers go back to the citizen."""
    _require(state, Step.REFUSE)
    return (e.CaseRefused(verdict=verdict, reasons=reasons),)


def take(state: CaseState, visit: str) -> tuple[e.Event, ...]:
    """A case that nobody holds is taken up in `visit`."""
    _require(state, Step.TAKE)
    return (e.CaseTaken(visit=visit),)
