"""Loads the application-form fields of every service from `resources/catalogue/forms` into frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, RootModel, StringConstraints, Tag

from app.domain.conditions import Condition, parse
from app.domain.form import Choice, FieldType, Form, FormField, Section
from app.located_yaml import CatalogueError, Located, checked, read

DIGIT_KEYS = 9
FIELDS_A_STEP = 12
PLAIN_ORIGINS = frozenset({"typed", "party", "register", "office"})
FACT_TYPES = {
    FieldType.BOOL: "bool",
    FieldType.CHOICE: "choice",
    FieldType.ROC_DATE: "date",
    FieldType.NUMBER: "int",
    FieldType.DISTRICT: "district",
}

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


@dataclass(frozen=True, slots=True)
class Known:
    """The codes a form may name; each fact with its type."""

    services: Set[str]
    documents: Set[str]
    facts: Mapping[str, str]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Choice(_Strict):
    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    zh: Words
    en: Words


class _Field(_Strict):
    """A field as written; source, verified and origin may come from its group or form."""

    code: Code
    label_zh: Words
    label_en: Words
    type: FieldType = FieldType.TEXT
    required: bool = True
    comes_from: Words | None = None
    source: Words | None = None
    verified: bool | None = None
    choices: Words | tuple[_Choice, ...] = ()
    when: Mapping[str, bool | int | str] = {}


class _Use(_Strict):
    """A group put into a form: `prefix` goes before its codes, `who` before its labels; the rest overrides.

    `comes_from` holds for the fields of the group that have no origin of their own, `origins` for single fields.
    The person at the counter fills a prefixed group only in the role of its prefix, or of `role` where that differs.
    """

    group: Words
    prefix: Code | None = None
    role: Words | None = None
    who_zh: str = ""
    who_en: str = ""
    only: tuple[Code, ...] = ()
    required: bool | None = None
    comes_from: Words | None = None
    origins: Mapping[Code, Words] = {}
    when: Mapping[str, bool | int | str] = {}


def _kind(item: object) -> str:
    return "group" if isinstance(item, dict) and "group" in item else "field"


_Item = Annotated[Annotated[_Field, Tag("field")] | Annotated[_Use, Tag("group")], Discriminator(_kind)]


class _Group(_Strict):
    """Its source prescribes the fields only for the forms of the file `prescribed_for`, if that is given."""

    zh: Words
    en: Words
    source: Words | None = None
    verified: bool | None = None
    prescribed_for: str = ""
    fields: tuple[_Field, ...]


class _Common(_Strict):
    choices: Mapping[str, tuple[_Choice, ...]]
    groups: Mapping[str, _Group]


class _Section(_Strict):
    zh: Words
    en: Words
    fields: tuple[_Item, ...]


class _Head(_Strict):
    name_zh: str = ""
    name_en: str = ""
    official: bool = False
    source: Words
    verified: bool = False


class _Form(_Strict):
    form: _Head
    groups: tuple[Words, ...] = ()
    sections: tuple[_Section, ...]


class _File(RootModel[Mapping[str, _Form]]):
    pass


def load_forms(root: Path, known: Known) -> Mapping[str, Form]:
    """Service code to form, for every service of `known`; raises `CatalogueError` with file and line."""
    common = checked(read(root / "common.yaml"), _Common)
    forms: dict[str, Form] = {}
    for path in sorted(root.glob("*.yaml")):
        if path.name == "common.yaml":
            continue
        located = read(path)
        for service, written in checked(located, _File).root.items():
            forms[service] = _Reader(located, service, written, common, known).form()
    if missing := sorted(known.services - forms.keys()):
        raise CatalogueError(f"{root.name}/", f"no form for {', '.join(missing)}")
    return forms


@dataclass(frozen=True, slots=True)
class _Reader:
    """One written form on its way to a `Form`."""

    located: Located
    service: str
    written: _Form
    common: _Common
    known: Known

    def form(self) -> Form:
        head = self.written.form
        if self.service not in self.known.services:
            raise self._error("unknown service")
        if head.official != bool(head.name_zh and head.name_en):
            raise self._error("an official form has both names, any other has none", "form")
        fields = tuple(self._fields())
        if twin := _first_twin(each.code for each in fields):
            raise self._error(f"field {twin} stands twice")
        return Form(**head.model_dump(), fields=fields)

    def _fields(self) -> Iterator[FormField]:
        for index, name in enumerate(self.written.groups):
            place = ("groups", index)
            group = self._group(name, *place)
            yield from self._expand(_Use(group=name), Section(group.zh, group.en), *place)
        for number, section in enumerate(self.written.sections):
            heading = Section(section.zh, section.en)
            inside = tuple(self._section(section, heading, number))
            if len(inside) > FIELDS_A_STEP:
                raise self._error(f"{len(inside)} fields, a step holds {FIELDS_A_STEP}", "sections", number)
            yield from inside

    def _section(self, section: _Section, heading: Section, number: int) -> Iterator[FormField]:
        for index, item in enumerate(section.fields):
            place = ("sections", number, "fields", index)
            if isinstance(item, _Use):
                yield from self._expand(item, heading, *place)
            else:
                yield self._field(item, _Use(group="-"), _Group(zh="-", en="-", fields=()), heading, *place)

    def _expand(self, use: _Use, heading: Section, *place: str | int) -> Iterator[FormField]:
        group = self._group(use.group, *place)
        if strange := {*use.only, *use.origins} - {each.code for each in group.fields}:
            raise self._error(f"group {use.group} has no {', '.join(sorted(strange))}", *place)
        for item in group.fields:
            if not use.only or item.code in use.only:
                yield self._field(item, use, group, heading, *place)

    def _field(self, item: _Field, use: _Use, group: _Group, heading: Section, *place: str | int) -> FormField:
        head = self.written.form
        prescribed = group.prescribed_for in ("", self.located.path.stem)
        marks = (item.verified, group.verified if prescribed else None)
        verified = next((mark for mark in marks if mark is not None), head.verified)
        return FormField(
            code=f"{use.prefix}_{item.code}" if use.prefix else item.code,
            label_zh=f"{use.who_zh}{item.label_zh}",
            label_en=f"{use.who_en}: {item.label_en}" if use.who_en else item.label_en,
            type=item.type,
            required=item.required if use.required is None else use.required and item.required,
            comes_from=self._origin(item, use, *place),
            source=item.source or (group.source if prescribed else None) or head.source,
            verified=verified,
            section=heading,
            choices=self._choices(item, *place),
            when=self._facts({**item.when, **use.when}, *place),
        )

    def _group(self, name: str, *place: str | int) -> _Group:
        if name not in self.common.groups:
            raise self._error(f"unknown group {name}", *place)
        return self.common.groups[name]

    def _choices(self, item: _Field, *place: str | int) -> tuple[Choice, ...]:
        written = item.choices
        if isinstance(written, str):
            if written not in self.common.choices:
                raise self._error(f"unknown choices {written}", *place)
            written = self.common.choices[written]
        asked = item.type is FieldType.CHOICE and not (item.comes_from or "").startswith("fact:")
        if bool(written) != asked or len(written) == 1 or len(written) > DIGIT_KEYS:
            raise self._error(f"{item.code}: a choice has 2 to {DIGIT_KEYS} answers, or takes a fact's", *place)
        if twin := _first_twin(each.code for each in written):
            raise self._error(f"answer {twin} stands twice", *place)
        return tuple(Choice(each.code, each.zh, each.en) for each in written)

    def _origin(self, item: _Field, use: _Use, *place: str | int) -> str:
        origin = use.origins.get(item.code) or item.comes_from or use.comes_from or "typed"
        if origin == "party" and use.prefix:
            origin = f"party:{use.role or use.prefix}"
        kind, _, code = origin.partition(":")
        fits = {
            "party": bool(code),
            "fact": FACT_TYPES.get(item.type, "text") == self.known.facts.get(code),
            "paper": code in self.known.documents,
        }
        if origin not in PLAIN_ORIGINS and not fits.get(kind, False):
            raise self._error(f"{item.code}: {origin} is unknown, or of another type than {item.type}", *place)
        return origin

    def _facts(self, when: Mapping[str, bool | int | str], *place: str | int) -> Condition:
        if strange := sorted(when.keys() - self.known.facts.keys()):
            raise self._error(f"unknown fact {', '.join(strange)}", *place)
        try:
            return parse(dict(when))
        except ValueError as error:
            raise self._error(str(error), *place) from error

    def _error(self, what: str, *place: str | int) -> CatalogueError:
        return self.located.error(f"{self.service}: {what}", (self.service, *place))


def _first_twin(codes: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            return code
        seen.add(code)
    return None
