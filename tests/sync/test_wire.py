"""What travels: entries come back whole with their digests recomputed, and no changed byte is taken for the truth."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.journal.chain import START, body_digest, entry_digest
from app.journal.codec import canonical
from app.journal.entry import Clock, Entry
from sync.answers import ExchangeError
from sync.wire import batch
from sync.wire.code import fits, new_code, plain
from sync.wire.envelope import CENTRAL, STATION, is_signed_by, public_bytes, seal, unpack

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = public_bytes(KEY)

numbers = st.integers(-(2**40), 2**40)
bodies = st.dictionaries(
    st.text(max_size=8), st.none() | numbers | st.text() | st.lists(st.text(max_size=3)), max_size=4
)
salts = st.binary(min_size=16, max_size=16).map(bytes.hex)


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, Any]:
    """Everything of an entry that is not its place in a chain."""
    person, salt = draw(st.none() | bodies), draw(salts)
    facts, facts_salt = draw(bodies), draw(salts)
    return {
        "subject": draw(st.text()),
        "version": draw(st.integers(1, 2**40)),
        "kind": draw(st.text()),
        "schema": draw(st.integers(1, 9)),
        "at": draw(st.text()),
        "clock": Clock(
            offset_ms=draw(st.none() | numbers), offset_age_s=draw(st.none() | numbers), boot="b", monotonic_ms=7
        ),
        "clerk": draw(st.text()),
        "catalogue": draw(st.text()),
        "facts": facts,
        "facts_salt": facts_salt,
        "facts_digest": body_digest(facts_salt, canonical(facts)),
        "person": person,
        "person_salt": None if person is None else salt,
        "person_digest": "ab" * 32 if person is None else body_digest(salt, canonical(person)),
    }


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Entry], dict[tuple[str, int], str]]:
    """Interleaved chains of several stations, some begun earlier, and the digests the taker holds of them."""
    ends = {name: (draw(st.integers(0, 3)), draw(salts) * 2) for name in ("K03", "K04", "central")}
    held = {(name, number): START if number == 0 else digest for name, (number, digest) in ends.items()}
    tails = {name: (number, held[name, number]) for name, (number, _) in ends.items()}
    entries = []
    for fields in draw(st.lists(drafts(), max_size=8)):
        name = draw(st.sampled_from(sorted(tails)))
        number, previous = tails[name]
        entry = Entry(office="sanmin", station=name, number=number + 1, digest="", **fields)
        entry = replace(entry, digest=entry_digest(previous, entry))
        tails[name] = (entry.number, entry.digest)
        entries.append(entry)
    return entries, held


@given(histories())
def test_a_batch_comes_back_as_it_was(history: tuple[list[Entry], dict[tuple[str, int], str]]) -> None:
    entries, held = history
    assert batch.unpack(batch.pack(entries), "sanmin", lambda station, number: held[station, number]) == entries


@given(histories().filter(lambda history: bool(history[0])), st.data())
def test_a_batch_with_any_byte_changed_is_refused(
    history: tuple[list[Entry], dict[tuple[str, int], str]], data: st.DataObject
) -> None:
    entries, held = history
    plain_bytes = bytearray(zstandard.decompress(batch.pack(entries)))
    plain_bytes[data.draw(st.integers(0, len(plain_bytes) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        taken = batch.unpack(zstandard.compress(bytes(plain_bytes)), "sanmin", lambda who, at: held[who, at])
    except (ValueError, LookupError):
        return
    # Only what the digest covers in no way may differ: nothing.
    assert taken == entries


@given(st.binary(max_size=200))
def test_noise_is_no_batch_and_no_envelope(noise: bytes) -> None:
    if noise:
        with pytest.raises((ValueError, ExchangeError)):
            batch.unpack(noise, "sanmin", lambda station, number: START)
    with pytest.raises((ValueError, ExchangeError)):
        unpack(noise)


def test_a_batch_that_would_unpack_to_too_much_is_refused_before_it_does() -> None:
    bomb = zstandard.compress(bytes(batch.LARGEST + 1))
    assert len(bomb) < 10_000
    with pytest.raises(ValueError, match="unreasonable"):
        batch.unpack(bomb, "sanmin", lambda station, number: START)


@given(st.binary(max_size=100), st.binary(max_size=100), st.integers(0, 10**6), st.integers(1, 255))
def test_a_changed_statement_or_signature_is_not_signed(statement: bytes, attached: bytes, at: int, bit: int) -> None:
    sealed = unpack(seal(STATION, statement, attached, KEY))
    assert is_signed_by(sealed, STATION, PUBLIC)
    whole = bytearray(sealed.statement + sealed.signature)
    whole[at % len(whole)] ^= bit
    cut = len(sealed.statement)
    bent = type(sealed)(1, bytes(whole[:cut]), bytes(whole[cut:]))
    assert not is_signed_by(bent, STATION, PUBLIC)


def test_a_stations_words_are_never_taken_for_centrals() -> None:
    assert not is_signed_by(unpack(seal(STATION, b"x", b"", KEY)), CENTRAL, PUBLIC)


def test_a_newer_envelope_says_so_instead_of_being_noise() -> None:
    newer = b"\x94\x02" + seal(STATION, b"x", b"", KEY)[2:]
    with pytest.raises(ExchangeError, match="newer-format"):
        unpack(newer)


def test_a_code_is_read_as_people_write_it_and_fits_one_central_only() -> None:
    code = new_code(PUBLIC)
    assert plain(code.lower().replace("-", " ").replace("o", "0").replace("i", "1")) == plain(code)
    assert fits(code, PUBLIC)
    assert not fits(code, public_bytes(Ed25519PrivateKey.generate()))
