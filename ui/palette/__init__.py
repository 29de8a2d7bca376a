"""The one panel that finds every command by its words and runs it."""
