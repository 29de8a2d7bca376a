"""The parts of a sync in words."""

from ui.i18n import N_, _

_PARTS = {
    "team": N_("The code is being made ready…"),
    "look": N_("Looking at what is on the stick…"),
    "read": N_("Reading what is new…"),
    "preview": N_("Comparing it with what is here…"),
    "merge": N_("Taking it in…"),
    "fetch": N_("Fetching files and photographs…"),
    "write": N_("Writing what the stick lacks…"),
    "attach": N_("Writing files and photographs…"),
}


def words_of_part(part: str) -> str:
    """What is being done; of a part of a later release nothing more than that."""
    return _(_PARTS.get(part, _PARTS["look"]))
