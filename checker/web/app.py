"""The application: routes, refusals, and the workers for as long as it lives."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException

from checker.version import __version__
from checker.web import api, page
from checker.web.cache import Answers
from checker.web.contract import example_report, schemas
from checker.web.door import Door
from checker.web.metrics import Metrics
from checker.web.pool import Pool
from checker.web.refusals import Refusal, internal, invalid, plain
from checker.web.settings import ServeSettings

_ABOUT = """Finds casualty figures in Arabic news that cannot all be true.

Nothing of a draft is written to disk or to the log. Errors have one form: a stable `code`, and a
`message` in Arabic (`ar`) and English (`en`)."""


def create_app(settings: ServeSettings) -> Door:
    """The application as an ASGI server runs it."""
    pool = Pool(settings.limits)
    kept = Answers(settings.limits.cache)
    metrics = Metrics(pool, kept)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.stop()

    app = FastAPI(
        title="checker",
        version=__version__,
        description=_ABOUT,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={
            Refusal: _refused,
            RequestValidationError: _invalid,
            HTTPException: _plain,
            Exception: _internal,
        },
    )
    app.state.limits = settings.limits
    app.state.engine = api.Engine(settings.limits, pool, kept, metrics)
    app.include_router(api.router)
    app.include_router(page.router)
    app.openapi = lambda: _describe(app, settings)  # type: ignore[method-assign]
    return Door(app, settings, metrics)


async def _refused(_: Request, refusal: Any) -> Response:
    return Response(refusal.body, refusal.status, refusal.headers, media_type="application/json")


async def _invalid(request: Request, error: Any) -> Response:
    """A value of the query; what was given is not repeated."""
    first = error.errors()[0]
    return await _refused(request, invalid(str(first["loc"][-1]), "القيمة غير صالحة", first["msg"]))


async def _plain(request: Request, error: Any) -> Response:
    return await _refused(request, plain(error.status_code, error.headers))


async def _internal(request: Request, _: Any) -> Response:
    """The door writes it to the log."""
    return await _refused(request, internal())


def _describe(app: FastAPI, settings: ServeSettings) -> dict[str, Any]:
    """The OpenAPI description, made once."""
    if app.openapi_schema is None:
        described = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        components = described.setdefault("components", {})
        components["schemas"] = schemas()
        # Put in here because the framework leaves out what is null.
        answer = described["paths"]["/api/check"]["post"]["responses"]["200"]
        answer["content"]["application/json"]["example"] = example_report()
        if settings.token is not None:
            components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            for path, operations in described["paths"].items():
                if path != "/healthz":
                    for operation in operations.values():
                        operation["security"] = [{"token": []}]
                        operation["responses"]["401"] = {"description": "The token is missing or wrong."}
        app.openapi_schema = described
    return app.openapi_schema


logging.getLogger("checker.web").addHandler(logging.NullHandler())
