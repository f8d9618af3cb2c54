import mmap
import os
import shutil
import stat
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "data.txt")
    path.write_text("hello")
    path.chmod(0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    os.utime(path, (1, 2))
    assert path.stat().st_mtime == 2
    copy = Path(shutil.copy2(path, Path(folder, "copy")))
    assert copy.read_text() == "hello"
    copy.rename(Path(folder, "moved"))
    Path(folder, "link").symlink_to("moved")
    os.link(path, Path(folder, "hard"))
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as view:
        assert view[:] == b"hello"
    os.mkfifo(Path(folder, "pipe"))
Path.home().joinpath("settings").write_text("x")
Path("here.txt").write_text("x")
with tempfile.NamedTemporaryFile() as file:
    file.write(b"x")
assert open("/dev/urandom", "rb").read(4) and not open(os.devnull).read()
print("ok")
