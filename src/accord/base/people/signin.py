"""How people sign in: by invitation, with a password or through their organisation's own sign-in, never by signing themselves up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from .models import Account


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by a facilitator or on the first run."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Whoever guesses is told to wait, in a way that programs understand too; the same whether or not the account exists."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            raise ImmediateHttpResponse(ratelimit.respond_429(request)) from None


class KnownPeopleOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A sign-in from elsewhere opens the account with the same confirmed address, and only an account that is already there."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        confirmed = [address.email.lower() for address in sociallogin.email_addresses if address.verified]
        account = Account.objects.filter(email__in=confirmed, is_active=True).first()
        if account is None:
            messages.error(request, _("Nobody here has that address yet. Ask your facilitator to invite you."))
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, account)
