"""`yigui check` and `yigui identify`: the pre-check and the number check on the command line, JSON in and out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.facts import BadInput, UnknownName
from app.domain.identifiers import identify


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the words `check` and `identify`."""
    checking = commands.add_parser("check", help="judge a request (JSON) against the catalogue")
    source = checking.add_mutually_exclusive_group(required=True)
    source.add_argument("file", nargs="?", metavar="FILE|-", help="the request; - reads standard input")
    source.add_argument("--facts", metavar="SERVICE", help="list the questions of a service instead")
    checking.set_defaults(run=_refusing(_check))
    identifying = commands.add_parser("identify", help="judge identity numbers, one a line")
    identifying.add_argument("file", metavar="FILE|-", help="the numbers; - reads standard input")
    identifying.set_defaults(run=_refusing(_identify))


def _refusing(run: Callable[[argparse.Namespace], None]) -> Callable[[argparse.Namespace], int]:
    """The command with its exit status: 2, one line on standard error and nothing printed when it cannot be judged."""

    def guarded(options: argparse.Namespace) -> int:
        try:
            run(options)
        except (BadInput, UnicodeDecodeError) as error:
            told = " ".join(str(error).split()).encode("utf-8", "backslashreplace").decode()
            print(f"yigui: {told}", file=sys.stderr)
            return 2
        return 0

    return guarded


def _check(options: argparse.Namespace) -> None:
    from app import catalogue, check_json  # they cost more to import than the window may wait for
    from app.domain.precheck import check

    known = catalogue.load()
    if options.facts is not None:
        if options.facts not in known.services:
            raise UnknownName("service", options.facts)
        _print(check_json.questions_json(known.services[options.facts], known))
    else:
        request = check_json.read_request(_read(options.file))
        _print(check_json.result_json(check(request, known)))


def _identify(options: argparse.Namespace) -> None:
    for line in _lines(_read(options.file)):
        judged = identify(line)
        row = {"value": judged.value, "kind": judged.kind, "valid": judged.valid, "reason": judged.reason}
        print(json.dumps(row, ensure_ascii=False))


def _read(name: str) -> str:
    """UTF-8 text with its line ends as they are."""
    raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return raw.decode("utf-8-sig")


def _lines(text: str) -> Iterator[str]:
    """Each line without its newline (a carriage return before it belongs to it); a last empty rest is no line."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return (line.removesuffix("\r") for line in lines)


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
