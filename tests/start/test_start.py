"""start.py on machines that lack things; each notes what it is told to run."""

import ast
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
START = str(ROOT / "start.py")


@pytest.fixture
def start(tmp_path, monkeypatch) -> ModuleType:
    """start.py, at the head of a repository that holds nothing but two locks."""
    spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    places = {
        "ROOT": tmp_path,
        "VENV": venv,
        "STAMP": venv / "mahdar-stamp.json",
        "SCRIPTS": venv / "bin",
        "PYTHON": venv / "bin" / "python",
        "WHEELHOUSE": tmp_path / "wheelhouse",
        "LINUX": True,
    }
    for name, value in places.items():
        monkeypatch.setattr(module, name, value)
    for name in (module.RUNTIME, module.DEVELOPMENT):
        (tmp_path / name).write_text(f"{name} of the first day\n")
    return module


class Machine:
    """A machine that start.py runs programs on: it notes what is run and lacks what is told."""

    def __init__(self, start: ModuleType) -> None:
        self.start = start
        self.ran: list[str] = []
        self.missing: dict[str, str] = {}
        self.failing = ""
        self.apt_installs = True

    def run(self, *command: object, **_variables: str) -> int:
        line = " ".join(str(part) for part in command)
        self.ran.append(line.replace(f"{self.start.ROOT}/", ""))
        if "venv --clear" in line:
            self.start.SCRIPTS.mkdir(parents=True, exist_ok=True)
            self.start.PYTHON.touch()
        if "apt-get install" in line and self.apt_installs:
            self.missing = {}
        return int(bool(self.failing) and self.failing in line)

    def output_of(self, *command: str) -> str:
        if self.start.PROBE in command:
            return "\n".join(name for name in command if name in self.missing)
        if self.start.ENSUREPIP in command:
            return "" if "ensurepip" in self.missing else "23.0.1"
        if command[0] == "apt-cache":
            return "" if command[-1] == "libglib2.0-0" and self.missing.get("t64") else "Package"
        return ""

    def called(self, word: str) -> list[str]:
        return [line for line in self.ran if word in line]


