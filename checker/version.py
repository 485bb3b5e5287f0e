"""The version, for the report and the package."""

__version__ = "0.1.0"
