"""Many files through LibreOffice in few calls: starting it takes longer than a document."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

from recorder.minutes.pdf.faces import faces

AT_A_TIME = 40
SECONDS = 900.0  # the large meetings in one call, on a busy machine


def converted(
    office: Path, sources: Sequence[Path], folder: Path, form: str = "pdf"
) -> dict[Path, Path]:
    """What LibreOffice made of each file; one that it could not read is absent.

    Args:
        office: its program.
        sources: the files; their names without ending differ.
        folder: where the new files go.
        form: the new ending, and after a colon how ("csv:Text - txt - csv (StarCalc):…").

    Raises:
        subprocess.TimeoutExpired: it hangs.
    """
    ending = form.partition(":")[0]
    with ThreadPoolExecutor(os.cpu_count()) as hands:
        work = partial(_convert, office, folder=folder, form=form)
        list(hands.map(work, _at_a_time(sources)))
    made = {each: folder / f"{each.stem}.{ending}" for each in sources}
    return {source: each for source, each in made.items() if each.is_file()}


def _convert(office: Path, sources: Sequence[Path], folder: Path, form: str) -> None:
    with tempfile.TemporaryDirectory(prefix="mahdar-office-") as own:
        profile = (Path(own) / "profile").as_uri()
        command = [
            str(office), f"-env:UserInstallation={profile}", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--nologo", "--convert-to", form, "--outdir",
            str(folder), *map(str, sources),
        ]  # fmt: skip
        environment = {**os.environ, **faces(Path(own))}
        subprocess.run(command, capture_output=True, check=False, timeout=SECONDS, env=environment)


def _at_a_time(sources: Sequence[Path]) -> Iterator[list[Path]]:
    following = iter(sources)
    while some := list(islice(following, AT_A_TIME)):
        yield some
