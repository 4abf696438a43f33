"""The visits of the scripted day, as a clerk would key them. All people are made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from app.domain.prereview_code import PreReview, encode
from app.domain.roc_date import compact
from app.office import Office
from ui import demo
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


SUPERVISOR = "S01"
AGREED = "出生證明書上是否已約定從姓並簽章？"
DIED, SPOUSE, PHOTO, HEAD = (
    "事實發生日期（死亡、判決確定、遷徙等）？",
    "死亡者是否有配偶？",
    "相片可否沿用？",
    "死亡者是否為戶長？",
)
INTEREST = "申請人是否為利害關係人？"
BORN, ROLE = "當事人（出生登記為出生者）出生日期？", "申請人以何種身分申請？"


def birth(day: Day) -> None:
    """A mother registers her child: five papers, then a household certificate."""
    clerk = day.clerk
    clerk.call("Ctrl+1")
    clerk.shot("birth-party")
    clerk.party({"姓名": "李小美", "統號": "A223456781"}, leave_last=True)
    clerk.papers({BORN: day.ago(14), ROLE: "key:2", AGREED: "key:2"})
    clerk.shot("birth-papers")
    clerk.fill_in({"從姓": "key:1", "出生者姓名": "陳𠮷安", "出生別": "key:1"})
    clerk.shot("birth-check")
    clerk.sign()
    clerk.press("A")
    clerk.shot("birth-fee")
    clerk.pay()
    clerk.shot("birth-delivery")
    clerk.part()


def reissue(day: Day) -> None:
    """A lost identity card is reissued: 200, paid with a note of 500."""
    clerk = day.clerk
    clerk.call("Ctrl+2")
    clerk.party({"姓名": "陳大文", "統號": "A123456789", "出生日期": "0790505"}, leave_last=True)
    clerk.papers({ROLE: "key:1", BORN: "0790505", INTEREST: "key:2"})
    clerk.fill_in({})
    clerk.sign()
    clerk.shot("reissue-fee")
    clerk.pay("500")
    clerk.part()


def two_services(day: Day) -> None:
    """A household certificate renewed and two transcripts, one visit, one receipt."""
    clerk = day.clerk
    clerk.call("Ctrl+3")
    clerk.add("Ctrl+4")
    clerk.party({"姓名": "林秀美", "統號": "S101164107"}, leave_last=True)
    clerk.papers({ROLE: "key:1", BORN: "0790505", INTEREST: "key:2"})
    clerk.fill_in({})
    clerk.sign()
    clerk.press("A", "B")
    clerk.shot("two-services-fee")
    clerk.pay("100")
    clerk.part()


def late_death(day: Day) -> None:
    """A death registered 50 days after: late, so a fine is decided apart from the fee."""
    clerk = day.clerk
    clerk.call("Ctrl+7")
    clerk.party({"姓名": "王春花", "統號": "E222818665"}, leave_last=True)
    clerk.papers({ROLE: "key:1", DIED: day.ago(50), SPOUSE: "key:1", PHOTO: "key:1", HEAD: "key:2"})
    clerk.shot("death-fine")
    clerk.fill_in({})
    clerk.sign()
    clerk.shot("death-fee")
    clerk.pay()
    clerk.part()


def notice(day: Day) -> None:
    """A father lacks the household certificate: everything missing is told once, in Chinese and Vietnamese."""
    clerk = day.clerk
    clerk.call("Ctrl+1")
    clerk.party({"姓名": "阮文雄", "統號": "A800000014"}, leave_last=True)
    clerk.papers({BORN: day.ago(20), ROLE: "key:1", AGREED: "key:1"}, {"戶口名簿": "0"})
    clerk.shot("notice-missing")
    clerk.give_notice("3")
    clerk.shot("notice-given")
    clerk.leave()


def prereview(day: Day) -> None:
    """A guide has looked at the papers on the floor; the clerk scans the slip and still looks herself."""
    papers = day.office.papers_of("hhcert-replace")
    told = PreReview("sanmin", demo.STATION, "hhcert-replace", papers, "zh-TW", True, day.office.today, "day-1")
    clerk = day.clerk
    clerk.scan(encode(told, papers, day.sign))
    clerk.shot("prereview")
    clerk.party({"姓名": "吳阿土", "統號": "E196513035"}, leave_last=True)
    clerk.check_again()
    clerk.fill_in({})
    clerk.sign()
    clerk.press("A")
    clerk.pay()
    clerk.part()


def without_central(day: Day) -> None:
    """The line is down: the same visit, the same receipt, and the status bar says what waits."""
    day.line.down()
    reissue(day)
    day.clerk.press("F5")
    day.clerk.offline()
    day.clerk.shot("offline")
    day.line.up()


def voided(day: Day) -> None:
    """A receipt with a wrong payer is voided by the supervisor and the visit paid again."""
    clerk = day.clerk
    clerk.call("Ctrl+4")
    clerk.party({"姓名": "黃志明", "統號": "A123456789"}, leave_last=True)
    clerk.papers({ROLE: "key:1", BORN: "0790505", INTEREST: "key:2"})
    clerk.fill_in({})
    clerk.sign()
    clerk.press("A")
    clerk.pay()
    clerk.void("2", SUPERVISOR, demo.PIN)
    clerk.shot("voided")
    clerk.press("F8")
    clerk.pay()
    clerk.part()


VISITS: tuple[tuple[str, Callable[[Day], None]], ...] = (
    ("birth with five papers", birth),
    ("ID reissue", reissue),
    ("two services in one visit", two_services),
    ("late death with a fine", late_death),
    ("a visit ending in a notice", notice),
    ("started from a pre-review", prereview),
    ("while central is down", without_central),
    ("a voided receipt", voided),
)
