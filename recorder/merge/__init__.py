"""How concurrent writes become one state: pure functions, no SQL, no files, no clock."""
