"""What a clerk does with a case: opens it, checks it against the catalogue, tells what is missing, accepts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.book import Book
from app.citizen_words import spoken
from app.domain import case as rules
from app.domain import visit as visits
from app.domain.case import SHOWN, CaseState, Standing
from app.domain.events import CaseOpened, FactValue, MissingPaper
from app.domain.facts import BadInput, understand
from app.domain.precheck import CaseRequest, CaseResult, CheckResult, Copies, PreCheck, Presented, check
from app.domain.refusal import Refusal
from app.domain.text import kept_by_all
from app.domain.verdict import accepts
from app.domain.visit import Party
from app.journal.entry import Entry
from app.visits import answered_by


def open_case(
    book: Book,
    visit: str,
    service: str,
    *,
    resumes: str | None = None,
    told: tuple[str, ...] = (),
    presented: tuple[str, ...] = (),
    prereview: str | None = None,
) -> list[Entry]:
    """Opens an application; its ordinary answers are filled in, visibly, and can be changed."""
    if service not in book.catalogue.services:
        raise Refusal("unknown-service", service=service)
    state = book.visit(visit)
    visits.admit(state)
    opened = CaseOpened(
        visit=visit,
        service=service,
        intake_date=book.today,
        resumes=resumes,
        told=told,
        presented=presented,
        prereview=prereview,
    )
    number = book.next_subject()
    fresh = rules.begin(number, opened)
    events = [opened, *rules.answer(fresh, _usual_answers(book, fresh, state.party))]
    return book.write((number, 0, events))


def _usual_answers(book: Book, fresh: CaseState, party: Party) -> dict[str, FactValue | None]:
    """What an ordinary case of the service is like: as the catalogue says, and of this office's own district."""
    answers: dict[str, FactValue | None] = dict(book.catalogue.services[fresh.service].usual)
    answers |= answered_by(replace(party, role=party.role or str(answers.get("applicant_role") or "")))
    usual = {name: value for name, value in answers.items() if value is not None}
    asked = _check(book, (replace(fresh, facts=usual),)).cases[0].questions
    districts = [name for name in asked if book.catalogue.facts[name].type == "district"]
    here = dict.fromkeys(districts, book.settings.office.district)
    verdict = _check(book, (replace(fresh, facts=usual | here),)).cases[0].verdict
    if verdict == "wrong-service":  # who moves in from another district is registered there until now: ask
        here.pop("household_district", None)
    return answers | here


# The check --------------------------------------------------------------------------------------------------------


def check_visit(book: Book, visit: str) -> tuple[tuple[CaseState, CaseResult], ...]:
    """Every case of the visit with what the catalogue says of it now; a paper shown for one counts for all."""
    states = book.cases_of(visit)
    if not states:
        return ()
    return tuple(zip(states, _check(book, states).cases, strict=True))


def check_case(book: Book, number: str) -> CaseResult:
    state = book.case(number)
    for sibling, result in check_visit(book, state.visit):
        if sibling.number == number:
            return result
    return _check(book, (state,)).cases[0]


def _check(book: Book, states: tuple[CaseState, ...]) -> CheckResult:
    seen = [p for state in states for p in state.papers.values() if p.at_counter]
    shared = {p.document: p for p in seen if p.standing is Standing.ORIGINAL}
    requests = tuple(
        CaseRequest(
            service=state.service,
            facts=state.facts,
            presented=tuple(
                Presented(p.document, p.standing.value, p.issued, p.verified_by)
                for p in {**shared, **state.papers}.values()
                if p.at_counter and p.standing in SHOWN
            ),
            copies={fee: Copies(copies, sheets) for fee, (copies, sheets) in state.copies.items()},
        )
        for state in states
    )
    return check(PreCheck(states[0].intake_date, book.settings.office.district, requests), book.catalogue)


# Steps ------------------------------------------------------------------------------------------------------------


