"""What a newsroom has set: ``checker.toml``, ``[tool.checker]`` in ``pyproject.toml``, and the command line."""

from checker.config.effective import Configuration, Setting
from checker.config.files import find, load

__all__ = ["Configuration", "Setting", "find", "load"]
