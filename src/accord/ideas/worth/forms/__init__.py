"""The forms of worth."""