@pytest.fixture
def machine(start, monkeypatch) -> Machine:
    """A Debian machine with everything, where start.py is root."""
    fake = Machine(start)
    monkeypatch.setattr(start, "run", fake.run)
    monkeypatch.setattr(start, "output_of", fake.output_of)
    monkeypatch.setattr(start.shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(start.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.delenv("MAHDAR_NO_APT", raising=False)
    return fake


def test_python_3_6_can_read_as_far_as_the_sentence():
    ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed():
    program = f"import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_path({START!r})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "needs Python 3.11" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_command_is_refused_with_the_list_of_commands():
    done = subprocess.run(
        [sys.executable, ROOT / "start.py", "fly"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "start.py test" in done.stderr


def test_the_first_run_makes_the_environment_and_installs_by_hash(start, machine):
    start.prepare(start.RUNTIME, "headless")
    assert [line.split(" -m ")[1].split()[0] for line in machine.ran] == ["venv", "pip"]
    assert "--require-hashes --no-deps --only-binary :all:" in machine.ran[-1]


def test_a_second_run_runs_nothing(start, machine):
    start.prepare(start.DEVELOPMENT, "headless", "x11")
    machine.ran.clear()
    start.prepare(start.DEVELOPMENT, "headless", "x11")
    start.prepare(start.RUNTIME, "headless")
    assert machine.ran == []


def test_development_packages_are_added_to_what_is_there(start, machine):
    start.prepare(start.RUNTIME)
    machine.ran.clear()
    start.prepare(start.DEVELOPMENT)
    assert machine.called("venv --clear") == []
    assert machine.called("-r requirements-dev.lock") == machine.ran


@pytest.mark.parametrize("changed", ["requirements.lock", "requirements-dev.lock"])
def test_a_changed_lock_makes_the_environment_anew(start, machine, changed):
    start.prepare(start.DEVELOPMENT)
    machine.ran.clear()
    (start.ROOT / changed).write_text("another day\n")
    start.prepare(start.DEVELOPMENT)
    assert len(machine.called("venv --clear")) == 1


def test_an_environment_made_anew_for_the_app_does_not_pass_for_one_with_the_tools(start, machine):
    start.prepare(start.DEVELOPMENT)
    (start.ROOT / start.RUNTIME).write_text("another day\n")
    start.prepare(start.RUNTIME)
    machine.ran.clear()
    start.prepare(start.DEVELOPMENT)
    assert machine.called("-r requirements-dev.lock")


def test_line_ends_of_windows_do_not_make_another_lock(start):
    before = start.expected_stamp(start.DEVELOPMENT)
    lock = start.ROOT / start.RUNTIME
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert start.expected_stamp(start.DEVELOPMENT) == before


def test_an_environment_that_was_moved_or_has_lost_its_python_is_made_anew(
    start, machine, monkeypatch
):
    start.prepare(start.RUNTIME)
    start.PYTHON.unlink()
    start.prepare(start.RUNTIME)
    stamp = json.loads(start.STAMP.read_text())
    start.STAMP.write_text(json.dumps({**stamp, "path": "/elsewhere/.venv"}))
    start.prepare(start.RUNTIME)
    assert len(machine.called("venv --clear")) == 3


def test_an_installation_that_was_killed_is_made_anew(start, machine, monkeypatch):
    def killed(*_options: object) -> int:
        raise KeyboardInterrupt

    start.prepare(start.RUNTIME)
    with monkeypatch.context() as patch:
        patch.setattr(start, "pip_install", killed)
        with pytest.raises(KeyboardInterrupt):
            start.prepare(start.DEVELOPMENT)
    machine.ran.clear()
    start.prepare(start.RUNTIME)
    assert len(machine.called("venv --clear")) == 1


def test_packages_that_cannot_be_had_end_with_what_to_do(start, machine, capsys):
    machine.failing = "pip install"
    with pytest.raises(SystemExit) as end:
        start.prepare(start.RUNTIME)
    assert end.value.code == 4
    assert "wheelhouse" in capsys.readouterr().err
    assert not start.STAMP.exists()


def test_a_wheelhouse_is_used_instead_of_the_network(start, machine):
    start.WHEELHOUSE.mkdir()
    start.prepare(start.RUNTIME)
    assert [line for line in machine.called("pip install") if "--no-index" not in line] == []


def test_a_wheelhouse_that_lacks_a_package_gives_way_to_the_network(start, machine):
    start.WHEELHOUSE.mkdir()
    machine.failing = "--no-index"
    start.prepare(start.RUNTIME)
    assert len(machine.called("pip install")) == 2


def test_root_has_all_that_is_missing_installed_in_one_go(start, machine):
    machine.missing = {"ensurepip": "", "libEGL.so.1": "", "libxcb-cursor.so.0": ""}
    start.prepare(start.RUNTIME, "headless", "x11")
    (line,) = machine.called("apt-get install")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert line.endswith(f"libegl1 libxcb-cursor0 {version}")


def test_without_rights_all_that_is_missing_is_said_in_one_line(
    start, machine, monkeypatch, capsys
):
    monkeypatch.setenv("MAHDAR_NO_APT", "1")
    machine.missing = {"ensurepip": "", "libEGL.so.1": ""}
    with pytest.raises(SystemExit) as end:
        start.prepare(start.RUNTIME, "headless")
    assert end.value.code == 3
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "apt-get install" in line]
    assert "libegl1 python3." in line
    assert machine.ran == []


def test_missing_libraries_alone_have_their_own_exit_code(start, machine):
    machine.missing = {"libEGL.so.1": ""}
    machine.apt_installs = False
    with pytest.raises(SystemExit) as end:
        start.prepare(start.RUNTIME, "headless")
    assert end.value.code == 5
    assert machine.called("venv") == []


def test_a_system_without_apt_is_told_the_names_of_the_libraries(
    start, machine, monkeypatch, capsys
):
    monkeypatch.setattr(start.shutil, "which", lambda *_: None)
    machine.missing = {"libEGL.so.1": "", "libGL.so.1": ""}
    with pytest.raises(SystemExit):
        start.prepare(start.RUNTIME, "headless")
    assert "libEGL.so.1, libGL.so.1" in capsys.readouterr().err


def test_renamed_packages_of_newer_releases_are_found(start, machine):
    machine.missing = {"libglib-2.0.so.0": "", "t64": "renamed"}
    start.prepare(start.RUNTIME, "headless")
    assert machine.called("apt-get install")[0].endswith(" libglib2.0-0t64")


def test_libraries_of_a_display_are_asked_for_when_there_is_one(start, machine):
    machine.missing = {"libxcb-cursor.so.0": ""}
    start.prepare(start.RUNTIME, "headless")
    assert machine.called("apt-get") == []
    start.prepare(start.RUNTIME, "headless", "x11")
    assert machine.called("apt-get install")[0].endswith(" libxcb-cursor0")


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_the_window_opens(start, machine, monkeypatch, display):
    monkeypatch.setenv(display, "0")
    assert becomes(start, monkeypatch, []) == ("-m", "ui")


def test_without_a_display_the_sample_job_is_done_where_the_user_stands(
    start, machine, monkeypatch, capsys
):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    target = Path.cwd() / "sample-output"
    assert becomes(start, monkeypatch, []) == ("-m", "ui", "--sample-job", target)
    assert "no display" in capsys.readouterr().err


def test_the_console_program_gets_its_arguments_untouched(start, machine, monkeypatch):
    arguments = ["export", "the meeting", "--to", "docx"]
    assert becomes(start, monkeypatch, ["cli", *arguments]) == ("-m", "recorder", *arguments)
    assert machine.called("apt-get") == []


def becomes(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> tuple[object, ...]:
    """The command that start.py turns into at the end."""
    final: list[tuple[object, ...]] = []

    def become(*command: object, **_variables: str) -> None:
        final.append(command)
        raise SystemExit

    monkeypatch.setattr(start, "become", become)
    with pytest.raises(SystemExit):
        start.main(arguments)
    return final[0]


def test_a_failed_check_fails_the_whole_although_the_tests_pass(start, machine, capsys):
    machine.failing = "mypy"
    assert start.main(["test"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "FAILED before pytest: mypy"


def test_arguments_go_to_pytest_alone(start, machine):
    start.prepare(start.DEVELOPMENT, "headless")
    machine.ran.clear()
    assert start.main(["test", "tests/start", "-q"]) == 0
    assert machine.ran == [".venv/bin/python -m pytest tests/start -q"]


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_a_second_start_waits_for_the_first_and_a_killed_one_holds_nobody_up(start, tmp_path):
    held = tmp_path / "held"
    program = (
        f"import runpy, time, pathlib\nstart = runpy.run_path({START!r})\n"
        f"with start['only_one_run'](): pathlib.Path({str(held)!r}).touch(); time.sleep(60)\n"
    )
    environment = {**os.environ, "MAHDAR_VENV": str(start.VENV)}
    first = subprocess.Popen([sys.executable, "-c", program], env=environment)
    while not held.exists():
        assert first.poll() is None
        time.sleep(0.01)
    with (tmp_path / ".venv.lock").open("a+b") as file:
        assert not start.taken(file)
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert start.taken(file)


def test_our_modules_are_found_from_any_folder_and_files_there_are_not_taken_for_ours(tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit('taken for a module')")
    program = (
        f"import runpy, sys, pathlib\nstart = runpy.run_path({START!r})\n"
        "become = start['become']; become.__globals__['PYTHON'] = pathlib.Path(sys.executable)\n"
        "become('-c', 'import json, recorder; print(recorder.__version__)')"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "0.1.0", done.stderr
