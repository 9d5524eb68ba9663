"""What the pages of worth are built from: one typed context each."""
