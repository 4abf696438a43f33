"""The receipt's QR: facts and signature survive, a changed fact loses the signature, nothing else is taken for one."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha512

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.receipt_code import ReceiptCodeError, ReceiptFacts, pack, unpack

NAMES = st.text(max_size=10).filter(lambda text: len(text.encode(errors="replace")) <= 32 and text.isprintable())
FACTS = st.builds(
    ReceiptFacts,
    office=NAMES,
    till=NAMES,
    number=st.integers(0, 2**32 - 1),
    issued_on=st.dates(date(1912, 1, 1)),
    total=st.integers(0, 2**40 - 1),
    copy=st.integers(0, 255),
    previous=st.binary(min_size=16, max_size=16).map(bytes.hex),
)
ONE = ReceiptFacts(
    office="sanmin", till="K03", number=1215, issued_on=date(2026, 2, 3), total=60, copy=0, previous="00" * 16
)


def sign(message: bytes) -> bytes:
    """A keyed digest in place of Ed25519: 64 bytes too, and as sensitive to every bit."""
    return sha512(b"key" + message).digest()


def verify(message: bytes, signature: bytes) -> bool:
    return sign(message) == signature


@given(FACTS)
def test_facts_and_signature_survive_within_the_limit(facts: ReceiptFacts) -> None:
    text = pack(facts, sign)
    assert unpack(text, verify) == (facts, True)
    assert len(text) <= 300
    assert text.isascii()


@given(st.data())
def test_no_byte_can_be_changed_unnoticed(data: st.DataObject) -> None:
    text = pack(ONE, sign)
    raw = bytearray(urlsafe_b64decode(text[3:] + "=" * (-len(text[3:]) % 4)))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    changed = "Y1." + urlsafe_b64encode(bytes(raw)).decode().rstrip("=")
    try:
        facts, genuine = unpack(changed, verify)
    except ReceiptCodeError:
        return
    assert not genuine, facts


def test_a_signature_over_the_same_bytes_elsewhere_does_not_pass() -> None:
    seen: list[bytes] = []

    def spy(message: bytes) -> bytes:
        seen.append(message)
        return sign(message)

    pack(ONE, spy)
    assert seen[0].startswith(b"yigui receipt 1\n")


@pytest.mark.parametrize("text", ["", "K03-0001215", "Y1.", "Y1.abc", "Y1.!!!!", "Y1." + "é" * 200, "Y2." + "A" * 200])
def test_foreign_texts_are_refused(text: str) -> None:
    with pytest.raises(ReceiptCodeError):
        unpack(text, verify)


@pytest.mark.parametrize(
    "facts",
    [
        replace(ONE, total=-1),
        replace(ONE, total=2**40),
        replace(ONE, copy=256),
        replace(ONE, previous="00" * 32),
        replace(ONE, previous="not hex"),
        replace(ONE, office="高" * 11),
    ],
)
def test_facts_that_do_not_fit_are_refused(facts: ReceiptFacts) -> None:
    with pytest.raises(ReceiptCodeError):
        pack(facts, sign)


def test_a_short_signature_is_refused() -> None:
    with pytest.raises(ReceiptCodeError, match="64"):
        pack(ONE, lambda message: b"short")
