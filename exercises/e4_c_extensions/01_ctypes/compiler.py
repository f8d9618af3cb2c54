"""Makes a shared library of a C file, with the compiler of this machine."""

import subprocess
from pathlib import Path


def compiled(source, folder):
    """Compile the C file into the folder; return the path of the library."""
    library = Path(folder, Path(source).stem + ".so")
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source)], check=True
    )
    return library
