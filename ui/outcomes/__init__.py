"""What the room came to: where it agreed, where it differed, who stood how, what it decided."""
