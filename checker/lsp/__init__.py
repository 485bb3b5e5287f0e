"""The language server: what the checker says of a draft, in the editor it is written in.

::

    wire        messages on a stream          protocol     JSON-RPC, and the drafts that are open
    positions   code points and the editor's  drafts       a draft at one version
    server      the desk: who waits for what  workers      processes that check, and can be stopped
    worker      such a process                checking     one draft, checked
    diagnostics, hover, symbols, actions      what is answered, as pure functions of a report

Nothing is imported here: a worker starts through this file.
"""
