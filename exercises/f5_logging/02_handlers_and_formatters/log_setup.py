"""How the shop logs: a few words on the console, every detail in a file."""

from pathlib import Path


def config(folder, max_bytes=100_000):
    """Return the configuration for logging.config.dictConfig."""
    return {
        "version": 1,
        "formatters": {
            "brief": {"format": "%(levelname)s %(message)s"},
            "full": {"format": "%(asctime)s %(levelname)s: %(message)s"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
            },
            "file": {
                "class": "logging.handlers.RotatingFileHandler",
                "filename": str(Path(folder, "shop.log")),
                "maxBytes": max_bytes,
                "level": "DEBUG",
            },
        },
        "loggers": {
            "shop": {"handlers": ["console", "file"]},
        },
    }
