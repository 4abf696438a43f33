"""The import-linter contract for the table of rooms: a room imports only itself and what its row allows."""

from __future__ import annotations

import sys
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


def within(module: str, packages: set[str]) -> bool:
    """Whether `module` is one of `packages` or lies inside one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


class AllowedContract(Contract):
    """`rooms` (less `but_not`) may import themselves, the standard library, and `may_import`; direct imports count."""

    rooms: Any = fields.SetField(subfield=fields.StringField())
    but_not: Any = fields.SetField(subfield=fields.StringField(), required=False, default=set[str]())
    may_import: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Kept when no module of the rooms steps over its row; a row that names no module at all is broken."""
        inside = [m for m in graph.modules if within(m, self.rooms) and not within(m, self.but_not)]
        strays = [
            (importer, imported)
            for importer in sorted(inside)
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if imported not in inside and not self._may(imported)
        ]
        return ContractCheck(kept=bool(inside) and not strays, metadata={"strays": strays})

    def _may(self, imported: str) -> bool:
        return within(imported, self.may_import) or imported.split(".")[0] in sys.stdlib_module_names

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that is not in the table."""
        strays: list[Any] = check.metadata["strays"]
        for importer, imported in strays:
            output.print_error(f"{importer} may not import {imported}")
        if not strays:
            output.print_error(f"no module lies in {', '.join(sorted(self.rooms))}")
