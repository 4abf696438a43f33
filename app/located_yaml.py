"""YAML whose every value knows its file and line, so that an error in the data says where to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Place = Sequence[str | int]
Model = TypeVar("Model", bound=BaseModel)
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CatalogueError(ValueError):
    """The data is wrong: `folder/file.yaml:line: what is wrong`."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


@dataclass(frozen=True, slots=True)
class Located:
    """The data of one file and the tree it was read from."""

    path: Path
    data: Any
    node: yaml.Node | None

    def where(self, place: Place = ()) -> str:
        """`folder/file.yaml:line` of the value at a place (keys and indexes from the top)."""
        node, line = self.node, 1
        for part in place:
            node, found = _inside(node, part)
            line = found or line
        return _spot(self.path, line)

    def error_at(self, word: str, what: str, place: Place) -> CatalogueError:
        """The error about a word: its first line from the place on."""
        first = int(self.where(place).rsplit(":", 1)[1])
        lines = self.path.read_text(encoding="utf-8").splitlines()
        line = next((number for number, text in enumerate(lines, 1) if number >= first and word in text), first)
        return CatalogueError(_spot(self.path, line), what)

    def error(self, what: str, place: Place = ()) -> CatalogueError:
        """The error that this value is wrong."""
        return CatalogueError(self.where(place), what)


def read(path: Path) -> Located:
    """Reads one file; raises `CatalogueError` on bad YAML or on a key given twice."""
    loader = _LOADER(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        _refuse_twins(path, node)
        return Located(path, loader.construct_document(node) if node else None, node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CatalogueError(_spot(path, line), error.problem or "not YAML") from error
    finally:
        loader.dispose()


def checked(located: Located, shape: type[Model]) -> Model:
    """The whole file in its declared shape; raises `CatalogueError` naming the line of the first fault."""
    try:
        return shape.model_validate(located.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise located.error(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", first["loc"]) from error


def _spot(path: Path, line: int) -> str:
    return f"{path.parent.name}/{path.name}:{line}"


def _inside(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node | None, int | None]:
    """The node one step down and its line; a step that is not in the tree stays where it is."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark.line + 1
    return node, None


def _refuse_twins(path: Path, node: yaml.Node | None) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise CatalogueError(_spot(path, key.start_mark.line + 1), f"{key.value} is given twice")
            seen.add(key.value)
            _refuse_twins(path, value)
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twins(path, value)
