"""How a verb says no."""


class Mistake(Exception):
    """Something a person did that cannot be done: one clear sentence that says what to do. `field` names the place, when there is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = str(message)
        self.field = field


class Conflict(Mistake):
    """Somebody else changed it meanwhile, or a key was already used for something else."""


class Refused(Exception):
    """The person may see this place but not do this."""


class NotThere(Exception):
    """It does not exist for this person; the answer is the same whether or not it exists for others."""


class NotAsWritten(Exception):
    """Something in the database is not what Accord wrote there, so nobody is shown it. The text says which, for the log."""
