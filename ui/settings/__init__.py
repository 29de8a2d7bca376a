"""The few things a user may choose."""
