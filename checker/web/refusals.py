"""Requests that are not carried out: status, code and words."""

from __future__ import annotations

import json
from collections.abc import Mapping


class Refusal(Exception):
    """An answer with an error status.

    ``code`` is stable, the messages are for people; neither quotes a draft.
    """

    def __init__(self, status: int, code: str, *, ar: str, en: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.body = error_body(code, ar, en)
        self.headers = dict(headers or {})


def error_body(code: str, ar: str, en: str) -> bytes:
    """The JSON of an error."""
    error = {"error": {"code": code, "message": {"ar": ar, "en": en}}}
    return json.dumps(error, ensure_ascii=False).encode("utf-8", "replace")


def too_large(limit: int) -> Refusal:
    """A body over the limit, given in bytes."""
    size = f"{limit / 1024 / 1024:g}"
    return Refusal(
        413,
        "too-large",
        ar=f"حجم النص يتجاوز {size} ميغابايت، وهو الحد الأقصى",
        en=f"the body is over {size} MB, the limit",
        headers={"connection": "close"},
    )


def stalled() -> Refusal:
    """A body that stopped arriving."""
    return Refusal(
        408,
        "stalled",
        ar="توقف وصول الطلب قبل اكتماله",
        en="the request stopped arriving before it was complete",
        headers={"connection": "close"},
    )


def busy() -> Refusal:
    """More drafts wait than may."""
    return Refusal(
        503,
        "busy",
        ar="الخادم مشغول؛ أعد المحاولة بعد ثانية",
        en="the server is busy; try again in a second",
        headers={"retry-after": "1"},
    )


def overdue(seconds: float) -> Refusal:
    """A draft that took too long."""
    return Refusal(
        503,
        "overdue",
        ar=f"لم يكتمل الفحص خلال {seconds:g} ثانية فأُوقف؛ قسّم النص أو أعد المحاولة لاحقًا",
        en=f"the check was not done within {seconds:g} seconds and was ended; split the text or try again later",
        headers={"retry-after": "5"},
    )


def too_many(limit: int) -> Refusal:
    """One client asks for more at once than it may."""
    return Refusal(
        429,
        "too-many-requests",
        ar=f"أكثر من {limit} طلب في آن واحد من هذا العنوان",
        en=f"more than {limit} requests at once from this address",
        headers={"retry-after": "1"},
    )


def unknown_host() -> Refusal:
    """A name that this server does not answer to."""
    return Refusal(
        421,
        "unknown-host",
        ar="هذا الخادم لا يجيب بهذا الاسم؛ أضفه عند التشغيل بالخيار ‎--allow-host",
        en="this server does not answer to that name; add it at the start with --allow-host",
    )


def unauthorised() -> Refusal:
    """No token, or not the right one."""
    return Refusal(
        401,
        "unauthorised",
        ar="رمز الدخول ناقص أو غير صحيح",
        en="the bearer token is missing or wrong",
        headers={"www-authenticate": 'Bearer realm="checker"'},
    )


def departed() -> Refusal:
    """The client has gone, so that nobody reads this; nginx has made the status known."""
    return Refusal(499, "departed", ar="أغلق العميل الاتصال", en="the client has closed the connection")


def internal() -> Refusal:
    """A mistake of the program."""
    return Refusal(500, "internal", ar="خطأ داخلي في البرنامج", en="internal error")


def invalid(field: str, ar: str, en: str) -> Refusal:
    """Something in the request is not as it must be."""
    return Refusal(422, "invalid", ar=f"{field}: {ar}", en=f"{field}: {en}")


#: What the framework refuses by itself.
_PLAIN = {
    400: ("bad-request", "الطلب غير صحيح", "bad request"),
    404: ("not-found", "لا شيء بهذا العنوان", "there is nothing at this address"),
    405: ("method-not-allowed", "هذا الأسلوب غير مسموح هنا", "this method is not allowed here"),
}


def plain(status: int, headers: Mapping[str, str] | None = None) -> Refusal:
    """The refusal for a status that needs no further words."""
    code, ar, en = _PLAIN.get(status, _PLAIN[400])
    return Refusal(status, code, ar=ar, en=en, headers=headers)
