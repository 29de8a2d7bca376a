"""From nothing to the first painted window, against a bare window of the same toolkit."""

import os
import subprocess
import sys
import tempfile
from functools import partial

from tests.benchmarks.row import Row, at_most, medians

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)

application = QApplication([])
window = Window()
window.resize(1366, 720)
window.show()
application.exec()
"""


def fresh(caches: str, *arguments: str) -> None:
    """Run Python code in a process of its own, which ends after its first paint."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": caches}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    line = [sys.executable, "-P", *arguments]
    subprocess.run(line, env=environment, check=True, stdout=subprocess.DEVNULL)


def measure() -> list[Row]:
    """Seven runs of each in turns, after one of each that compiles the code, as installed."""
    with tempfile.TemporaryDirectory() as caches:
        ours = partial(fresh, caches, "-m", "ui", "--paint-once")
        bare = partial(fresh, caches, "-c", BARE)
        ours()
        bare()
        started, floor = medians(7, ours, bare)
    return [at_most("start to the first painted window", started, floor, 2)]
