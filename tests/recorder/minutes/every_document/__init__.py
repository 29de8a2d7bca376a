"""Every document in every edition: what they are held to, and the one command that does it."""
