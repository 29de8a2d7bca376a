"""People, their organisations, and who came."""
