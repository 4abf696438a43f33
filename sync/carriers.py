"""Ways to carry an envelope to central and an answer back; today over HTTP."""

from __future__ import annotations

from urllib.parse import urlsplit

import requests

from sync.answers import ExchangeError, outcome_of_status
from sync.wire.envelope import MEDIA_TYPE

CONNECT_S, READ_S = 3.0, 10.0


class HttpCarrier:
    """POST over one kept connection; TLS is verified unless the address is plain http (loopback and trials)."""

    def __init__(
        self, url: str, path: str = "/v1/sync", *, connect_s: float = CONNECT_S, read_s: float = READ_S
    ) -> None:
        if urlsplit(url).scheme not in ("http", "https"):
            raise ExchangeError("bad-address", url)
        self._url = url.rstrip("/") + path
        self._timeout = (connect_s, read_s)
        self._session = requests.Session()
        self._session.headers.update({"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE})

    def exchange(self, data: bytes) -> bytes:
        """The body central answered with, whatever its status; it is worth nothing before its signature is checked."""
        try:
            response = self._session.post(self._url, data=data, timeout=self._timeout, allow_redirects=False)
        except requests.RequestException as error:
            raise ExchangeError(code_of(error)) from error
        if response.headers.get("Content-Type", "").split(";")[0] != MEDIA_TYPE:
            raise ExchangeError(outcome_of_status(response.status_code).code)
        return response.content

    def close(self) -> None:
        """Lets the connection go."""
        self._session.close()


def code_of(error: requests.RequestException) -> str:
    """The row of the table of outcomes for what went wrong on the line; most particular first."""
    rows: tuple[tuple[type[requests.RequestException], str], ...] = (
        (requests.exceptions.SSLError, "tls"),
        (requests.exceptions.Timeout, "timeout"),
        (requests.exceptions.ChunkedEncodingError, "cut-off"),
        (requests.exceptions.ContentDecodingError, "cut-off"),
        (requests.exceptions.ConnectionError, "unreachable"),
        (requests.exceptions.InvalidURL, "bad-address"),
        (requests.exceptions.InvalidSchema, "bad-address"),
    )
    return next((code for kind, code in rows if isinstance(error, kind)), "unreachable")
