"""`yigui day`: plays a scripted day in the real windows and says whether both sides agree."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the word."""
    day = commands.add_parser("day", help="play a scripted day on made-up data and count both sides")
    day.add_argument("--out", type=Path, default=Path("out") / "day", help="folder for pictures, papers and summary")
    day.set_defaults(run=_day)


def _day(options: argparse.Namespace) -> int:
    from ui.day.play import play
    from ui.day.player import Stuck

    try:
        return play(options.out)
    except Stuck as stuck:
        print(f"yigui day: {stuck}; the last picture shows where", file=sys.stderr)
        return 1
