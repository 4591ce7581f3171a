"""Settings: one file, every value from the environment (or `.env`), safe for production by default.

The README lists every variable; `tests/test_settings.py` holds the two together.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

SECRET_KEY = env.str("SECRET_KEY", "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set: run `make install`, which writes a .env with a random one, "
        "or set it in the environment."
    )
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    # Before our own: the desk leaves out what it would show there.
    "django_tasks",
    "django_tasks_db",
    "timeline.apps.TimelineConfig",
    "timeline.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "simple_history",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "timeline.web.plain_addresses.PlainAddresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "timeline.web.languages.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "timeline.web.private_links.PrivateLinks",
    "simple_history.middleware.HistoryRequestMiddleware",
    "timeline.admin.access.login.KeepForms",
]

ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["timeline.templatetags.form_token"],
        },
    },
]

# Widgets of ours have their templates in templates/, too.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database: SQLite to start, PostgreSQL to grow, chosen by DATABASE_URL alone ------------------
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A writer takes its lock when the transaction begins, so that two writers queue instead of
        # one failing half-way; readers go on meanwhile (WAL).
        "transaction_mode": "IMMEDIATE",
        # Seconds a writer waits in the queue: the largest file of events is stored in some 20.
        "timeout": 60,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)

# --- Languages and time ---------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ar", "العربية"),
    ("fr", "Français"),
    ("es", "Español"),
    ("de", "Deutsch"),
    ("ru", "Русский"),
    ("fa", "فارسی"),
]
LOCALE_PATHS = [BASE_DIR / "timeline" / "locale"]
FORMAT_MODULE_PATH = ["timeline.locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "UTC")

# --- Static files: ours and the browser libraries that npm installed ------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("plotly", BASE_DIR / "node_modules" / "plotly.js-basic-dist-min"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "timeline.static_storage.ModuleStorage"
    },
}

# --- Pictures that editors upload -----------------------------------------------------------------
MEDIA_ROOT = env.path("MEDIA_ROOT", BASE_DIR / "media")
MEDIA_URL = "/media/"

# --- Security -------------------------------------------------------------------------------------
# HTTPS is on where the site is reached by more than its own machine; `make install` turns it off
# for the local demo by writing HTTPS=False.
HTTPS = env.bool("HTTPS", True)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 3600) if HTTPS else 0
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "timeline.admin.access.kept.refused"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Articles -------------------------------------------------------------------------------------
# Bytes of one article, file or page; a long book is some 2 MB of text.
MAX_ARTICLE_BYTES = env.int("MAX_ARTICLE_BYTES", 5_000_000)
# A form sends each byte of a text in another script as three: the largest article fits, and what is
# somewhat larger is answered by the form itself.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * MAX_ARTICLE_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Seconds that fetching one address may take in all.
FETCH_SECONDS = env.int("FETCH_SECONDS", 20)

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
    # Files, which all processes of the server share: one process knows a part of the visitors only,
    # and the database would be written to by everybody who reads.
    "rates": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": env.path("RATES_ROOT", BASE_DIR / "var" / "rates"),
        # Visitors of a minute; the names of all are read with each request.
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

# --- The API: only read, by anybody, in JSON ------------------------------------------------------
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PARSER_CLASSES": [],
    # No browsable API: its pages would need a weaker policy.
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "timeline.api.errors.answer_to",
    "DEFAULT_THROTTLE_CLASSES": ["timeline.api.throttling.Rate"],
    # Requests of one address; empty for as many as it likes.
    "DEFAULT_THROTTLE_RATES": {"anon": env.str("API_RATE", "120/minute") or None},
    # Else anybody could give themselves another address with each request.
    "NUM_PROXIES": 1 if BEHIND_PROXY else 0,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Dateline",
    "DESCRIPTION": "Timelines, their events and sources, and whom they name, as readers see them.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {
        "EvidenceKind": "timeline.models.Evidence.Kind",
        "EntityKind": "timeline.models.Entity.Kind",
    },
}

# --- Background work ------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # What a page lacks is told by whoever reads it, in a sentence with its name.
    "loggers": {"trafilatura": {"level": "CRITICAL"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
