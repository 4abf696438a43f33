"""Enrolment, the station's side: a one-time code shown to central, and central's key pinned in return."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.answers import ExchangeError
from sync.link import Carrier
from sync.wire.code import fits
from sync.wire.envelope import CENTRAL, ENROLMENT, fingerprint, is_signed_by, public_bytes, seal, unpack
from sync.wire.messages import EnrolAnswer, EnrolRequest, decode, encode

PATH = "/v1/enrol"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the station keeps: where it belongs and whose signature it trusts (Ed25519, 32 bytes) from now on."""

    office: str
    station: str
    central: str
    central_key: bytes


def enrol(carrier: Carrier, code: str, station: str, key: Ed25519PrivateKey) -> Enrolment:
    """Enrols a station whose private key stays here; safe to repeat when the answer was lost.

    Raises ExchangeError: `code-unknown`, `code-used`, `code-expired`, `station-taken`, `wrong-central` when whoever
    answered is not the central the code was made by, or what the line did.
    """
    request = EnrolRequest(code=code, station=station, public_key=public_bytes(key), nonce=secrets.token_bytes(8))
    statement = encode(request)
    reply = carrier.exchange(seal(ENROLMENT, statement, b"", key))
    try:
        envelope = unpack(reply)
        answer = decode(envelope.statement, EnrolAnswer)
    except ValueError as error:
        raise ExchangeError("not-central") from error
    if not is_signed_by(envelope, CENTRAL, answer.public_key) or answer.request != fingerprint(statement):
        raise ExchangeError("forged-answer")
    if not fits(code, answer.public_key):
        raise ExchangeError("wrong-central")
    if answer.refused:
        raise ExchangeError(answer.refused)
    return Enrolment(answer.office, station, answer.central, answer.public_key)
