"""The search over everything that was recorded."""
