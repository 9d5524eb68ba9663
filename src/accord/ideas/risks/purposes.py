"""What links are for here: somebody is asked what they see, must answer, is asked whether they see it too, or looks what became of their warning."""

RAISE, ANSWER, SEEN, MINE, CARRY = "risks.raise", "risks.answer", "risks.seen", "risks.raised", "risks.carry"
