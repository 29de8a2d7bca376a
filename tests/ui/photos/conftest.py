"""The same meeting to sit in as the workspace's tests have."""

from tests.ui.workspace.conftest import enter, prepare, room

__all__ = ["enter", "prepare", "room"]
