"""What was: steps back and forth, the trash, the past of a note."""
