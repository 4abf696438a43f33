"""The table of rooms and arrows holds: nothing imports what its room may not know."""

from __future__ import annotations

from pathlib import Path

from grimp import ImportGraph
from importlinter.cli import lint_imports

from tests.arrows import AllowedContract

ROOT = Path(__file__).parents[1]


def _row(may_import: list[str]) -> AllowedContract:
    return AllowedContract("row", {}, {"rooms": ["rules"], "but_not": ["rules.door"], "may_import": may_import})


def _graph() -> ImportGraph:
    graph = ImportGraph()
    for importer, imported in (("rules.fee", "rules.date"), ("rules.fee", "json"), ("rules.fee", "store.row")):
        graph.add_import(importer=importer, imported=imported)
    graph.add_import(importer="rules.door", imported="network")
    return graph


def test_every_arrow_of_the_table_holds() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0


def test_an_import_outside_the_row_breaks_it() -> None:
    check = _row([]).check(_graph(), verbose=False)
    assert not check.kept
    assert check.metadata["strays"] == [("rules.fee", "store.row")]


def test_a_row_covers_what_lies_inside_the_rooms_it_names() -> None:
    assert _row(["store"]).check(_graph(), verbose=False).kept


def test_a_row_without_any_module_is_broken() -> None:
    assert not _row([]).check(ImportGraph(), verbose=False).kept
