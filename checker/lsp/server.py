"""The language server: which question is answered by what."""

from __future__ import annotations

import functools
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from checker.lsp import actions, hover, symbols
from checker.lsp.checked import Checked
from checker.lsp.checking import internal
from checker.lsp.diagnostics import diagnostics
from checker.lsp.options import SECTION, Options, client_of, read_options
from checker.lsp.protocol import Protocol
from checker.lsp.session import Outdated, Session
from checker.lsp.workers import Workers
from checker.version import __version__

if TYPE_CHECKING:
    from pygls.server import ServerErrors

_log = logging.getLogger(__name__)

Params = TypeVar("Params")
Result = TypeVar("Result")


class Server(LanguageServer):
    """The server for one editor. Made and used inside one running event loop."""

    protocol: Protocol

    def __init__(self, workers: Workers, options: Options) -> None:
        super().__init__("checker", __version__, protocol_cls=Protocol)
        self.session = self.protocol.session = Session(workers, options, self.publish)

    def publish(self, checked: Checked) -> None:
        """Send what is to be underlined in a draft."""
        version = checked.draft.version if checked.client.versions else None
        try:
            found = diagnostics(checked)
        except Exception as error:
            _log.debug("a report could not be shown", exc_info=True)
            found = diagnostics(replace(checked, report=None, failure=internal(checked.draft.path, error)))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(checked.draft.uri, found, version))

    def configure(self, settings: object) -> None:
        """Take over settings of the editor, and say what is wrong with them."""
        options, wrong = read_options(settings, self.session.options)
        self.session.choose(options)
        for error in wrong:
            message = f"checker: {error.message(options.language)}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))

    def report_server_error(self, error: Exception, source: ServerErrors) -> None:
        """Kept for whoever looks for it; the editor has had its answer, and no window opens over a draft."""
        _log.debug("%s: %s", source.__name__, error)


def build(workers: Workers, options: Options) -> Server:
    """A server with everything that it answers."""
    server = Server(workers, options)
    session = server.session

    @server.feature(types.INITIALIZE)
    def _(params: types.InitializeParams) -> None:
        session.client = client_of(params.capabilities)
        server.configure(params.initialization_options)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def _(params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings
        if isinstance(settings, dict):
            settings = settings.get(SECTION, settings)
        elif session.client.gives_configuration:
            item = types.ConfigurationItem(section=SECTION)
            (settings,) = await server.workspace_configuration_async(types.ConfigurationParams([item]))
        server.configure(settings)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    @_answering
    async def _(params: types.HoverParams) -> types.Hover | None:
        checked = await session.checked(params.text_document.uri)
        return hover.hover(checked, checked.draft.positions.offset(params.position)) if checked else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    @_answering
    async def _(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        checked = await session.checked(params.text_document.uri)
        return symbols.symbols(checked) if checked else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    @_answering
    async def _(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
        checked = await session.checked(params.text_document.uri)
        return symbols.highlights(checked, checked.draft.positions.offset(params.position)) if checked else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    @_answering
    async def _(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        checked = await session.checked(params.text_document.uri)
        return actions.actions(checked, params.range, params.context) if checked else None

    @server.command(actions.SUPPRESS)
    @_answering
    async def _(arguments: actions.Suppression) -> bool:
        checked = await session.checked(arguments.uri)
        edit = actions.suppression_edit(checked, arguments.finding, arguments.reason) if checked else None
        if edit is None:
            return False
        result = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit))
        return result.applied

    return server


def _answering(handler: Callable[[Params], Awaitable[Result]]) -> Callable[[Params], Awaitable[Result]]:
    """A handler whose errors are answers that an editor knows what to do with, never a traceback."""

    @functools.wraps(handler)
    async def answer(params: Params) -> Result:
        try:
            return await handler(params)
        except Outdated:
            raise JsonRpcException("the draft has changed", types.LSPErrorCodes.ContentModified) from None
        except Exception as error:
            _log.debug("a question could not be answered", exc_info=True)
            raise JsonRpcInternalError(f"internal error ({type(error).__name__})") from error

    return answer
