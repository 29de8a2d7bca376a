"""The rules of the house that no tool knows: sizes, names, and words that do not belong here."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 400
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "stuff", "manager", "lib"}
# The bracketed letters keep these lines from finding themselves.
REGISTRY = re.compile(r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|index[-]url\s*=")
MACHINE = re.compile(r"/(?:home|Users)/[a-z]\w+/|/roo[t]/|/wor[k]/|C:\\User[s]")
LATER = re.compile(r"#.*\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
SOURCES = ("recorder", "ui", "resources", "tests")
TEXTS = {".cfg", ".css", ".html", ".in", ".ini", ".json", ".lock", ".md", ".po", ".py", ".qss"}
TEXTS |= {".sh", ".spec", ".sql", ".toml", ".txt", ".yaml", ".yml", ""}


@cache
def files() -> list[Path]:
    """Every file of the repository, new ones too, but what git ignores."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        found = [ROOT / name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # no git, or a copy without its history
        found = [*ROOT.glob("*"), *(path for top in SOURCES for path in (ROOT / top).rglob("*"))]
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def python_files() -> list[Path]:
    return [path for path in files() if path.suffix in {".py", ".spec"}]


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_no_source_file_is_longer_than_a_person_can_hold():
    long = [path for path in python_files() if len(path.read_bytes().splitlines()) > MOST_LINES]
    assert names(long) == []


def test_no_file_or_folder_is_a_drawer():
    paths = [path.relative_to(ROOT) for path in python_files()]
    assert [str(path) for path in paths if DRAWERS & {*path.parent.parts, path.stem}] == []


@pytest.mark.parametrize("forbidden", [REGISTRY, MACHINE], ids=["registry", "machine"])
def test_no_file_names_a_package_registry_or_a_folder_of_one_machine(forbidden):
    texts = [path for path in files() if path.suffix in TEXTS]
    assert names([path for path in texts if forbidden.search(path.read_text("utf-8"))]) == []


def test_no_python_code_is_left_for_later():
    assert names([path for path in python_files() if LATER.search(path.read_text("utf-8"))]) == []


def test_only_the_bridge_and_the_entry_know_the_archive():
    guests = {ROOT / "ui/bridge.py", ROOT / "ui/__main__.py"}
    knowing = [
        path
        for path in python_files()
        if ROOT / "ui" in path.parents and path not in guests and imports_archive(path)
    ]
    assert names(knowing) == []


def imports_archive(path: Path) -> bool:
    """Whether a file takes the archive itself (for more than its annotations)."""
    tree = ast.parse(path.read_text("utf-8"))
    return any(
        isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[0] == "recorder"
        and any(alias.name == "Archive" for alias in node.names)
        for node in ast.walk(tree)
    )


def test_no_test_is_switched_off():
    off = re.compile(r"@pytest\.mark\.(?:skip|xfail)\b")
    assert names([path for path in python_files() if off.search(path.read_text("utf-8"))]) == []


def test_locks_hold_hashes_and_no_addresses():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        pinned = re.split(r"\n(?=[a-z0-9])", text)
        assert [entry for entry in pinned if "==" in entry and "--hash=sha256:" not in entry] == []


def test_the_development_lock_installs_the_very_versions_of_the_runtime_lock():
    def pins(name: str) -> set[str]:
        text = (ROOT / name).read_text("utf-8")
        return set(re.findall(r"^[a-z0-9][^ \n]*==[^ \n]+", text, re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")
