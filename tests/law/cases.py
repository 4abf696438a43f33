"""Reads the worked cases of the law: what is handed in, and what the article says must come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from app.domain.precheck import CaseRequest, Copies, PreCheck, Presented

FOLDER = Path(__file__).with_name("cases")


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """One case with its source; `expect` holds what was worked out by hand."""

    name: str
    source: str
    request: PreCheck
    expect: Mapping[str, Any]


def worked_cases() -> Iterator[WorkedCase]:
    """Every case of every file, in order."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield _worked(row)


def _worked(row: Mapping[str, Any]) -> WorkedCase:
    case = CaseRequest(
        service=row["service"],
        facts=row["facts"],
        presented=tuple(_presented(paper) for paper in row["presented"]),
        copies={fee: _copies(asked) for fee, asked in row.get("copies", {}).items()},
    )
    request = PreCheck(intake_date=_day(row["intake"]), office_district="三民區", cases=(case,))
    return WorkedCase(row["case"], row["source"], request, row["expect"])


def _presented(paper: str | Mapping[str, Any]) -> Presented:
    return Presented(paper) if isinstance(paper, str) else Presented(**paper)


def _copies(asked: int | Mapping[str, int]) -> Copies:
    return Copies(asked) if isinstance(asked, int) else Copies(**asked)


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value
