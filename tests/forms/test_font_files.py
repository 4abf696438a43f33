"""The font files: still, of both weights, made once and never left half written."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from fontTools.ttLib import TTFont

from forms import font_files
from forms.font_files import BOLD, LATIN, PACKAGED, RARE, REGULAR, TC, THAI, Installed, installed, instance


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: tmp_path / name)
    return tmp_path / "yigui" / "fonts"


@pytest.mark.parametrize("font", PACKAGED, ids=lambda font: font.name)
@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_an_instance_is_a_still_truetype_font_of_its_weight(font: font_files.Packaged, weight: int) -> None:
    with TTFont(instance(font, weight), lazy=True) as still:
        assert "fvar" not in still
        assert "glyf" in still
        assert still["OS/2"].usWeightClass == weight
        assert still["name"].getDebugName(6) == f"{font.name}-{weight}"


def test_an_instance_is_made_once_and_whole(empty_cache: Path) -> None:
    first = instance(THAI, REGULAR)
    made = first.stat().st_mtime_ns
    assert instance(THAI, REGULAR) == first
    assert first.stat().st_mtime_ns == made
    assert list(empty_cache.iterdir()) == [first]


def test_the_fonts_draw_what_the_house_writes() -> None:
    with TTFont(instance(TC, REGULAR), lazy=True) as chinese, TTFont(instance(LATIN, BOLD), lazy=True) as latin:
        assert (
            set(map(ord, "規費收據新臺幣零壹貳參肆伍陸柒捌玖拾佰仟萬億兆元整○／（）")) <= chinese.getBestCmap().keys()
        )
        assert ord("ʉ") in latin.getBestCmap()


def test_a_font_the_system_lacks_is_simply_not_there() -> None:
    assert installed(Installed("None", "no-such-font.ttf", "", "")) is None


def test_every_font_names_its_licence() -> None:
    assert {font.licence for font in (*PACKAGED, *RARE)} == {"OFL-1.1", "OGDL-Taiwan-1.0", "Hanazono or OFL-1.1"}
