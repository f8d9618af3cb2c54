"""How the shop logs: a few words on the console, every detail in a file."""

from pathlib import Path


def config(folder, max_bytes=100_000):
    """Return the configuration for logging.config.dictConfig."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "brief": {"format": "%(levelname)s: %(message)s"},
            "full": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "brief",
            },
            "file": {
                "class": "logging.handlers.RotatingFileHandler",
                "formatter": "full",
                "filename": str(Path(folder, "shop.log")),
                "maxBytes": max_bytes,
                "backupCount": 2,
                "encoding": "utf-8",
            },
        },
        "root": {"level": "WARNING", "handlers": ["console", "file"]},
    }
