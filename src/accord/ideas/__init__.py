"""The product: one folder for each idea, in the order in which they may look at each other: goals, listen, worth."""
