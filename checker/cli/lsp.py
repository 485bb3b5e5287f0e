"""``checker lsp``."""

from __future__ import annotations

import ipaddress
from typing import Annotated

import typer

from checker.cli.common import Lang, language
from checker.errors import UsageError


def lsp(
    tcp: Annotated[
        str | None,
        typer.Option(metavar="[HOST:]PORT", help="Serve editors that connect to this address, not standard input."),
    ] = None,
    stdio: Annotated[bool, typer.Option("--stdio", help="Standard input and output; it is so anyway.")] = False,
    lang: Lang = None,
) -> int:
    """Check drafts while they are written: a language server for editors.

    An editor starts it by itself; docs/lsp.md says how in VS Code, Neovim,
    Helix and Emacs. It shows findings in plain text and Markdown, what is
    known of a figure under the cursor, and what can be done about a finding.

    \b
    checker lsp                       the editor that starts it talks to it
    checker lsp --lang en             in English, whatever the locale is
    checker lsp --tcp 9257            editors connect to 127.0.0.1:9257
    checker lsp --tcp [::1]:9257
    """
    from dataclasses import replace

    spoken = language(lang)
    address = _address(tcp) if tcp is not None else None
    if stdio and address is not None:
        raise UsageError("two-doors", ar="‏‎--stdio و ‎--tcp لا يجتمعان", en="--stdio and --tcp do not go together")
    try:
        import pygls  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "missing-extra",
            ar="خادم المحررات يحتاج إلى حزمة إضافية: pip install 'checker[lsp]'",
            en="the language server needs an extra: pip install 'checker[lsp]'",
        ) from error
    from checker.lsp.options import Options
    from checker.lsp.serving import serve_stdio, serve_tcp

    options = replace(Options(), language=spoken)
    if address is None:
        return serve_stdio(options)
    host, port = address
    try:
        serve_tcp(host, port, options, lambda at, number: _say(spoken, at, number))
    except (OSError, UnicodeError) as error:  # UnicodeError: no name that a host can have
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            "cannot-listen",
            ar=f"تعذر الاستماع على {host}:{port} ({why})",
            en=f"cannot listen at {host}:{port} ({why})",
        ) from error
    return 0


def _address(words: str) -> tuple[str, int]:
    """Host and port of an address; the host is this machine if it is left out.

    Raises:
        UsageError: it is no address.
    """
    host, _, port = words.rpartition(":")
    host = host.strip("[]") or "127.0.0.1"
    if not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise UsageError(
            "no-address",
            ar=f"‏‎--tcp: المتوقع منفذ أو عنوان:منفذ مثل 9257، ووُجد {words}",
            en=f"--tcp: expected a port or host:port such as 9257, found {words}",
        )
    return host, int(port)


def _say(lang: str, host: str, port: int) -> None:
    """Where the server listens, and a warning if that is not this machine alone."""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    from checker.reporting.messages import say

    typer.echo(f"checker: {say(lang, 'lsp_listening', where=where)}", err=True)
    if not ipaddress.ip_address(host).is_loopback:
        typer.echo(f"checker: {say(lang, 'lsp_open')}", err=True)
