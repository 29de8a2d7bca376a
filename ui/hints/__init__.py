"""A key, told once and quietly, to who reaches for the mouse."""
