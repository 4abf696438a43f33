"""A station that never stops writing: run as a program, it says how many commands are durable until it is killed."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from app.journal.engine import open_engine
from app.journal.store import Draft
from tests.journal.stores import KEY, Counter, named, opened, receipt, store


def main(path: Path) -> None:
    """Three entries a command, on three subjects."""
    held = store(open_engine(path, KEY), "K03", Counter())
    for number in count(1):
        command = [Draft(f"V-{number}", opened()), Draft(f"V-{number}", named()), Draft("T-K03", receipt(number, 200))]
        held.append(command, clerk="c01", catalogue="115.1")
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
