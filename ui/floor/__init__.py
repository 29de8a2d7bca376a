"""The floor: who waits to speak, who speaks and how long, and how fairly it is shared."""
