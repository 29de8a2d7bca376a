"""Photographs of the meeting: dropped, pasted or chosen; seen, told about, put away."""
