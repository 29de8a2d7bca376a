"""What laptops wrote apart and nobody has looked at yet: a line that tells, a desk to settle it."""
