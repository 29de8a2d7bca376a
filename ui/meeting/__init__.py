"""The meeting itself: its workspace and its forms."""
