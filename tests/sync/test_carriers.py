"""What the line does, named: real sockets that refuse, hang, cut off, show a bad certificate, or are not central."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sync.answers import Class, ExchangeError, outcome_of
from sync.carriers import HttpCarrier

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-yigui\r\nContent-Length: 10\r\nConnection: close\r\n\r\n"


@contextmanager
def server(speak: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port where one connection is taken and spoken to."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def run() -> None:
            connection, _ = listener.accept()
            with connection:
                speak(connection)

        thread = threading.Thread(target=run)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def heard(url: str, read_s: float = 5) -> str:
    """The code of what became of an exchange, `answered` when bytes came back."""
    carrier = HttpCarrier(url, read_s=read_s)
    try:
        carrier.exchange(b"question")
    except ExchangeError as error:
        return error.code
    finally:
        carrier.close()
    return "answered"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (HEAD + b"0123456789", "answered"),
        (HEAD + b"01234", "cut-off"),
        (HEAD.replace(b"x-yigui", b"json") + b"0123456789", "not-central"),
        (HEAD.replace(b"200 OK", b"503 Busy").replace(b"x-yigui", b"json") + b"0123456789", "http-503"),
        (
            HEAD.replace(b"200 OK", b"302 Found\r\nLocation: http://example.invalid/").replace(b"x-yigui", b"x"),
            "not-central",
        ),
        (b"", "unreachable"),
    ],
)
def test_what_came_back_is_named(said: bytes, code: str) -> None:
    def speak(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(said)

    with server(speak) as port:
        assert heard(f"http://127.0.0.1:{port}") == code


def test_a_line_that_accepts_and_never_answers_times_out() -> None:
    done = threading.Event()

    def speak(connection: socket.socket) -> None:
        done.wait(10)

    with server(speak) as port:
        assert heard(f"http://127.0.0.1:{port}", read_s=0.2) == "timeout"
        done.set()


def certificate(folder: Path) -> ssl.SSLContext:
    """A certificate for loopback that nobody vouches for."""
    key, name = Ed25519PrivateKey.generate(), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    path = folder / "self.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + builder.sign(key, None).public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_a_certificate_nobody_vouches_for_needs_a_person(tmp_path: Path) -> None:
    context = certificate(tmp_path)

    def speak(connection: socket.socket) -> None:
        with pytest.raises(ssl.SSLError):
            context.wrap_socket(connection, server_side=True).close()

    with server(speak) as port:
        assert outcome_of(heard(f"https://127.0.0.1:{port}")) == outcome_of("tls")
    assert outcome_of("tls").kind is Class.PERSON


@pytest.mark.parametrize("url", ["", "central.example", "ftp://central.example"])
def test_an_address_that_is_none_needs_a_person(url: str) -> None:
    with pytest.raises(ExchangeError, match="bad-address"):
        HttpCarrier(url)
