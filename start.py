#!/usr/bin/env python3
"""Mahdar's one command: makes ready what the program needs, then runs it.

python3 start.py                     open the window (without a display: write the sample minutes)
python3 start.py test [pytest …]     run every check and all tests; with arguments, pytest alone
python3 start.py cli …               the console program: python -m recorder …
python3 start.py bench [name] [--json]
python3 start.py build               freeze the program into dist/, then try the frozen one
python3 start.py lock [--upgrade]    write both lock files anew from the two .in files
python3 start.py wheelhouse          download every package, for a machine without network
python3 start.py catalogue [step]    bring the translation catalogues up to date

It writes only .venv beside itself (and, where it may, installs Debian packages). MAHDAR_VENV and
MAHDAR_WHEELHOUSE name other places; MAHDAR_NO_APT=1 keeps apt out. Exit codes of its own:
2 wrong use or wrong Python, 3 no virtual environment, 4 packages, 5 system libraries.
"""
# Only the standard library, and only what Python 3.6 can parse: it must come to the next sentence.

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write("Mahdar needs Python 3.11 or newer; here is " + sys.version.split()[0] + ".\n")
    sys.stderr.write("Try: python3.11 start.py (Windows: py -3.11 start.py)\n")
    sys.exit(2)

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("MAHDAR_VENV") or ROOT / ".venv").absolute()
WHEELHOUSE = Path(os.environ.get("MAHDAR_WHEELHOUSE") or ROOT / "wheelhouse").absolute()
STAMP = VENV / "mahdar-stamp.json"
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
WINDOWS, LINUX = os.name == "nt", sys.platform.startswith("linux")
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
MAX_WINDOWS_VENV = 88  # MAX_PATH, 260, less the longest file name in the packages, 152 (measured)
USAGE, NO_ENVIRONMENT, NO_PACKAGES, NO_LIBRARIES = 2, 3, 4, 5
LOCKED = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
COMPILE = "--universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url"

# What the Qt wheels want of the system, as soname=Debian package (each removed in turn: measured).
LIBRARIES = {
    "headless": "libEGL.so.1=libegl1 libGL.so.1=libgl1 libxkbcommon.so.0=libxkbcommon0"
    " libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libglib-2.0.so.0=libglib2.0-0",
    "x11": "libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4"
    " libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1"
    " libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0"
    " libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0",
    "wayland": "libwayland-cursor.so.0=libwayland-cursor0",
}
PROBE = """import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)"""
ENSUREPIP = "import ensurepip; print(ensurepip.version())"

Stamp = dict[str, object]


def say(sentence: str) -> None:
    """Tell the person at the terminal what goes on, apart from the output of the program run."""
    print(f"start.py: {sentence}", file=sys.stderr, flush=True)


def give_up(code: int, sentence: str) -> NoReturn:
    """End with a sentence and one of the exit codes of this file's first lines."""
    say(sentence)
    sys.exit(code)


def run(*command: object, **variables: str) -> int:
    """Run a program in the repository with our modules in reach; return its exit code."""
    line, environment = [str(part) for part in command], our_environment(variables)
    return subprocess.run(line, cwd=ROOT, env=environment, check=False).returncode


def output_of(*command: str) -> str:
    """What a program prints; nothing when it fails or is not there."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def our_environment(variables: dict[str, str]) -> dict[str, str]:
    """The environment of a program of this repository: our modules from any folder, no others."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}
    return {**kept, "PYTHONPATH": str(ROOT), **variables}


def become(*command: object, **variables: str) -> NoReturn:
    """Hand the terminal, its signals and the exit code over to Python code of this repository.

    -P: files of the folder that the user stands in are not taken for modules.
    """
    line, environment = [str(PYTHON), "-P", *map(str, command)], our_environment(variables)
    if WINDOWS:
        sys.exit(subprocess.run(line, env=environment, check=False).returncode)
    sys.stdout.flush()
    os.execve(PYTHON, line, environment)  # noqa: S606


# ------------------------------------------------------------------------- what is there already


