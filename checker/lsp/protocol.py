"""JSON-RPC as the protocol wants it: every request is answered, and nothing that comes in ends the server."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

from checker.lsp.drafts import Draft
from checker.lsp.wire import INVALID_REQUEST, WireError, decode

if TYPE_CHECKING:
    from checker.lsp.session import Session

_log = logging.getLogger(__name__)

_NOT_INITIALIZED, _INVALID_PARAMS, _INTERNAL = -32002, -32602, -32603


class Protocol(LanguageServerProtocol):
    """The messages of one editor. The drafts are kept by the session, not by pygls' workspace.

    pygls' own documents count lines as Python does (U+2028 ends one), and
    place an edit behind the end of the last line one character too early.
    """

    session: Session
    exit_status: int | None = None
    """Set by the editor's last message: 0 if it had asked to shut down before, else 1."""

    def receive(self, body: bytes | WireError) -> None:
        """Take one message; what is none is answered with the error that JSON-RPC has for it."""
        message: object = None
        try:
            if isinstance(body, WireError):
                raise body
            message = decode(body)
            self._take(message)
        except WireError as error:
            self._refuse(message, error.code, error.message)
        except Exception as error:
            _log.debug("a message could not be taken", exc_info=True)
            self._refuse(message, _INTERNAL, f"internal error ({type(error).__name__})")

    def _take(self, message: object) -> None:
        if not isinstance(message, dict) or message.get("jsonrpc") != self.VERSION:
            raise WireError(INVALID_REQUEST, "not a JSON-RPC 2.0 message")
        method = message.get("method")
        if method is None:
            self._take_answer(message)
            return
        if not isinstance(method, str):
            raise WireError(INVALID_REQUEST, "the method is not a text")
        is_request = "id" in message
        if is_request and not _is_name(message["id"]):
            raise WireError(INVALID_REQUEST, "the id is neither a number nor a text")
        if not self._is_due(method):
            if is_request:
                code = INVALID_REQUEST if self._workspace is not None else _NOT_INITIALIZED
                raise WireError(code, f"{method} is not due now")
            return
        if self.get_message_type(method) is None:
            message.setdefault("params", None)  # pygls wants one, even where it will know nothing of the method
        try:
            known = self.structure_message(message)
        except JsonRpcException as error:
            raise WireError(_INVALID_PARAMS, f"the params are not those of {method}") from error
        self.handle_message(known)

    def _take_answer(self, message: Mapping[str, Any]) -> None:
        """An answer to something that the server asked; one that it did not ask for means nothing.

        One that is not as it must be is an error to whoever waits for it.
        """
        if not _is_name(message.get("id")) or message["id"] not in self._request_futures:
            if not {"result", "error"} & set(message):
                raise WireError(INVALID_REQUEST, "neither a method nor a result")
            return
        try:
            answer = self.structure_message(dict(message))
        except JsonRpcException:
            self._handle_response(message["id"], error=types.ResponseError(INVALID_REQUEST, "no answer to that"))
        else:
            self.handle_message(answer)

    def _is_due(self, method: str) -> bool:
        """Whether a message may come now: nothing before the greeting, which comes once, and nothing after the end."""
        if method == types.EXIT:
            return True
        if method == types.INITIALIZE:
            return self._workspace is None
        return self._workspace is not None and not self._shutdown

    def _refuse(self, message: object, code: int, why: str) -> None:
        """Answer with an error. What is a notification and only has wrong values is not answered: nobody asked."""
        asked = message if isinstance(message, dict) else {}
        if isinstance(asked.get("method"), str) and "id" not in asked and code != INVALID_REQUEST:
            _log.debug("%s: %s", asked["method"], why)
            return
        name = asked.get("id")
        error = {"code": code, "message": why}
        self._send_data({"jsonrpc": self.VERSION, "id": name if _is_name(name) else None, "error": error})

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: object) -> None:  # type: ignore[override]
        """The editor's last message."""
        self.exit_status = 0 if self._shutdown else 1

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A draft is opened."""
        item = params.text_document
        codec = self.workspace.position_codec
        self.session.put(Draft(item.uri, item.text, item.version, item.language_id, codec))

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A draft is edited."""
        self.session.edit(params.text_document.uri, params.content_changes, params.text_document.version)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A draft is closed; nothing is shown of it any more."""
        if self.session.drop(params.text_document.uri) is not None:
            nothing = types.PublishDiagnosticsParams(params.text_document.uri, [])
            self.notify(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, nothing)


def _is_name(value: object) -> bool:
    """Whether a value can name a request."""
    return isinstance(value, int | str) and not isinstance(value, bool)
