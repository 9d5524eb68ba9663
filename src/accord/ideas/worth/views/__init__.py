"""The pages of worth."""
