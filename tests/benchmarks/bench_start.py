"""From nothing to the first painted window, against a bare window of the same toolkit."""

import subprocess
import sys

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


def fresh(*arguments: str) -> None:
    """Run Python code in a process of its own, which ends after its first paint."""
    subprocess.run([sys.executable, "-P", *arguments], check=True, stdout=subprocess.DEVNULL)


def measure() -> list[Row]:
    """Seven runs of each in turns, after one of each that warms the disk's cache."""
    ours, bare = lambda: fresh("-m", "ui", "--paint-once"), lambda: fresh("-c", BARE)
    ours()
    bare()
    started, floor = medians(7, ours, bare)
    return [at_most("start to the first painted window", started, floor, 2)]
