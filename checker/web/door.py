"""What every request passes: the name it asks for, the token, the share of one client; headers, log and counters."""

from __future__ import annotations

import hmac
import time
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from checker.web.logs import log
from checker.web.metrics import Metrics
from checker.web.refusals import Refusal, internal, too_many, unauthorised, unknown_host
from checker.web.settings import ServeSettings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

#: Nothing from elsewhere is loaded, nothing inline is run, no other page may show this one in a frame.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
SECURITY_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_SECURITY = [(name.encode(), value.encode()) for name, value in SECURITY_HEADERS.items()]
_NO_STORE = (b"cache-control", b"no-store")
#: What asks for the token where there is one: all that reads drafts or tells of them.
_GUARDED = ("/api/", "/metrics")


class Door:
    """Wraps the application; what it does not let in is answered here."""

    def __init__(self, app: App, settings: ServeSettings, metrics: Metrics) -> None:
        self._app = app
        self._settings = settings
        self._metrics = metrics
        self._token = settings.token.encode() if settings.token is not None else None
        self._under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass on the messages of the server's life."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = _Visit(scope, send)
        client = scope["client"][0] if scope.get("client") else ""
        self._under_way[client] += 1
        try:
            if (refusal := self._refusal(scope, client)) is not None:
                await visit.refuse(refusal)
            else:
                await self._app(scope, receive, visit.send)
        except Exception as error:
            # Not passed on: the server would print its message, which may quote a draft.
            visit.trouble = type(error).__name__
            if visit.status == 0:
                await visit.refuse(internal())
        finally:
            self._under_way[client] -= 1
            if not self._under_way[client]:
                del self._under_way[client]
            self._record(scope, visit)

    def _refusal(self, scope: Scope, client: str) -> Refusal | None:
        """Why a request is not let in, or None."""
        headers = dict(scope["headers"])
        hosts = self._settings.hosts
        if hosts and _host(headers.get(b"host", b"")) not in hosts:
            return unknown_host()
        if not scope["path"].startswith(_GUARDED):
            return None
        if self._token is not None and not _bears(headers.get(b"authorization", b""), self._token):
            return unauthorised()
        limit = self._settings.limits.per_client
        return too_many(limit) if limit and self._under_way[client] > limit else None

    def _record(self, scope: Scope, visit: _Visit) -> None:
        seconds = time.perf_counter() - visit.begin
        route = getattr(scope.get("route"), "path", "-")
        status = visit.status or 499
        self._metrics.request(scope["method"], route, status, seconds)
        fields = scope.get("state", {}).get("facts", {})
        if visit.trouble:
            fields = {**fields, "exception": visit.trouble}
        log(
            "error" if status == 500 or visit.trouble else "info",
            "request",
            id=visit.id,
            method=scope["method"],
            route=route,
            status=status,
            ms=round(seconds * 1000, 2),
            sent=visit.sent,
            **fields,
        )


class _Visit:
    """One request on its way out: what is added to its answer, and what became of it."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.begin = time.perf_counter()
        self.id = uuid.uuid4().hex[:16]
        self.status = 0
        self.sent = 0
        self.trouble = ""
        self._send = send
        scope.setdefault("state", {})["facts"] = {}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = [*message.get("headers", ()), *_SECURITY, (b"x-request-id", self.id.encode())]
            if all(name.lower() != b"cache-control" for name, _ in headers):
                headers.append(_NO_STORE)
            message = {**message, "headers": headers}
        else:
            self.sent += len(message.get("body", b""))
        await self._send(message)

    async def refuse(self, refusal: Refusal) -> None:
        headers = {"content-type": "application/json", "content-length": str(len(refusal.body)), **refusal.headers}
        lines = [(name.encode(), value.encode()) for name, value in headers.items()]
        await self.send({"type": "http.response.start", "status": refusal.status, "headers": lines})
        await self.send({"type": "http.response.body", "body": refusal.body})


def _host(header: bytes) -> str:
    """The name in a ``Host`` header, without its port."""
    name = header.decode("latin-1").lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0]


def _bears(header: bytes, token: bytes) -> bool:
    scheme, _, given = header.partition(b" ")
    return scheme.lower() == b"bearer" and hmac.compare_digest(given.strip(), token)
