"""From a meeting to a Word document."""
