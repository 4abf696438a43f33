"""One complete case of every service, written down by hand from the papers its law asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from app.domain.precheck import CaseRequest, Presented
from app.domain.service import Service


@dataclass(frozen=True, slots=True)
class Complete:
    """Answers beyond the usual ones, the papers that are then needed, and who verified those made abroad."""

    facts: Mapping[str, Any]
    papers: tuple[str, ...]
    verified: Mapping[str, str] = field(default_factory=dict)

    def request(self, service: Service, *, papers: bool = True) -> CaseRequest:
        """The case as it is handed in, with all its papers or with none."""
        shown = tuple(Presented(code, verified_by=self.verified.get(code)) for code in self.papers)
        return CaseRequest(service.code, {**service.usual, **self.facts}, shown if papers else ())


def _read() -> dict[str, Complete]:
    rows = yaml.safe_load(Path(__file__).with_name("complete.yaml").read_text(encoding="utf-8"))
    return {code: Complete(**{**row, "papers": tuple(row["papers"])}) for code, row in rows.items()}


COMPLETE = _read()
