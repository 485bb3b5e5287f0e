"""``checker serve``."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.common import Lang, language, one_of
from checker.errors import UsageError

_MEBIBYTE = 1024 * 1024
_LEVELS = ("debug", "info", "warning", "error", "off")
_NEEDED = ("fastapi", "httptools", "prometheus_client", "uvicorn")


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 is all networks: give a token then.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help="0 takes a free one and says which.")] = 8017,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Ask for the bearer token in this file; else for CHECKER_TOKEN, if set."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Also answer to this host name, as behind a proxy; * is any."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, metavar="N", help="Processes that check; else one a core.")
    ] = None,
    max_body: Annotated[float, typer.Option(min=0.001, max=100, metavar="MB", help="The largest draft or file.")] = 10,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=3600, metavar="SECONDS", help="A check that takes longer is ended.")
    ] = 15,
    stall: Annotated[
        float, typer.Option(min=0.1, max=3600, metavar="SECONDS", help="A client that stops sending is dropped then.")
    ] = 10,
    queue: Annotated[int, typer.Option(min=0, metavar="N", help="How many requests may wait for a process.")] = 256,
    per_client: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many one address may have under way; 0: any number.")
    ] = 128,
    cache: Annotated[float, typer.Option(min=0, metavar="MB", help="Answers kept in memory; 0 keeps none.")] = 32,
    log_level: Annotated[
        str, typer.Option("--log-level", metavar="debug|info|warning|error|off", help="Of the log, JSON on stderr.")
    ] = "info",
    lang: Lang = None,
) -> int:
    """Serve the checker as a web page and an API, for this computer alone unless told otherwise.

    \b
    checker serve                                  then open http://127.0.0.1:8017/
    checker serve --port 0 --log-level off         any free port, no log
    checker serve --host 0.0.0.0 --allow-host checker.newsroom.example --token-file token.txt
    curl -s http://127.0.0.1:8017/api/check -H 'content-type: application/octet-stream' \\
         --data-binary @draft.txt
    curl -s http://127.0.0.1:8017/openapi.json     what the API takes and gives

    Ctrl-C or SIGTERM ends it when the requests that it took are answered.
    The log holds no words of a draft.
    """
    spoken = language(lang)
    level = one_of(log_level, _LEVELS, "log level", "درجة السجل")
    _require_extra()
    from checker.web.logs import set_up
    from checker.web.server import listen
    from checker.web.server import serve as run
    from checker.web.settings import LOOPBACK, Limits, ServeSettings

    names = allow_host or []
    # Who listens on all networks is reached by names that cannot be known here.
    anyone = "*" in names or (host in ("0.0.0.0", "::", "") and not names)  # noqa: S104
    limits = Limits(
        body=int(max_body * _MEBIBYTE),
        seconds=timeout,
        stall=stall,
        waiting=queue,
        per_client=per_client,
        cache=int(cache * _MEBIBYTE),
        **({} if workers is None else {"workers": workers}),
    )
    hosts = frozenset() if anyone else frozenset(name.lower() for name in (*LOOPBACK, host, *names))
    settings = ServeSettings(limits, _token(token_file), hosts)
    set_up(level)
    with listen(host, port) as listening:
        address = _address(host, listening.getsockname()[1])
        if host not in LOOPBACK and settings.token is None:
            _warn(spoken)
        started = run(settings, listening, lambda: _announce(address, spoken))
    return 0 if started else UsageError.exit_status


def _require_extra() -> None:
    """Raises UsageError where the libraries of the server are not installed."""
    missing = ", ".join(name for name in _NEEDED if find_spec(name) is None)
    if missing:
        how = "pip install 'checker[web]'"
        raise UsageError(
            "missing-extra",
            ar=f"الأمر serve يحتاج إلى مكتبات غير مثبّتة ({missing})؛ ثبّتها بالأمر: {how}",
            en=f"serve needs libraries that are not installed ({missing}); {how}",
        )


def _token(file: Path | None) -> str | None:
    """The bearer token of a file or of the environment.

    Raises:
        UsageError: the file cannot be read or holds none.
    """
    if file is None:
        return os.environ.get("CHECKER_TOKEN") or None
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise UsageError("token-file", ar=f"تعذرت قراءة {file}: {why}", en=f"cannot read {file}: {why}") from error
    if not token or any(character.isspace() for character in token):
        raise UsageError(
            "token-file",
            ar=f"الملف {file}: المتوقع رمز واحد بلا مسافات",
            en=f"{file}: expected one token without blanks",
        )
    return token


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"


def _announce(address: str, lang: str) -> None:
    from checker.reporting.messages import say

    typer.echo(say(lang, "serve_at", address=address))


def _warn(lang: str) -> None:
    from checker.reporting.messages import say

    typer.echo(say(lang, "serve_open"), err=True)
