"""A one-time code lets one station in; its key never leaves it, and central's is pinned."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.answers import ExchangeError
from sync.central.serve import Central
from sync.enrol import Enrolment, enrol
from sync.wire.envelope import ENROLMENT, public_bytes, seal
from sync.wire.messages import EnrolRequest, encode
from tests.sync.stations import OFFICE, Direct, Station

KEY = Ed25519PrivateKey.generate()


def ask(central: Central, code: str, name: str = "K05", key: Ed25519PrivateKey = KEY) -> Enrolment:
    return enrol(Direct(central.intake, enrolling=True), code, name, key)


def test_enrolment_names_the_office_and_pins_centrals_key(central: Central) -> None:
    enrolment = ask(central, central.new_code(OFFICE).lower())
    assert enrolment == Enrolment(OFFICE, "K05", central.registry.central, public_bytes(central.key))


def test_it_leaves_two_entries_by_central(central: Central) -> None:
    ask(central, central.new_code(OFFICE))
    facts = [(e.subject, e.kind, e.facts) for e in central.store(OFFICE).of_station("central", 1, 9)]
    assert facts == [
        ("S-K05", "station.enrolled", {"station": "K05", "public_key": public_bytes(KEY).hex()}),
        ("B-K05", "block.allotted", {"till": "K05", "first": 1, "last": 1000}),
    ]


def test_a_lost_answer_is_asked_for_again_and_doubles_nothing(central: Central) -> None:
    code = central.new_code(OFFICE)
    assert ask(central, code) == ask(central, code)
    assert central.store(OFFICE).head("central").number == 2


@pytest.mark.parametrize(
    ("name", "key", "code"), [("K06", KEY, "code-used"), ("K05", Ed25519PrivateKey.generate(), "code-used")]
)
def test_a_code_serves_once(central: Central, name: str, key: Ed25519PrivateKey, code: str) -> None:
    spent = central.new_code(OFFICE)
    ask(central, spent)
    with pytest.raises(ExchangeError, match=code):
        ask(central, spent, name, key)


def test_a_station_code_is_never_enrolled_twice(central: Central, k03: Station) -> None:
    with pytest.raises(ExchangeError, match="station-taken"):
        ask(central, central.new_code(OFFICE), "K03")


def test_nobody_becomes_central(central: Central) -> None:
    with pytest.raises(ExchangeError, match="malformed"):
        ask(central, central.new_code(OFFICE), "central")


def test_a_made_up_code_is_unknown(central: Central) -> None:
    with pytest.raises(ExchangeError, match="code-unknown"):
        ask(central, "AAAA-BBBB-CCCC-DDDD-" + central.new_code(OFFICE)[20:])


def test_a_code_ends_after_24_hours(central: Central) -> None:
    code = central.registry.new_code(OFFICE, public_bytes(central.key), now=0)
    with pytest.raises(ExchangeError, match="code-expired"):
        ask(central, code)


def test_another_central_that_answers_is_not_trusted(central: Central, tmp_path: Path) -> None:
    other = Central(tmp_path / "other")
    with pytest.raises(ExchangeError, match="wrong-central"):
        ask(other, central.new_code(OFFICE))
    other.close()


def test_a_public_key_whose_owner_does_not_sign_is_refused(central: Central) -> None:
    stolen = EnrolRequest(
        code=central.new_code(OFFICE), station="K05", public_key=public_bytes(KEY), nonce=bytes(8)
    )  # fmt: skip
    reply = central.intake.enrol(seal(ENROLMENT, encode(stolen), b"", Ed25519PrivateKey.generate()))
    assert reply.status == 400
    assert central.registry.known(OFFICE, "K05") is None
