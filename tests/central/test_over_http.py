"""Real HTTP on loopback, real databases: said twice is kept once, and the second answer equals the first."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.answers import ExchangeError, outcome_of
from sync.carriers import HttpCarrier
from sync.enrol import PATH, enrol
from sync.standing import State
from sync.wire.envelope import MEDIA_TYPE
from tests.central.conftest import Served
from tests.sync.stations import OFFICE, Station, opened, receipt


class Recorder:
    """Keeps what a station says instead of carrying it."""

    def __init__(self) -> None:
        self.said: list[bytes] = []

    def exchange(self, data: bytes) -> bytes:
        """The line is down, but what was said is known."""
        self.said.append(data)
        raise ExchangeError("unreachable")


def spoken(one: Station) -> bytes:
    """A request as the station would send it now."""
    recorder = Recorder()
    one.link(recorder).round()
    return recorder.said[0]


def test_two_counters_and_central_hold_the_same(served: Served, k03: Station, k04: Station, line: HttpCarrier) -> None:
    k03.write(*[opened()] * 20)
    k04.write(receipt(1, 300), subject="T-K04")
    for one in (k03, k04, k03):
        assert one.link(line).round().state is State.SYNCED
    central = served.central.store(OFFICE)
    for name in ("K03", "K04", "central"):
        assert k03.store.head(name) == k04.store.head(name) == central.head(name)
    assert central.totals("K04").money == 300
    assert central.verify().ok


def test_fifty_parallel_sends_of_one_request_make_one_row_each_and_fifty_equal_answers(
    served: Served, k03: Station, k04: Station, line: HttpCarrier
) -> None:
    k04.write(*[opened()] * 3)
    k04.link(line).round()
    k03.write(opened(), receipt(1, 100), receipt(2, 100))
    body = spoken(k03)
    ready = threading.Barrier(50)

    def send() -> tuple[int, bytes]:
        ready.wait()
        answer = requests.post(f"{served.url}/v1/sync", data=body, timeout=60)
        return answer.status_code, answer.content

    with ThreadPoolExecutor(50) as pool:
        answers = [future.result() for future in [pool.submit(send) for _ in range(50)]]
    assert {status for status, _ in answers} == {200}
    assert len({content for _, content in answers}) == 1
    assert [e.number for e in served.central.store(OFFICE).of_station("K03", 1, 99)] == [1, 2, 3]


def test_fifty_parallel_enrolments_with_one_code_enrol_one_station(served: Served) -> None:
    code, keys = served.central.new_code(OFFICE), [Ed25519PrivateKey.generate() for _ in range(50)]
    ready = threading.Barrier(50)

    def ask(key: Ed25519PrivateKey) -> str:
        carrier = HttpCarrier(served.url, PATH, read_s=60)
        ready.wait()
        try:
            enrol(carrier, code, "K09", key)
        except ExchangeError as error:
            return error.code
        finally:
            carrier.close()
        return "enrolled"

    with ThreadPoolExecutor(50) as pool:
        outcomes = list(pool.map(ask, keys))
    assert sorted(outcomes) == ["code-used"] * 49 + ["enrolled"]
    assert [e.kind for e in served.central.store(OFFICE).subject("B-K09")] == ["block.allotted"]


def test_parallel_batches_that_run_a_block_low_allot_one_further_block(
    served: Served, k03: Station, line: HttpCarrier
) -> None:
    k03.write(*[receipt(number, 20) for number in range(1, 701)], subject="T-K03")
    bodies = []
    for _ in range(8):
        bodies.append(spoken(k03))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda body: requests.post(f"{served.url}/v1/sync", data=body, timeout=60), bodies))
    k03.link(line).round()
    blocks = [(e.facts["first"], e.facts["last"]) for e in served.central.store(OFFICE).subject("B-K03")]
    assert blocks == [(1, 1000), (1001, 2000)]


def test_health_says_which_central_this_is(served: Served) -> None:
    answer = requests.get(f"{served.url}/v1/health", timeout=10)
    assert answer.json() == {"status": "ok", "central": served.central.registry.central, "format": 1}


def test_bytes_that_are_no_request_are_a_plain_400_and_too_many_a_413(served: Served) -> None:
    for path in ("sync", "enrol"):
        assert requests.post(f"{served.url}/v1/{path}", data=b"hello", timeout=10).status_code == 400
    assert requests.post(f"{served.url}/v1/sync", data=bytes(17 << 20), timeout=30).status_code == 413


def test_a_wrong_server_is_waited_out_and_acknowledges_nothing(served: Served, k03: Station) -> None:
    k03.write()
    carrier = HttpCarrier(served.url, "/v1/health")
    result = k03.link(carrier).round()
    carrier.close()
    assert (result.held, result.problem) == (0, outcome_of("http-405"))


def test_a_dead_address_is_offline(k03: Station) -> None:
    k03.write()
    carrier = HttpCarrier("http://127.0.0.1:9")
    result = k03.link(carrier).round()
    carrier.close()
    assert (result.state, result.problem) == (State.OFFLINE, outcome_of("unreachable"))


def test_the_signed_answer_has_a_type_of_its_own(served: Served, k03: Station) -> None:
    answer = requests.post(f"{served.url}/v1/sync", data=spoken(k03), timeout=10)
    assert answer.headers["Content-Type"] == MEDIA_TYPE
