"""From the visit as it stands to what the frame shows of it: header, steps, queue list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.next_steps import UNFINISHED, Stage, Step
from app.domain.service import Catalogue
from app.ledger.worklist import VisitRow
from app.office import Office
from ui import words
from ui.language import ENGLISH, current, said
from ui.screens.screen import Now
from ui.standing import SyncView, offline_words
from ui.widgets.header import HeaderView
from ui.widgets.papers import PaperView
from ui.widgets.queue import CountView, VisitView
from ui.widgets.steps import StepView

PARTY, PAPERS, CONTENT, REVIEW, FEE, DELIVERY = range(6)
TURNED_BACK = frozenset({Stage.SUPPLEMENT, Stage.REFUSED})
"""Nothing was taken in: what follows the papers was not done, and is not ticked."""


def steps(now: Now | None, papers: Sequence[PaperView], reached: int) -> list[StepView]:
    """The six tabs; `reached` is the furthest step the clerk has been to."""
    translate = QCoreApplication.translate
    titles = (
        translate("Steps", "Party"), translate("Steps", "Papers"), translate("Steps", "Content"),
        translate("Steps", "Check and sign"), translate("Steps", "Fee"), translate("Steps", "Hand over"),
    )  # fmt: skip
    done = _done(now, papers, reached)
    badge = _badge(papers) if reached >= PAPERS else None
    return [
        StepView(title, done[at], now is not None and (at == PARTY or bool(now.cases)), badge if at == PAPERS else None)
        for at, title in enumerate(titles)
    ]


def _done(now: Now | None, papers: Sequence[PaperView], reached: int) -> tuple[bool, ...]:
    if now is None or not now.cases:
        return (False,) * 6
    stages = [case.state.stage for case in now.cases]
    decided = not any(stage in UNFINISHED for stage in stages) and not all(stage in TURNED_BACK for stage in stages)
    ready = all(view.ready for view in papers) and not any(case.result.questions for case in now.cases)
    paid = now.visit.paid or (decided and not any(case.state.may(Step.PAY) for case in now.cases))
    return (
        bool(now.visit.party.name) and reached > PARTY,
        decided or (ready and reached > PAPERS),
        decided or reached > CONTENT,
        decided,
        paid,
        now.visit.closed,
    )


def _badge(papers: Sequence[PaperView]) -> tuple[str, str] | None:
    if not papers:
        return None
    ready = sum(view.ready for view in papers)
    tone = "ok" if ready == len(papers) else "error" if any(view.lacking for view in papers) else "info"
    return f"{ready} / {len(papers)}", tone


def visit_views(rows: Sequence[VisitRow], current: str | None, catalogue: Catalogue, now: datetime) -> list[VisitView]:
    """The open visits: this one first to the eye, held ones with how long."""
    return [_visit_view(row, current, catalogue, now) for row in rows]


def _visit_view(row: VisitRow, current: str | None, catalogue: Catalogue, now: datetime) -> VisitView:
    names = "、".join(said(catalogue.services[code].name) for code in row.services if code in catalogue.services)
    if row.visit == current:
        state, tone, icon = QCoreApplication.translate("Queue", "In progress"), "primary", ""
    elif row.held_at:
        since = words.span(words.minutes_since(row.held_at, now))
        state, tone, icon = QCoreApplication.translate("Queue", "Held {0}").format(since), "text2", "circle-pause"
    else:
        told = words.stage(row.stage) if row.stage else QCoreApplication.translate("Queue", "Opened")
        state, tone, icon = told, "text2", "clock"
    return VisitView(row.visit, ticket(row.visit, row.ticket), names, state, tone, icon, row.visit == current)


def counts(rows: Sequence[VisitRow]) -> list[CountView]:
    """How many cases of the open visits wait for what."""
    translate = QCoreApplication.translate
    stages = [case.stage for row in rows for case in row.cases]
    wanted = (
        (Stage.PRE_REVIEWED, "tablet", translate("Queue", "Pre-reviewed")),
        (Stage.SUPPLEMENT, "file-text", translate("Queue", "Papers to bring")),
        (Stage.TO_PAY, "receipt", translate("Queue", "To pay")),
    )
    return [CountView(icon, title, str(stages.count(stage))) for stage, icon, title in wanted]


def settled(now: Now) -> bool:
    """Whether nothing is left to do at the counter: all cases are told what lacks, refused, done or handed over."""
    over = (Stage.SUPPLEMENT, Stage.REFUSED, Stage.DONE)
    states = [case.state for case in now.cases]
    return bool(states) and all(state.stage in over or state.handed_over is not None for state in states)


def ticket(visit: str, number: str | None) -> str:
    """The queue number, or that the party walked in."""
    walk_in = QCoreApplication.translate("Queue", "Walk-in {0}")
    return number or walk_in.format(int(visit.rpartition("-")[2]))


def header(office: Office, now: Now | None, sync: SyncView) -> HeaderView:
    """Who is served for what, and by whom."""
    english = current() == ENGLISH
    view = HeaderView(
        counter=office.settings.counter_en if english else office.settings.counter_zh,
        clerk=office.clerk.name if office.clerk else "",
        offline=offline_words(sync, office.now()),
        training=bool(office.settings.training),
    )
    if now is None:
        return view
    names = [said(office.catalogue.services[case.state.service].name) for case in now.cases]
    numbers = [case.state.number for case in now.cases]
    only = numbers[0] if len(numbers) == 1 else ""
    return replace(view, ticket=ticket(now.visit.id, now.visit.ticket), service="、".join(names), number=only)
