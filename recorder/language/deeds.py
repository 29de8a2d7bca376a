"""What somebody did, and with what, in the user's words: for undo, for the past, for the trash."""

from recorder.language.catalogue import N_, SOURCE, Catalogue

THINGS = {
    "series": N_("a series of meetings"),
    "organisation": N_("an organisation"),
    "person": N_("a person"),
    "theme": N_("a theme"),
    "meeting": N_("a meeting"),
    "host": N_("a host of the meeting"),
    "agenda_item": N_("an agenda item"),
    "attendance": N_("a name on the attendance list"),
    "turn": N_("a turn in the queue of speakers"),
    "note": N_("a note"),
    "issue": N_("a point of agreement or difference"),
    "position": N_("a position"),
    "decision": N_("a decision"),
    "recommendation": N_("a recommendation"),
    "support": N_("a supporting organisation"),
    "source": N_("the source of a recommendation or decision"),
    "carried": N_("a recommendation taken up again"),
    "follow_up": N_("a follow-up entry"),
    "attachment": N_("an attachment"),
    "author": N_("the name of who writes"),
    "person_alias": N_("that two entries are one person"),
    "organisation_alias": N_("that two entries are one organisation"),
    "person_distinction": N_("that two people of like name are two"),
    "organisation_distinction": N_("that two organisations of like name are two"),
}
"""A row of each table, as a sentence names one of them."""

VERBS = {
    "write": N_("writing {thing}"),
    "move": N_("moving {thing}"),
    "delete": N_("deleting {thing}"),
    "restore": N_("restoring {thing}"),
    "merge": N_("making two entries of {thing} one"),
    "separate": N_("taking {thing} out of what it was made one with"),
    "distinguish": N_("telling {thing} from another of like name"),
    "reconsider": N_("going back on what was said of two entries of {thing}"),
}
"""What is done to rows of every table: "note.write", "agenda_item.move"."""

DEEDS = {
    "draft.commit": N_("typing"),
    "draft.save": N_("typing that goes on"),
    "rows.write": N_("a change"),
    "conflict.settle": N_("settling two versions"),
    "version.restore": N_("bringing an earlier version back"),
    "trash.restore": N_("restoring from the trash"),
    "recommendation.make": N_("making a recommendation of a note"),
    "decision.make": N_("making a decision of a note"),
    "note.turn": N_("changing the kind of a note"),
    "note.attribute": N_("changing how a note is attributed"),
    "note.quote": N_("making a note of words of another"),
    "note.split": N_("splitting a note"),
    "note.join": N_("joining two notes"),
    "recommendation.adopt": N_("adopting a recommendation"),
    "recommendation.return": N_("returning a recommendation to be worked on"),
    "recommendation.reject": N_("rejecting a recommendation"),
    "recommendation.reword": N_("taking a wording over from Word"),
    "recommendation.receive": N_("taking a recommendation over from Word"),
    "agenda_item.start": N_("starting an agenda item"),
    "agenda_item.end": N_("ending an agenda item"),
    "agenda_item.postpone": N_("postponing an agenda item"),
    "agenda_item.resume": N_("bringing a postponed item back"),
    "speaker.add": N_("adding a speaker"),
    "speaker.name": N_("naming an unknown speaker"),
    "attachment.add": N_("attaching a file"),
    "attendance.add": N_("adding somebody who walked in"),
    "turn.ask": N_("adding somebody to the queue of speakers"),
    "turn.begin": N_("giving somebody the floor"),
    "turn.follow": N_("measuring who is written for"),
    "turn.end": N_("ending a turn"),
    "turn.rest": N_("ending a turn that nobody ended"),
    "turn.pause": N_("stopping the clock of a turn"),
    "turn.resume": N_("letting the clock of a turn go on"),
    "turn.limit": N_("changing the limit of a turn"),
    "sample.load": N_("loading the sample"),
    "meeting.import": N_("importing a meeting"),
    "receive": N_("receiving changes"),
    "merge": N_("joining two texts"),
    "merge.hold": N_("undoing a sync"),
    "undo": N_("an undo"),
    "redo": N_("a redo"),
}
"""What is done otherwise."""

_UNKNOWN = N_("the last change")


def deed(token: str, language: str) -> str:
    """What an action did, to stand in a sentence: "note.delete" is "deleting a note"."""
    words = Catalogue.load(language).gettext
    if token in DEEDS:
        return words(DEEDS[token])
    table, _dot, verb = token.partition(".")
    if table in THINGS and verb in VERBS:
        return words(VERBS[verb]).format(thing=words(THINGS[table]))
    return words(_UNKNOWN)


def kind(table: str, language: str) -> str:
    """What a row of a table is, alone on a label: "Note", «مداخلة»."""
    words = thing(table, language)
    if language != SOURCE or table not in THINGS:
        return words
    noun = words.partition(" ")[2]  # English without its article
    return noun[:1].upper() + noun[1:]


def thing(table: str, language: str) -> str:
    """A row of a table as a sentence names it; a table of a later release by its own name."""
    return Catalogue.load(language).gettext(THINGS[table]) if table in THINGS else table
