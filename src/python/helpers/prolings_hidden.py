"""Makes Python files importable whose source cannot be read: tests must judge what code does, not how it is written.

The files are compiled, taken away, and imported from memory.
"""

import importlib.machinery
import os
import sys


class Hidden:
    """Finds and loads modules from their code. It keeps no source, not even for tracebacks."""

    def __init__(self):
        self._modules = {}

    def add(self, name, code, is_package):
        self._modules[name] = (code, is_package)

    # ---- finder

    def find_spec(self, name, path=None, target=None):
        if name not in self._modules:
            return None
        code, package = self._modules[name]
        spec = importlib.machinery.ModuleSpec(name, self, origin=code.co_filename, is_package=package)
        if package:
            spec.submodule_search_locations.append(os.path.dirname(code.co_filename))
        spec.has_location = True
        return spec

    # ---- loader

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__spec__.name), module.__dict__)

    def get_code(self, name):
        return self._modules[name][0]

    def get_source(self, name):
        return None

    def is_package(self, name):
        return self._modules[name][1]


def hide(folder, files):
    """Takes the files (relative to `folder`, with `/`) away. One that is no valid Python stays, and says so itself."""
    hidden = Hidden()
    for file in files:
        path = os.path.join(folder, *file.split("/"))
        with open(path, "rb") as source:
            text = source.read()
        try:
            code = compile(text, path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            continue
        name = file.removesuffix(".py").replace("/", ".")
        package = name == "__init__" or name.endswith(".__init__")
        hidden.add(name.removesuffix(".__init__"), code, package)
        os.unlink(path)
    if files:
        sys.meta_path.insert(0, hidden)
