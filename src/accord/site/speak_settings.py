"""Settings of the speak application. The same tables and keys as Accord; none of its ways of knowing who somebody is.

What the process may do is decided three times: by its middleware and addresses, by its connection to the database, and by what it is given.
"""

from urllib.parse import urlsplit

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS as EVERY_APP
from .settings import MODE, OPTIONS, PACKAGE

ADDRESS = OPTIONS.speak_address
SECURE = urlsplit(ADDRESS).scheme == "https"
ALLOWED_HOSTS = OPTIONS.speak_hosts

ASLEEP = {"allauth.account": "accord.doors.speak.apps.AccountsAsleep"}
INSTALLED_APPS = [ASLEEP.get(name, name) for name in EVERY_APP]  # tables only: which addresses there are is said by the middleware and the addresses below
MIDDLEWARE = [
    "accord.doors.speak.forgetting.Untraced",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "accord.base.scope.middleware.OneTransaction",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "accord.site.speak_urls"
WSGI_APPLICATION = "accord.site.speak_wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "doors" / "speak" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.i18n"]},
    }
]

# One table to add to, three to read; on SQLite the connection itself refuses everything else, on PostgreSQL the role does.
DATABASES = {"default": OPTIONS.databases(OPTIONS.speak_database)}
if DATABASES["default"]["ENGINE"] == "accord.base.scope.sqlite":
    read = frozenset({"read"})
    DATABASES["default"]["ONLY"] = {"risks_board": read, "risks_report": read, "risks_reportpost": read, "risks_spool": frozenset({"insert"})}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "no-referrer"
DATA_UPLOAD_MAX_MEMORY_SIZE = 40_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 30
DATA_UPLOAD_MAX_NUMBER_FILES = 0
FILE_UPLOAD_HANDLERS: list[str] = []  # no file is taken, so none can carry who made it
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = MODE != "production"

# No line for a request, whatever came of it. That something broke is said once, with its kind and place in the code, and nothing of the visit.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "handlers": {"nowhere": {"class": "logging.NullHandler"}, "faults": {"class": "accord.doors.speak.faults.Faults"}},
    "loggers": {
        "django": {"handlers": ["nowhere"], "propagate": False},
        "django.request": {"handlers": ["faults"], "level": "ERROR", "propagate": False},
    },
    "root": {"handlers": ["nowhere"]},
}
