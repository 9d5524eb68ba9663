"""Providers, clients, teams, people, accounts, assignments and links."""

from typing import Any, ClassVar

import uuid6
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from .rules import Role, Side

SIDES = [(Side.BUSINESS.value, _("Business")), (Side.IT.value, _("IT"))]
ROLES = [
    (Role.FACILITATOR.value, _("Facilitator")),
    (Role.PROVIDER_LEAD.value, _("Provider lead")),
    (Role.BUSINESS_LEAD.value, _("Business lead")),
    (Role.CONTRIBUTOR.value, _("IT contributor")),
]


class Provider(models.Model):
    """Those who run Accord for their clients; an in-house IT is a provider with one client."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    name = models.CharField(max_length=120)
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.name


class Client(models.Model):
    """A client organisation. Its own id is its scope."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    trade = models.CharField(max_length=120, blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    made_at = models.DateTimeField(default=clock.now)

    objects = scope.OwnManager()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Accounts(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Somebody who signs in. What they may do depends on the client: see `Assignment`."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=clock.now)

    objects = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Assignment(models.Model):
    """An account works in a client, in a role. Read before there is a scope: it is what makes the scope."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="assignments")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=ROLES)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "client"], name="one_role_in_a_client")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role}"


class Team(scope.ClientModel):
    """People who work together, on one side."""

    name = models.CharField(max_length=120)
    side = models.CharField(max_length=10, choices=SIDES)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint("client", Lower("name"), name="team_name_once")]

    def __str__(self) -> str:
        return self.name


class Person(scope.ClientModel):
    """Somebody of a client, or of the provider at work in it."""

    name = models.CharField(max_length=120)
    email = models.EmailField()
    job = models.CharField(max_length=120, blank=True)
    side = models.CharField(max_length=10, choices=SIDES)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=8, blank=True)
    made_at = models.DateTimeField(default=clock.now)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint("client", Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """How the screen names them: by what they do, which tells a stranger more than a name."""
        return self.job or self.name


class Link(scope.ClientModel):
    """One person, one purpose, for a time. The secret is in the address only; here is its digest."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links")
    purpose = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "digest"], name="link_digest_once")]

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and clock.now() < self.expires_at


class Device(scope.ClientModel):
    """A browser a person answered from. Others must type a code before they see earlier words."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "person", "digest"], name="device_once")]


class Code(scope.ClientModel):
    """Six digits sent to the person to let another device in."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)


class Token(scope.ClientModel):
    """A key for the API or an assistant: bound to one person in one client, limited, expiring. Only its digest is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    start = models.CharField(max_length=12)  # the first characters, so a person can tell which is which
    may_write = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "digest"], name="token_digest_once")]


class PutOff(scope.ClientModel):
    """A row of somebody's Today that can wait until a day. Only they know; `key` is the row's own, and the day is taken back by emptying it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    until = models.DateField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "person", "key"], name="put_off_once")]
