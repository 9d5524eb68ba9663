"""What an operator can set, all of it, as environment variables that begin with ACCORD_. Wrong values are told together, at the start."""

from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Options(BaseSettings):
    """Every setting of an installation. The docs are generated from the descriptions."""

    model_config = SettingsConfigDict(env_prefix="ACCORD_", env_file=".env", extra="ignore")

    mode: Literal["production", "demo", "test"] = Field("production", description="`demo` allows sign-in without a password, on this machine only.")
    home: Path = Field(Path("var"), description="Folder for the embedded database, the secret key and prepared fonts.")
    database: str = Field("", description="`sqlite:///path` or `postgresql://user:password@host:port/name`. Empty: `accord.db` in the home folder.")
    database_owner: str = Field("", description="PostgreSQL address of the role that owns the tables; used by `accord migrate` only.")
    database_pool: int = Field(0, ge=0, le=100, description="Connections kept in a pool for PostgreSQL; 0 keeps one for each thread.")
    secret_key: SecretStr = Field(SecretStr(""), description="Signs sessions and codes. Empty: made once and kept in the home folder.")
    field_key: SecretStr = Field(SecretStr(""), description="Encrypts confidential notes in the database. Empty: made once and kept in the home folder.")
    address: str = Field("http://localhost:8765", description="The address people reach Accord at; links in mail begin with it.")
    speak_address: str = Field(
        "",
        description="The address at which people warn without a name; best a host name of its own. Empty: the next port of the same host, for trying out.",
    )
    speak_database: str = Field(
        "", description="PostgreSQL address of the role `accord_speak`, which may add warnings without a name and little else. Empty: as `ACCORD_DATABASE`."
    )
    hosts: str = Field("", description="Further host names to answer to, with commas between.")
    proxies: int = Field(0, ge=0, le=9, description="How many proxies stand in front of Accord, so that guessers are told apart by their own address.")
    mail: str = Field("", description="`smtp://user:password@host:port` or `smtps://...`. Empty: mail is not sent but kept as files in the home folder.")
    mail_from: str = Field("accord@localhost", description="The sender of mail.")
    oidc_issuer: str = Field("", description="Address of your organisation's own sign-in (OpenID Connect), beside passwords. Accounts are still made here.")
    oidc_client: str = Field("", description="The client id it gave Accord. It sends people back to `/accounts/oidc/organisation/login/callback/`.")
    oidc_secret: SecretStr = Field(SecretStr(""), description="The secret that goes with it.")
    oidc_name: str = Field("", description="What the button on the sign-in page calls it. Empty: your organisation.")
    time_zone: str = Field("Europe/Dublin", description="Time zone of dates on screen.")
    language: str = Field("en-gb", description="Language of the screens for people who have not chosen one.")
    currency: str = Field("EUR", pattern="^[A-Z]{3}$", description="Currency a new client starts with.")

    @field_validator("database", "database_owner", "speak_database")
    @classmethod
    def known_database(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("sqlite", "postgresql", "postgres"):
            raise ValueError("begin it with sqlite:/// or postgresql://")
        return value

    @field_validator("address")
    @classmethod
    def full_address(cls, value: str) -> str:
        if urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname:
            raise ValueError("write the whole address, such as https://accord.example.com")
        return value.rstrip("/")

    @field_validator("speak_address")
    @classmethod
    def full_speak_address(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname):
            raise ValueError("write the whole address, such as https://speak.example.com")
        return value.rstrip("/")

    @model_validator(mode="after")
    def own_speak_address(self) -> "Options":
        if not self.speak_address:
            parts = urlsplit(self.address)
            self.speak_address = f"{parts.scheme}://{parts.hostname}:{(parts.port or 8765) + 1}"
        return self

    @model_validator(mode="after")
    def whole_sign_in(self) -> "Options":
        given = [bool(self.oidc_issuer), bool(self.oidc_client), bool(self.oidc_secret.get_secret_value())]
        if any(given) and not all(given):
            raise ValueError("ACCORD_OIDC_ISSUER, ACCORD_OIDC_CLIENT and ACCORD_OIDC_SECRET belong together: set all three or none")
        if self.oidc_issuer and urlsplit(self.oidc_issuer).scheme not in ("http", "https"):
            raise ValueError("ACCORD_OIDC_ISSUER: write the whole address, such as https://login.example.com")
        return self

    @property
    def allowed_hosts(self) -> list[str]:
        more = [host.strip() for host in self.hosts.split(",") if host.strip()]
        return self._hosts(self.address, more)

    @property
    def speak_hosts(self) -> list[str]:
        return self._hosts(self.speak_address, [])

    def _hosts(self, address: str, more: list[str]) -> list[str]:
        own = urlsplit(address).hostname or "localhost"
        loopback = ["localhost", "127.0.0.1", "[::1]"]
        return [own, *more, *(loopback if self.mode != "production" or own in ("localhost", "127.0.0.1", "::1") else [])]

    def databases(self, url: str = "") -> dict[str, object]:
        """Django's settings of one database."""
        parts = urlsplit(url or self.database or f"sqlite:///{(self.home / 'accord.db').as_posix()}")
        if parts.scheme == "sqlite":
            name = unquote(parts.path[1:] if parts.path.startswith("/") else parts.path)
            return {"ENGINE": "accord.base.scope.sqlite", "NAME": name or ":memory:"}
        options: dict[str, object] = {"pool": {"min_size": 1, "max_size": self.database_pool}} if self.database_pool else {}
        return {
            "ENGINE": "accord.base.scope.postgres",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 0 if self.database_pool else 60,
            "OPTIONS": options,
        }

    def sign_in_elsewhere(self) -> dict[str, object]:
        """Django-allauth's settings of the outside provider, if there is one."""
        if not self.oidc_issuer:
            return {}
        app = {
            "provider_id": "organisation",
            "name": self.oidc_name or "your organisation",
            "client_id": self.oidc_client,
            "secret": self.oidc_secret.get_secret_value(),
            "settings": {"server_url": self.oidc_issuer.rstrip("/")},
        }
        return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}

    @property
    def delivery_backend(self) -> str:
        return "django.core.mail.backends.smtp.EmailBackend" if self.mail else "accord.base.jobs.mailbox.Folder"

    def mail_settings(self) -> dict[str, object]:
        """Django's EMAIL_ settings: mail is queued, and the worker hands it to `delivery_backend`."""
        queue = "django.core.mail.backends.locmem.EmailBackend" if self.mode == "test" else "accord.base.jobs.mail.Queued"
        if not self.mail:
            return {"EMAIL_BACKEND": queue}
        parts = urlsplit(self.mail)
        return {
            "EMAIL_BACKEND": queue,
            "EMAIL_HOST": parts.hostname or "localhost",
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
            "EMAIL_TIMEOUT": 10,
        }


def complaints(wrong: ValidationError) -> list[str]:
    """What does not fit, a line each, by the names an operator set."""
    said = []
    for error in wrong.errors():
        name = f"ACCORD_{'_'.join(map(str, error['loc'])).upper()}: " if error["loc"] else ""
        said.append(f"{name}{error['msg'].removeprefix('Value error, ')}.")
    return said


def kept_secret(home: Path, name: str, given: SecretStr) -> str:
    """The secret that was set, or one made once and kept readable by its owner only."""
    import secrets

    if given.get_secret_value():
        return given.get_secret_value()
    path = home / name
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()
