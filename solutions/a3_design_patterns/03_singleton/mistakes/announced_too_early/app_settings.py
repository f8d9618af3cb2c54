"""The settings as a module: `import app_settings` gives everybody the same one."""

import source

values = source.load_defaults()


def reset():
    """Put the defaults back."""
    defaults = source.load_defaults()
    values.clear()
    values.update(defaults)
