"""The hand that writes: the box, the speaker, the kind, and the keeping of what is typed."""
