"""What every test stands on: a screen without a display, a home of its own, Word's validator."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from tests.ooxml_validator import find_ooxml_validator, sdk_faults

HOME = Path(tempfile.mkdtemp(prefix="mahdar-tests-"))
SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
DPI = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

# A slow machine is no fault of what is tried: speed is measured in tests/benchmarks.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")

# `start.py build` runs these on what it has just frozen; without that there is nothing to try.
collect_ignore = [] if "MAHDAR_FROZEN" in os.environ else ["frozen"]


def offscreen_platform() -> str:
    """Qt's platform without a display, as a 1366 by 768 screen: its own default is 800 by 800."""
    screens = HOME / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN | DPI]}), encoding="utf-8")
    return f"offscreen:configfile={screens}"


# Before Qt loads, and for the programs that tests start too.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = offscreen_platform()
for variable in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
    (HOME / variable).mkdir(mode=0o700)
    os.environ["XDG_" + variable] = str(HOME / variable)
os.environ.pop("LANGUAGE", None)  # gettext would prefer it to the language that a test asks for


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def ooxml_validator() -> Callable[[Path], list[str]]:
    """The Open XML SDK's validator: gives a document's faults as lines, none for a sound one.

    Where `.ci/run` demands it (MAHDAR_REQUIRE_VALIDATOR) its absence fails the tests; elsewhere it
    skips them.
    """
    program = find_ooxml_validator()
    if program is None:
        reason = "the Open XML SDK validator is not installed (.ci/run installs it through npm)"
        if os.environ.get("MAHDAR_REQUIRE_VALIDATOR"):
            pytest.fail(reason)
        pytest.skip(reason)

    return partial(sdk_faults, program)


@pytest.fixture(scope="session")
def libreoffice() -> Path:
    """LibreOffice's program, demanded where MAHDAR_REQUIRE_OFFICE is set; else it may lack."""
    from recorder.minutes.pdf import find_office

    program = find_office()
    if program is None:
        reason = "LibreOffice is not installed (.ci/run tries to)"
        (pytest.fail if os.environ.get("MAHDAR_REQUIRE_OFFICE") else pytest.skip)(reason)
    return program


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A program in the place of LibreOffice that does what it is told, in Python."""
    from recorder.minutes.pdf.office import NAMED

    program = tmp_path / "office" / "soffice"
    program.parent.mkdir()

    def does(work: str) -> Path:
        program.write_text(f"#!{sys.executable}\nimport os, sys\n{work}", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv(NAMED, str(program))
        return program

    return does
