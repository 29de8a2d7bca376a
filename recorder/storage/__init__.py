"""The archive's file: the only room that knows SQL."""
