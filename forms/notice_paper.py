"""What a one-time notice says, as ready texts in one or two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """The notice's fixed words in one language; the names of the fields are the keys of the translations."""

    title: str
    part_citizen: str
    part_office: str
    applicant: str
    service: str
    reason: str
    law: str
    substitute: str
    when: str
    who: str
    where: str
    scan: str
    scan_how: str
    phone: str
    receipt: str
    clerk: str
    date: str


ZH = NoticeWords(
    title="一次告知單",
    part_citizen="第一聯　交民眾",
    part_office="第二聯　機關存查",
    applicant="申請人",
    service="辦理事項",
    reason="原因",
    law="依據",
    substitute="可代",
    when="什麼時候以前",
    who="誰可以來",
    where="到哪裡，多少錢",
    scan="掃描看進度",
    scan_how="輸入手機末四碼，不顯示姓名與地址",
    phone="電話",
    receipt="簽收",
    clerk="承辦",
    date="日期",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingText:
    """One missing paper as the citizen reads it; `substitute` may be empty."""

    name: str
    reason: str
    law: str
    substitute: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSide:
    """All texts of the notice in one language.

    `promise` holds the count (還缺 2 件。帶齊這 2 件就能完成，不會再要求其他文件。), `last_day` the day in words and
    `after` what happens when it passes; both are empty where no last day is set.
    """

    words: NoticeWords
    applicant: str
    service: str
    promise: str
    missing: tuple[MissingText, ...]
    last_day: str
    after: str
    who: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePaper:
    """A notice: `code` is the barcode's text (`app.domain.notice_code`), `link` the progress page's address, `given`
    the day and time, in both calendars where two languages are."""

    office: str
    number: str
    code: str
    link: str
    phone: str
    clerk: str
    given: str
    zh: NoticeSide
    other: NoticeSide | None = None

    def __post_init__(self) -> None:
        if not self.zh.missing or any(len(side.missing) != len(self.zh.missing) for side in self.sides):
            raise ValueError(f"the notice {self.number} must name the same missing papers in each language")

    @property
    def sides(self) -> tuple[NoticeSide, ...]:
        return (self.zh,) if self.other is None else (self.zh, self.other)
