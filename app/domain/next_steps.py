"""The one table of next steps: which step a case may take at which stage, and the stage it leads to.

Screens read it to enable buttons, the deciding functions to refuse commands, the fold to know the stage.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain import events as e


class Stage(StrEnum):
    """Where a case stands, from pre-review (預審) to completed (辦結) or refused (退件)."""

    PRE_REVIEWED = "pre-reviewed"
    RECEIVED = "received"
    SUPPLEMENT = "supplement"
    TO_SIGN = "to-sign"
    TO_PAY = "to-pay"
    PAID = "paid"
    DONE = "done"
    REFUSED = "refused"


class Step(StrEnum):
    """What can be done with a case."""

    TAKE = "take"
    ANSWER = "answer"
    CHECK_PAPER = "check-paper"
    ASK_COPIES = "ask-copies"
    FILL = "fill"
    GIVE_NOTICE = "give-notice"
    ACCEPT = "accept"
    REVISE = "revise"
    SIGN = "sign"
    PAY = "pay"
    UNPAY = "unpay"
    HAND_OVER = "hand-over"
    COMPLETE = "complete"
    REFUSE = "refuse"


_WORK = {
    Step.ANSWER: Stage.RECEIVED,
    Step.CHECK_PAPER: Stage.RECEIVED,
    Step.ASK_COPIES: Stage.RECEIVED,
    Step.FILL: Stage.RECEIVED,
    Step.GIVE_NOTICE: Stage.SUPPLEMENT,
    Step.ACCEPT: Stage.TO_SIGN,
    Step.REFUSE: Stage.REFUSED,
}

NEXT: Mapping[Stage, Mapping[Step, Stage]] = {
    Stage.PRE_REVIEWED: {
        **_WORK,
        Step.ANSWER: Stage.PRE_REVIEWED,
        Step.ASK_COPIES: Stage.PRE_REVIEWED,
        Step.FILL: Stage.PRE_REVIEWED,
    },
    Stage.RECEIVED: _WORK,
    Stage.SUPPLEMENT: {**_WORK, Step.TAKE: Stage.RECEIVED},
    Stage.TO_SIGN: {
        Step.SIGN: Stage.TO_PAY,
        Step.ASK_COPIES: Stage.TO_SIGN,
        Step.REVISE: Stage.RECEIVED,
        Step.REFUSE: Stage.REFUSED,
    },
    Stage.TO_PAY: {
        Step.PAY: Stage.PAID,
        Step.ASK_COPIES: Stage.TO_PAY,
        Step.REVISE: Stage.RECEIVED,
        Step.REFUSE: Stage.REFUSED,
    },
    Stage.PAID: {
        Step.UNPAY: Stage.TO_PAY,
        Step.HAND_OVER: Stage.PAID,
        Step.COMPLETE: Stage.DONE,
        Step.TAKE: Stage.PAID,
    },
    Stage.DONE: {Step.HAND_OVER: Stage.DONE},
    Stage.REFUSED: {},
}

STEP_OF: Mapping[type[e.Event], Step] = {
    e.CaseTaken: Step.TAKE,
    e.CaseAnswered: Step.ANSWER,
    e.PaperChecked: Step.CHECK_PAPER,
    e.CopiesAsked: Step.ASK_COPIES,
    e.FormFilled: Step.FILL,
    e.NoticeGiven: Step.GIVE_NOTICE,
    e.CaseAccepted: Step.ACCEPT,
    e.CaseRevised: Step.REVISE,
    e.CaseSigned: Step.SIGN,
    e.CasePaid: Step.PAY,
    e.CaseUnpaid: Step.UNPAY,
    e.CaseHandedOver: Step.HAND_OVER,
    e.CaseCompleted: Step.COMPLETE,
    e.CaseRefused: Step.REFUSE,
}

UNFINISHED = frozenset({Stage.PRE_REVIEWED, Stage.RECEIVED, Stage.TO_SIGN})
"""Stages in which a case still keeps its visit from being paid."""


def first_stage(opened: e.CaseOpened) -> Stage:
    """A case that a guide pre-reviewed waits for the clerk's own look; any other is received."""
    return Stage.PRE_REVIEWED if opened.prereview else Stage.RECEIVED


def after(stage: Stage, event: e.Event) -> Stage:
    """The stage once `event` has happened; an event that is no step of a case leaves the stage as it was."""
    step = STEP_OF.get(type(event))
    return NEXT[stage].get(step, stage) if step else stage


def allowed(stage: Stage, step: Step) -> bool:
    """Whether `step` may be taken now."""
    return step in NEXT[stage]
