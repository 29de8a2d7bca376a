"""The window. It reaches the recorder through `ui.bridge` and value types only."""
