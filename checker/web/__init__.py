"""The checker behind a web page and an API: ``checker serve``.

One process speaks HTTP and never computes; the checks run in worker processes
that can be ended when they take too long. Needs the extra ``web``.
"""
