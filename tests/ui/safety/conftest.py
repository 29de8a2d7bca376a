from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def ask(bridge, qtbot) -> Callable[[Any], Any]:
    """What the archive answers."""

    def asked(call: Any) -> Any:
        answers: list[Any] = []
        bridge.request(call, answers.append, saves=True)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    return asked
