"""Central over HTTP: enrol, sync, health. The work is done in threads; nothing is answered before it is durable."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import text
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.journal.errors import StorageError
from sync.central.intake import Intake, Reply
from sync.wire.envelope import FORMAT, MEDIA_TYPE

LARGEST_BODY = 16 * 1024 * 1024


def make_app(intake: Intake) -> Starlette:
    """The ASGI application around one intake."""

    async def sync(request: Request) -> Response:
        return await _answered(request, intake.sync)

    async def enrol(request: Request) -> Response:
        return await _answered(request, intake.enrol)

    def health(request: Request) -> Response:
        with intake.registry.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return JSONResponse({"status": "ok", "central": intake.registry.central, "format": FORMAT})

    return Starlette(
        routes=[
            Route("/v1/sync", sync, methods=["POST"]),
            Route("/v1/enrol", enrol, methods=["POST"]),
            Route("/v1/health", health, methods=["GET"]),
        ],
        exception_handlers={StorageError: _unwell},
    )


async def _answered(request: Request, work: Callable[[bytes], Reply]) -> Response:
    """Reads no more than a reasonable body; bytes that are no request get a plain 400."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            return Response(status_code=413)
    try:
        reply = await run_in_threadpool(work, bytes(body))
    except ValueError:
        return Response(status_code=400)
    return Response(reply.body, reply.status, media_type=MEDIA_TYPE)


def _unwell(request: Request, error: Exception) -> Response:
    """The database did not do its part: nothing is acknowledged, the station tries again."""
    return Response(status_code=503)
