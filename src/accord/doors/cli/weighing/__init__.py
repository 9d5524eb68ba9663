"""What `accord weigh` says about a weighed case: for programs (figures), on the screen (screen) and on paper (brief)."""
