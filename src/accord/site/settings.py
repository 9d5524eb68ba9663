"""Django's settings, made from `Options`. The first line chooses the SQLite library, before anything can open a database."""

from . import library  # isort: skip

import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from .options import Options, complaints, kept_secret

library.choose()

try:
    OPTIONS = Options()
except ValidationError as wrong:
    sys.exit("\n".join(complaints(wrong)))

MODE = OPTIONS.mode
SECRET_KEY = kept_secret(OPTIONS.home, "secret.key", OPTIONS.secret_key)
FIELD_KEY = kept_secret(OPTIONS.home, "field.key", OPTIONS.field_key)
DEBUG = False
ALLOWED_HOSTS = OPTIONS.allowed_hosts
CURRENCY = OPTIONS.currency
ADDRESS = OPTIONS.address
SPEAK_ADDRESS = OPTIONS.speak_address
SECURE = urlsplit(ADDRESS).scheme == "https"
PACKAGE = Path(__file__).resolve().parents[1]

INSTALLED_APPS = [
    "accord.base.scope",
    "accord.base.people",
    "accord.base.journal",
    "accord.base.jobs",
    "accord.ideas.goals",
    "accord.ideas.listen",
    "accord.ideas.worth",
    "accord.ideas.empathy",
    "accord.ideas.risks",
    "accord.doors.web",
    "accord.doors.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.idp.oidc",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "accord.doors.web.headers.Headers",
    "accord.doors.api.problem.Answers",
    "accord.base.scope.middleware.OneTransaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accord.base.people.middleware.WhoActs",
    "accord.doors.web.errors.LastWord",
]

if MODE == "demo":  # its door is part of no other installation
    INSTALLED_APPS += ["accord.doors.demo"]
    MIDDLEWARE.insert(MIDDLEWARE.index("accord.doors.web.headers.Headers"), "accord.doors.demo.frames.OnThePhone")

ROOT_URLCONF = "accord.site.urls"
WSGI_APPLICATION = "accord.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "accord.doors.web.context.shell",
            ],
        },
    }
]

DATABASES = {"default": OPTIONS.databases()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Shared by all processes of the installation, or each would count guesses at a password by itself.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": OPTIONS.home / "cache"}}
if MODE == "test":
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{'MD5' if MODE == 'test' else 'Argon2'}PasswordHasher"]  # tests make many accounts
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "accord.base.people.signin.ByInvitation"
ACCOUNT_FORMS = {"login": "accord.base.people.forms.SignIn"}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
ALLAUTH_TRUSTED_PROXY_COUNT = OPTIONS.proxies
SOCIALACCOUNT_PROVIDERS = OPTIONS.sign_in_elsewhere()
SOCIALACCOUNT_ADAPTER = "accord.base.people.signin.KnownPeopleOnly"
IDP_OIDC_PRIVATE_KEY = ""

LANGUAGE_CODE = OPTIONS.language
LANGUAGES = [("en-gb", _("English")), ("de", _("German"))]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE, LANGUAGE_COOKIE_SECURE = True, "Lax", SECURE
USE_I18N = True
USE_TZ = True
TIME_ZONE = OPTIONS.time_zone

STATIC_URL = "/static/"
STATIC_ROOT = OPTIONS.home / "static"
STATICFILES_DIRS = [("accord/fonts", OPTIONS.home / "fonts")]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if MODE == "production":
    STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = MODE != "production"

SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-accord" if SECURE else "accord"
CSRF_COOKIE_NAME = "__Host-accord-csrf" if SECURE else "accord-csrf"
CSRF_FAILURE_VIEW = "accord.doors.web.errors.csrf"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_SSL_REDIRECT = False  # the proxy in front does this; Accord answers on the inside
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W008"]  # doors/web/headers says who may frame us; the proxy redirects
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = OPTIONS.mail_from
DELIVERY_BACKEND = OPTIONS.delivery_backend
MAILBOX = OPTIONS.home / "mail"
globals().update(OPTIONS.mail_settings())

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"no_secrets": {"()": "accord.base.people.secrets.HideTokens"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_secrets"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
