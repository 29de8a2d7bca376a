"""What a consultative meeting consists of: frozen values and pure functions."""
