"""The program: `python -m ui`, or the command mahdar."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.settings.store import LANGUAGES, THEMES

if TYPE_CHECKING:
    from recorder import Archive
    from ui.settings.store import SettingsStore

ARCHIVE_NAME = "archive.mahdar"
SETTINGS_NAME = "settings.json"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    options = _parser().parse_args(argv)
    if options.sample_job is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.application import make_application
    from ui.settings.store import SettingsStore

    store = SettingsStore(_settings_path(options))
    given = {
        name: getattr(options, name) for name in ("language", "theme") if getattr(options, name)
    }
    store.use_for_this_run(replace(store.settings, **given))
    application = make_application(store.settings)
    if options.sample_job is not None:
        from ui.sample_job import run_sample_job

        return run_sample_job(application, Path(options.sample_job), store)
    return _run_window(options, store)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mahdar", description="Record a consultative meeting.")
    parser.add_argument("--archive", metavar="PATH", help="the archive, made when it is not there")
    parser.add_argument("--settings", metavar="PATH", help="the settings file")
    parser.add_argument("--language", choices=LANGUAGES, help="for this run")
    parser.add_argument("--theme", choices=THEMES, help="for this run")
    made = "make the sample, its minutes and a picture of the window there"
    parser.add_argument("--sample-job", metavar="DIR", help=made)
    parser.add_argument("--paint-once", action="store_true", help="end after the first painting")
    return parser


def _settings_path(options: argparse.Namespace) -> Path:
    if options.settings:
        return Path(options.settings)
    if options.sample_job is not None:
        return Path(options.sample_job) / SETTINGS_NAME
    from recorder import data_folder

    return data_folder() / SETTINGS_NAME


def _run_window(options: argparse.Namespace, store: "SettingsStore") -> int:
    from PySide6.QtWidgets import QApplication

    from recorder import default_archive_path
    from ui.application import wall_clock
    from ui.bridge import ArchiveBridge
    from ui.crash import CrashReporter
    from ui.main_window import MainWindow

    path = Path(options.archive) if options.archive else default_archive_path()
    bridge = ArchiveBridge(partial(open_archive, path, store.settings.author))
    reporter = CrashReporter()
    reporter.install()
    window = MainWindow(bridge, store, wall_clock)
    if options.paint_once:
        window.painted.connect(QApplication.quit)
    else:
        window.painted.connect(bridge.open)
    window.show()
    code = QApplication.exec()
    window.deleteLater()
    return code


def open_archive(path: Path, author: str) -> "Archive":
    """Open the archive; runs in the archive's thread, where its libraries are imported.

    Raises:
        ArchiveMissingError: there was one, as its backups show, and it is gone; an empty one in
            its place would look as if everything were lost.
    """
    from recorder import Archive, ArchiveMissingError, is_gone

    if is_gone(path):
        raise ArchiveMissingError(path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    return Archive.open(path, author=author)


if __name__ == "__main__":
    sys.exit(main())
