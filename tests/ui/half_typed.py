"""A clerk who stops in the middle of a word: run as a program, it says when the draft is on the disk and then waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.day.counter import CLERK
from ui import demo
from ui.day.clerk import Clerk
from ui.day.visits import AGREED, BORN, ROLE
from ui.main import Program

NAME, NEWBORN, SURNAME, ORDER = "姓名", "出生者姓名", "從姓", "出生別"
BIRTH = {NAME: "李小美", "統號": "A223456781"}
FACTS = {BORN: "1150120", ROLE: "key:2", AGREED: "key:2"}
HALF = {"party": "李小", "facts": "1150", "content": "陳𠮷"}
"""What is half typed, by the screen it is typed on."""


def party(clerk: Clerk) -> None:
    """Half of the party's name."""
    clerk.reach(NAME)
    clerk.type(HALF["party"])


def facts(clerk: Clerk) -> None:
    """Half of the day of birth."""
    clerk.party(BIRTH)
    clerk.reach(BORN)
    clerk.type(HALF["facts"])


def content(clerk: Clerk) -> None:
    """Half of the child's name."""
    clerk.party(BIRTH)
    clerk.papers(FACTS)
    clerk.press("Ctrl+Return")
    clerk.reach(NEWBORN)
    clerk.type(HALF["content"])


SCREENS: Mapping[str, Callable[[Clerk], None]] = {"party": party, "facts": facts, "content": content}


def started(profile: Path) -> tuple[Program, Clerk]:
    """The window on this profile, with the clerk signed in."""
    program = Program(profile)
    program.show()
    clerk = Clerk(program, profile / "shots")
    clerk.sign_in(CLERK, demo.PIN)
    return program, clerk


def kept(program: Program) -> set[str]:
    """Every draft text of the visit at hand and its cases, as it lies on the disk."""
    station, counter = program.station, program.shell.counter
    if station is None or counter is None or counter.now is None:
        return set()
    owners = [counter.now.visit.id, *(case.state.number for case in counter.now.cases)]
    return {text for owner in owners for text in station.drafts.of(owner).values()}


def main(profile: Path, screen: str) -> None:
    """Types, and prints the visit once the draft is kept."""
    app = QApplication([])
    program, clerk = started(profile)
    clerk.call("Ctrl+1")
    SCREENS[screen](clerk)
    clerk.until(lambda: HALF[screen] in kept(program), "the draft")
    print(clerk.counter.visit, flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
