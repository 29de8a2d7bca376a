"""How a laptop comes to be one of a team, as steps: the stick may be slow, and typing may not wait.

Only what reads or writes the archive is the archive's; the key of the code (Argon2id, a quarter of
a second and more) and the stick are for a thread that nobody waits for.
"""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recorder.archive.syncing import Question, Step
from recorder.errors import BundleError, NoTeamError, StickError, WrongCodeError
from recorder.sync.code import new_code, read_code
from recorder.sync.stick import Stick
from recorder.sync.team import Team, found_team, join_team

if TYPE_CHECKING:
    from recorder.archive.sharing import Sharing

_PART = "team"


def founding(sharing: "Sharing", folder: Path) -> Generator[Step | Question, Any, str]:
    """Lay the key of a new team on the stick, then be of that team; the answer is its code."""
    code, site = new_code(), (yield _step(sharing.site, at_stick=False))
    team = yield _step(partial(_lay_down, folder, site, code), at_stick=True)
    yield _step(partial(sharing.remember, team), at_stick=False)
    return code


def joining(sharing: "Sharing", folder: Path, typed: str) -> Generator[Step | Question, Any, None]:
    """Find the team of a code on the stick, then be of that team."""
    code = read_code(typed)
    team = yield _step(partial(_look_up, folder, code), at_stick=True)
    yield _step(partial(sharing.remember, team), at_stick=False)


def was_shared(folder: Path) -> bool:
    """Whether somebody has shared by this stick; it is looked at and not read."""
    try:
        return Stick(folder).holds_team()
    except StickError:
        return False


def _lay_down(folder: Path, site: str, code: str) -> Team:
    stick = Stick(folder)
    stick.check()
    team = found_team(code)
    stick.begin_writing(team.id, site)
    stick.put_key(team.id, site, team.key)
    return team


def _look_up(folder: Path, code: str) -> Team:
    stick = Stick(folder)
    stick.check()
    keys = stick.keys()
    if not keys:
        raise NoTeamError(reason="stick", path=str(folder))
    for key in keys:
        try:
            return join_team(key, code)
        except (WrongCodeError, BundleError):
            continue
    raise WrongCodeError(path=str(folder))


def _step(work: Callable[[], object], *, at_stick: bool) -> Step:
    return Step(_PART, 0, 1, at_stick=at_stick, work=work)
