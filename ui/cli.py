"""The command line: `yigui` alone opens the counter window; `yigui WORD …` does one thing and ends."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app import __version__
from app.errors import OfficeError
from ui import cli_central, cli_check, cli_day, cli_journal, cli_setup


class Commands(Protocol):
    """A module of commands: it adds its words, each with `run`, a function of the parsed words to the exit status."""

    def register(self, commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        """Add the words; importing the module must stay quick and know nothing of Qt."""


COMMANDS: tuple[Commands, ...] = (cli_check, cli_journal, cli_setup, cli_central, cli_day)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: what the command says; 2 with one line on standard error when it cannot be done at all."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (OfficeError, OSError) as trouble:
        print(f"yigui: {trouble}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="yigui", description="Yigui 一櫃: the counter of a household registration office."
    )
    parser.add_argument("--version", action="version", version=f"yigui {__version__}")
    parser.add_argument(
        "--demo", action="store_true", help="open the window on made-up data, with a central of its own"
    )
    parser.add_argument("--profile", type=Path, help="the folder this station keeps its data and keys in")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="WORD", title="words")
    for module in COMMANDS:
        module.register(commands)
    return parser


def _window(options: argparse.Namespace) -> int:
    from ui.main import run

    return run(demo=options.demo, profile=options.profile)


def _speak_utf8() -> None:
    """Files and pipes carry UTF-8 here whatever the machine's code page is."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
