"""What people fill in: the steps of a round, and what a facilitator says to start one."""
