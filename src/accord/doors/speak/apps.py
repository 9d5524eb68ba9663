from allauth.account.apps import AccountConfig


class AccountsAsleep(AccountConfig):  # type: ignore[misc]  # it ships no types
    """Tables of accounts are known, as others point at them; that nobody can sign in here is meant, so it is not asked for the middleware that does it."""

    default = False

    def ready(self) -> None:
        pass
