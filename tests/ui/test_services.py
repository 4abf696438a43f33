"""Every service of the catalogue goes through the window: its questions, its papers, its fields."""

from __future__ import annotations

import pytest

from app import catalogue
from app.domain.next_steps import Step
from tests.ui.conftest import Hands
from tests.ui.test_window import cut, settle
from ui import views

SERVICES = tuple(catalogue.load().services.values())
GROUPS = sorted({service.group for service in SERVICES})


@pytest.mark.parametrize("group", GROUPS)
def test_all_services_of_a_group(hands: Hands, group: str) -> None:
    for service in (each for each in SERVICES if each.group == group):
        hands.window.open_service(service.code)
        now = hands.window.now
        assert now is not None
        assert [case.state.service for case in now.cases] == [service.code]
        hands.window.go(views.PAPERS)
        shown = {code for _, code in hands.window.papers.facts._rows}
        assert set(now.cases[0].result.questions) <= shown
        papers = [row.view.document for row in hands.window.papers.papers.rows]
        assert papers == [required.document for required in now.cases[0].result.required]
        hands.window.go(views.CONTENT)
        fields = [field.code for field in service.form if field.shown(now.cases[0].state.facts)]
        assert [code for _, code in hands.window.content.rows] == fields
        settle()
        assert list(cut(hands.window)) == []
        hands.window.go(views.REVIEW)
        assert hands.window.review.main().words
        assert now.cases[0].state.may(Step.REFUSE)
        hands.press("Ctrl+H")
        hands.office.recall(now.visit.id)
        hands.office.close_visit(now.visit.id)


def test_there_are_eighty() -> None:
    assert len(SERVICES) == 80
