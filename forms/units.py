"""Text cut into the units that must stay together: Latin words, Thai stretches, single characters with their marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARK = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef\u200d]"
_LATIN = r"[\u0021-\u024f\u0250-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u2010-\u201f\u2030-\u203a\u2c60-\u2c7f\ua720-\ua7ff]"
_UNIT = re.compile(rf"(?:{_LATIN}{_MARK}*)+|[\u0e00-\u0e7f]+|.{_MARK}*", re.DOTALL)
_CLUSTER = re.compile(rf".(?:{_MARK}|[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])*", re.DOTALL)
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_HAS_MARK = re.compile(_MARK)
_DUPLICATE = re.compile("[\uf900-\ufa0b]")  # what else is near them differs in form and needs its own glyph


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; `latin` words share a face, `shaped` ones need HarfBuzz to choose and place their glyphs."""

    text: str
    latin: bool
    shaped: bool

    def clusters(self) -> Iterator[str]:
        """Each base character with the marks on it."""
        return (found.group() for found in _CLUSTER.finditer(self.text))


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[Unit, ...]:
    """The units of `text` in order; joined they are the text."""
    return tuple(_unit(found.group()) for found in _UNIT.finditer(text))


def is_ignorable(character: str) -> bool:
    """Variation selectors and joiners: they choose a form, and draw nothing where a font has no such form."""
    return character == "\u200d" or "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def without_duplicates(text: str) -> str:
    """`text` with what Unicode holds twice for a Korean reading (U+F900-FA0B, same form) as the original."""
    return _DUPLICATE.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def _unit(text: str) -> Unit:
    thai = bool(_THAI.match(text))
    # A middle dot or dash alone, between Han characters, is Han punctuation and full-width.
    latin = text == " " or (not thai and re.match(_LATIN, text) is not None and any(map(str.isalnum, text)))
    marked = _HAS_MARK.search(unicodedata.normalize("NFC", text)) or _DUPLICATE.match(text)
    return Unit(text, latin, thai or bool(marked))
