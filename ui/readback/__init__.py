"""The window for the projector: recommendations are read back to the room and adopted."""
