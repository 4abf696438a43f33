"""The visits of the scripted day, as a clerk would key them. All people are made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.prereview_code import PreReview, encode
from app.domain.roc_date import compact
from app.office import Office
from ui import demo, views
from ui.day.clerk import Clerk
from ui.day.line import Line


@dataclass(slots=True)
class Day:
    """The clerk, the line to central, and the office's own calendar and keys for what others bring along."""

    clerk: Clerk
    line: Line
    office: Office
    sign: Callable[[bytes], bytes]
    receipt: str = ""

    def ago(self, days: int) -> str:
        """A day in the past as a clerk types it: 1150203."""
        return compact(self.office.today - timedelta(days=days))


def birth(day: Day) -> None:
    """A mother registers her child: five papers, a household certificate."""
    clerk = day.clerk
    clerk.call("Ctrl+1")
    clerk.party({"姓名": "李小美", "統號": "A223456781", "電話": "0900000001", "申請身分": "key:2"})
    clerk.shot("birth-papers")
    clerk.papers({"當事人（出生登記為出生者）出生日期？": day.ago(14)})
    clerk.shot("birth-papers-checked")
    clerk.fill_in({"從姓": "key:1", "出生者姓名": "陳𠮷安"})
    clerk.shot("birth-check")
    clerk.sign()
    clerk.shot("birth-fee")
    clerk.pay("100")
    clerk.shot("birth-delivery")
    clerk.part()


def reissue(day: Day) -> None:
    """A lost identity card is reissued: 200, exact."""
    clerk = day.clerk
    clerk.call("Ctrl+2")
    clerk.party({"姓名": "陳大文", "統號": "A123456789"})
    clerk.papers({})
    clerk.fill_in({})
    clerk.sign()
    clerk.pay()
    clerk.part()


VISITS: tuple[tuple[str, Callable[[Day], None]], ...] = (
    ("birth with five papers", birth),
    ("ID reissue", reissue),
)
