import subprocess
import sys

import recorder


def test_every_public_name_is_there() -> None:
    assert {"Archive", "Meeting", "Note", "edition_of"} <= set(recorder.__all__)
    for name in recorder.__all__:
        assert hasattr(recorder, name), name


def test_importing_the_recorder_loads_none_of_its_rooms() -> None:
    code = "import sys, recorder; print([name for name in sys.modules if 'recorder.' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
