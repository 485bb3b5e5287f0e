"""The report as one HTML page that needs nothing beside it and runs nothing."""

from checker.reporting.html.page import render

__all__ = ["render"]
