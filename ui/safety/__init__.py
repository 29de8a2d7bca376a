"""Backups, and what the window shows when the archive cannot be opened."""
