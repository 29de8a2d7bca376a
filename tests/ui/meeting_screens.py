"""Screens of a meeting put on the screen by themselves, over a real archive, and what to ask it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.actions import Actions
from ui.application import make_theme
from ui.bridge import ArchiveBridge
from ui.notices import Notice, Notices
from ui.people.directory import Directory
from ui.saved import SaveState
from ui.services import Services
from ui.settings.store import Settings
from ui.wording import Wording