def expected_stamp(lock: str) -> Stamp:
    """What the environment must hold for a lock; the development lock includes the other."""
    hashes: Stamp = {
        name: hashlib.sha256((ROOT / name).read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        for name in {RUNTIME, lock}
    }
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return {"python": version, "platform": sysconfig.get_platform(), "path": str(VENV), **hashes}


def read_stamp() -> Stamp:
    """The stamp of the last installation that came to its end; empty when there is none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and PYTHON.exists() else {}


def missing_sets(stamp: Stamp, sets: list[str]) -> list[str]:
    """The sets of system libraries that no earlier run has found complete."""
    return [name for name in sets if LINUX and name not in str(stamp.get("libraries", "")).split()]


def prepare(lock: str, *sets: str) -> None:
    """Make the environment hold a lock, and the system the sets of LIBRARIES named.

    What the stamp says is done already is neither done nor looked at again.
    """
    expected, stamp = expected_stamp(lock), read_stamp()
    if expected.items() <= stamp.items() and not missing_sets(stamp, list(sets)):
        return
    with only_one_run():
        stamp = read_stamp()
        ready, unseen = expected.items() <= stamp.items(), missing_sets(stamp, list(sets))
        install_system_packages(unseen, environment_ready=ready)
        if not ready:
            install_packages(lock, stamp)
        seen = " ".join([*str(stamp.get("libraries", "")).split(), *unseen])
        part = STAMP.with_suffix(".part")
        part.write_text(json.dumps({**(stamp if ready else {}), **expected, "libraries": seen}))
        part.replace(STAMP)


@contextmanager
def only_one_run() -> Iterator[None]:
    """Let a second start.py wait. The system frees the lock when its holder dies, however."""
    VENV.parent.mkdir(parents=True, exist_ok=True)
    with VENV.with_name(VENV.name + ".lock").open("a+b") as file:
        if not taken(file):
            say("another start.py is making the environment ready; waiting for it")
            while not taken(file):
                time.sleep(0.2)
        yield


def taken(file: BinaryIO) -> bool:
    """Take the lock on a file, unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# ------------------------------------------------------------------- what only the system can give


def missing_packages(sets: list[str], *, environment_ready: bool) -> dict[str, str]:
    """What the system lacks, each thing with its Debian package."""
    asked = dict(pair.split("=") for name in sets for pair in LIBRARIES[name].split())
    absent = output_of(sys.executable, "-c", PROBE, *asked).split() if asked else []
    missing = {name: asked[name] for name in absent}
    # Debian keeps the part of Python that makes virtual environments in a package of its own.
    if not environment_ready and not output_of(sys.executable, "-c", ENSUREPIP):
        missing["ensurepip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return missing


def debian_name(package: str) -> str:
    """The name this release knows: Ubuntu 24.04 and Debian 13 call some packages …t64."""
    names = [name for name in (package, package + "t64") if output_of("apt-cache", "show", name)]
    return names[0] if names else package


def apt_prefix() -> "list[str] | None":
    """How apt may be run here: as root, by a sudo that asks nothing, or not at all."""
    if os.environ.get("MAHDAR_NO_APT"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if output_of("sudo", "-n", "echo", "yes") else None


def install_system_packages(sets: list[str], *, environment_ready: bool) -> None:
    """Install all that the system lacks in one go, or say it in one line and end."""
    missing = missing_packages(sets, environment_ready=environment_ready)
    if not missing:
        return
    code = NO_ENVIRONMENT if "ensurepip" in missing else NO_LIBRARIES
    if not shutil.which("apt-get"):
        give_up(code, "please install with your system's means: " + ", ".join(sorted(missing)))
    prefix = apt_prefix()
    if prefix is not None:
        run(*prefix, "apt-get", "update", "-qq")
    names = [debian_name(package) for package in sorted(set(missing.values()))]
    if prefix is not None:
        say("installing from Debian: " + " ".join(names))
        options = ["-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
        quietly = ["env", "DEBIAN_FRONTEND=noninteractive"]
        run(*prefix, *quietly, "apt-get", "install", *options, *names)
        missing = missing_packages(sets, environment_ready=environment_ready)
    if missing:
        line = "sudo apt-get update && sudo apt-get install -y " + " ".join(names)
        give_up(code, f"the system lacks packages. Run this line once, then start again:\n{line}")


# ------------------------------------------------------------------------------------ the packages


def install_packages(lock: str, stamp: Stamp) -> None:
    """Install the packages of a lock.

    A development lock that is merely absent is added. Any other difference makes the environment
    anew, so that no package stays behind. The stamp is gone meanwhile: what is killed half-way
    is made anew by the next run.
    """
    STAMP.unlink(missing_ok=True)
    if DEVELOPMENT in stamp or not expected_stamp(RUNTIME).items() <= stamp.items():
        make_environment()
    say("installing the packages; this happens once")
    if WHEELHOUSE.is_dir() and pip_install(lock, "--no-index", "--find-links", WHEELHOUSE) == 0:
        return
    if pip_install(lock) != 0:
        libc, version = platform.libc_ver()
        if libc == "glibc" and [int(part) for part in version.split(".")] < [2, 34]:
            give_up(NO_PACKAGES, f"Qt needs glibc 2.34 (Debian 12, Ubuntu 22.04), not {version}.")
        give_up(
            NO_PACKAGES,
            "the packages could not be installed. Without a network: run `start.py wheelhouse` on"
            " a machine of the same kind that has one, and copy its folder wheelhouse/ here.",
        )


def make_environment() -> None:
    """Make an empty virtual environment, in place of whatever is there."""
    if WINDOWS and len(str(VENV)) > MAX_WINDOWS_VENV:
        give_up(
            NO_ENVIRONMENT, f"{VENV} is too long a path for Windows: move the folder higher up."
        )
    say(f"making the environment {VENV}")
    # This file may be run by the very interpreter that is to be replaced.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if run(python, "-m", "venv", "--clear", VENV) != 0:
        give_up(NO_ENVIRONMENT, f"the virtual environment {VENV} could not be made.")


def pip_install(lock: str, *options: object) -> int:
    """Install a lock's wheels by their hashes; return pip's exit code.

    Always `python -m pip`: the lock renews pip itself, and Windows keeps a running pip.exe.
    """
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    calm = ["--retries", "1", "--no-input", "--disable-pip-version-check", *quiet]
    return run(PYTHON, "-m", "pip", "install", *LOCKED, *calm, *options, "-r", lock)


# ------------------------------------------------------------------------------------ the commands


def open_window() -> NoReturn:
    """Open the program; without a display do the sample job, which says where its files are."""
    variables = {"x11": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    displays = [name for name, variable in variables.items() if os.environ.get(variable)]
    if displays or not LINUX:
        prepare(RUNTIME, "headless", *displays)
        become("-m", "ui")
    target = Path.cwd() / "sample-output"
    say(f"there is no display here; writing the sample meeting and its minutes into {target}")
    prepare(RUNTIME, "headless")
    become("-m", "ui", "--sample-job", target, QT_QPA_PLATFORM="offscreen")


def test(arguments: list[str]) -> int:
    """Run the checks and the tests, or pytest alone with the arguments given."""
    prepare(DEVELOPMENT, "headless")
    checks: dict[str, list[object]] = {
        "ruff check": [SCRIPTS / "ruff", "check"],
        "ruff format --check": [SCRIPTS / "ruff", "format", "--check"],
        "mypy": [PYTHON, "-m", "mypy"],
        "lint-imports": [SCRIPTS / "lint-imports"],
    }
    failed: list[str] = []
    for name, command in {} if arguments else checks.items():
        print(f"--- {name}", flush=True)
        failed += [name] if run(*command) != 0 else []
    everything = ["-n", "auto", "--dist", "loadfile"]  # on all cores; the tests of a file together
    result = run(PYTHON, "-m", "pytest", *(arguments or everything), QT_QPA_PLATFORM="offscreen")
    if failed:
        print("FAILED before pytest: " + ", ".join(failed), flush=True)
    return result or int(bool(failed))


def cli(arguments: list[str]) -> NoReturn:
    """Run the console program, in the folder that the user stands in."""
    prepare(RUNTIME)
    become("-m", "recorder", *arguments)


def bench(arguments: list[str]) -> NoReturn:
    """Run the benchmarks."""
    prepare(DEVELOPMENT, "headless")
    become("-m", "tests.benchmarks", *arguments, QT_QPA_PLATFORM="offscreen")


def build(arguments: list[str]) -> int:
    """Freeze the program into dist/, then let the frozen one do the sample job."""
    prepare(DEVELOPMENT, *LIBRARIES)
    commit_time = output_of("git", "log", "-1", "--format=%ct") or "1767225600"
    reproducible = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": commit_time}
    freeze = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec", *arguments]
    if run(PYTHON, *freeze, **reproducible) != 0:
        return 1
    frozen = {"MAHDAR_FROZEN": str(ROOT / "dist" / "mahdar")}
    return run(PYTHON, "-m", "pytest", "tests/frozen", QT_QPA_PLATFORM="offscreen", **frozen)


def lock(arguments: list[str]) -> int:
    """Write both locks from the .in files: every platform's hashes, and nobody's address."""
    prepare(DEVELOPMENT)
    uv = shutil.which("uv") or shutil.which("uv", path=str(SCRIPTS))
    if uv is None and run(PYTHON, "-m", "pip", "install", "--quiet", "uv") != 0:
        return NO_PACKAGES
    style = [*COMPILE.split(), "--no-emit-find-links", "--quiet", *arguments]
    for name in (RUNTIME, DEVELOPMENT):
        source = name.replace(".lock", ".in")
        if run(uv or SCRIPTS / "uv", "pip", "compile", *style, source, "-o", name) != 0:
            return NO_PACKAGES
    return 0


def wheelhouse(arguments: list[str]) -> int:
    """Download every locked package (for another system: with pip's --platform and its like)."""
    prepare(DEVELOPMENT)
    download = ["-m", "pip", "download", *LOCKED, "-r", DEVELOPMENT, "-d", WHEELHOUSE]
    return NO_PACKAGES if run(PYTHON, *download, *arguments) else 0


def catalogue(arguments: list[str]) -> NoReturn:
    """Run the tool of the translation catalogues."""
    prepare(DEVELOPMENT)
    become("-m", "recorder.language.catalogue_tool", *(arguments or ["update"]))


def main(arguments: list[str]) -> int:
    """Do one command and return the exit code."""
    if not arguments:
        open_window()
    if arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    for command in (test, cli, bench, build, lock, wheelhouse, catalogue):
        if command.__name__ == arguments[0]:
            return command(arguments[1:])
    give_up(USAGE, f"there is no command {arguments[0]!r}.\n\n{__doc__}")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
