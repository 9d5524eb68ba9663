"""What the pages of empathy are built from."""
