"""The parts of which screens are made; each cures what Qt does to Arabic."""