def answer(book: Book, number: str, facts: Mapping[str, FactValue | None]) -> list[Entry]:
    state = book.case(number)
    unknown = [name for name in facts if name not in book.catalogue.facts]
    if unknown:
        raise Refusal("unknown-fact", fact=unknown[0])
    answers = {name: value for name, value in {**state.facts, **facts}.items() if value is not None}
    try:
        understand(answers, book.catalogue, state.intake_date)
    except BadInput:
        # kept, it would make every later check of the visit fail
        raise Refusal("bad-answer" if kept_by_all(facts) else "bad-text") from None
    return book.write((number, state.version, rules.answer(state, facts)))


def check_paper(
    book: Book,
    number: str,
    document: str,
    standing: Standing,
    *,
    issued: date | None = None,
    verified_by: str | None = None,
    source: str = "manual",
    reason: str | None = None,
) -> list[Entry]:
    if document not in book.catalogue.documents:
        raise Refusal("unknown-paper", document=document)
    state = book.case(number)
    events = rules.check_paper(
        state, document, standing, issued=issued, verified_by=verified_by, source=source, reason=reason
    )
    return book.write((number, state.version, events))


def ask_copies(book: Book, number: str, fee: str, copies: int, sheets: int = 1) -> list[Entry]:
    if fee not in book.catalogue.fees:
        raise Refusal("unknown-fee", fee=fee)
    state = book.case(number)
    return book.write((number, state.version, rules.ask_copies(state, fee, copies, sheets)))


def fill(book: Book, number: str, values: Mapping[str, str]) -> list[Entry]:
    state = book.case(number)
    return book.write((number, state.version, rules.fill(state, values)))


def give_notice(book: Book, number: str, language: str) -> list[Entry]:
    """One notice names everything that is missing now, with the reason for each."""
    if not spoken(language):
        raise Refusal("unknown-language", language=language)
    state, result = book.case(number), check_case(book, number)
    missing = tuple(
        MissingPaper(
            document=m.document,
            reason_zh=m.reason.zh,
            reason_en=m.reason.en,
            law=m.law,
            replaced_by=m.replaced_by.zh if m.replaced_by else "",
        )
        for m in result.missing
    )
    events = rules.give_notice(state, book.next_notice(), language, missing, result.last_day)
    return book.write((number, state.version, events))


def accept(book: Book, number: str, approver: tuple[str, str] | None = None) -> list[Entry]:
    """Closes the check when the catalogue accepts; `approver` (code, PIN) signs where the law wants a higher level."""
    state, result = book.case(number), check_case(book, number)
    if result.questions:
        raise Refusal("questions-open", facts=", ".join(result.questions))
    approved_by = book.second(*approver) if approver else None
    events = rules.accept(
        state,
        verdict=result.verdict,
        fine=result.fine,
        due_date=result.due_date,
        approvals=tuple(a.level for a in result.approval if a.here),
        clerk=book.signed_in().code,
        approved_by=approved_by,
        slip_code=book.random_code(),
    )
    return book.write((number, state.version, events))


def revise(book: Book, number: str) -> list[Entry]:
    state = book.case(number)
    return book.write((number, state.version, rules.revise(state)))


def sign(book: Book, number: str, how: str, shown: str) -> list[Entry]:
    state = book.case(number)
    return book.write((number, state.version, rules.sign(state, how, shown)))


def hand_over(book: Book, number: str, how: str) -> list[Entry]:
    state = book.case(number)
    return book.write((number, state.version, rules.hand_over(state, how)))


def complete(book: Book, number: str, register_reference: str) -> list[Entry]:
    state = book.case(number)
    return book.write((number, state.version, rules.complete(state, register_reference)))


def refuse(book: Book, number: str) -> list[Entry]:
    """Ends the case with what the catalogue says of it, or as withdrawn when the citizen changed her mind."""
    state, result = book.case(number), check_case(book, number)
    ended = "withdrawn" if accepts(result.verdict) or result.verdict == "supplement" else result.verdict
    return book.write((number, state.version, rules.refuse(state, ended, tuple(r.zh for r in result.reasons))))


def take(book: Book, number: str, visit: str) -> list[Entry]:
    """Takes up, in `visit`, a case that nobody holds: in 補正, or paid and waiting to be picked up."""
    visits.admit(book.visit(visit))
    state = book.case(number)
    return book.write((number, state.version, rules.take(state, visit)))
