"""Sharing by a stick: the team, a sync in plain words, and sticks that are noticed."""
