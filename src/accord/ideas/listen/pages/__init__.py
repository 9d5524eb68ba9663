"""What the pages of listening are built from: one typed context each."""
