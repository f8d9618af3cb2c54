"""Files that tests and the learner's code share in a split run: what lies in the folder for temporary files.

Each side has its own folder; what changes in one is told to the other, as data, with the next frame. Regular files and
folders alone: no link is followed, made or told.
"""

import base64
import os
import stat

MOST = 2000  # files and folders
SIZE = 2 * 1024 * 1024  # bytes of files in one frame


class Files:
    def __init__(self, root):
        self._root = root
        self._known = {}

    def changes(self):
        """What is new, different or gone since the last frame, folders before what they hold."""
        now = self._look()
        if not now and not self._known:
            return []
        changes = [[name, None, 0] for name in sorted(self._known.keys() - now.keys(), reverse=True)]
        size = 0
        for name in sorted(now):
            mode, data = now[name], None
            if self._known.get(name) == mode:
                continue
            if mode[0] == "f":
                data, length = self._read(name)
                size += length
                if size > SIZE:
                    raise ValueError(f"more than {SIZE // 2**20} MiB of files were changed in one call")
            changes.append([name, data, mode[1]])
        self._known = now
        return changes

    def apply(self, changes):
        if not changes:
            return
        for name, data, mode in changes:
            path = self._place(name)
            if data is None and mode == 0:
                self._remove(path)
            elif data is None:
                os.makedirs(path, exist_ok=True)
            else:
                self._write(path, base64.b64decode(data, validate=True), mode)
        self._known = self._look()

    def _place(self, name):
        parts = name.split("/") if type(name) is str else [""]
        if "\0" in name or any(part in ("", ".", "..") for part in parts):
            raise ValueError("a file outside of the shared folder was named")
        path = self._root
        for part in parts:
            if os.path.islink(path):
                raise ValueError("a link is in the way of a shared file")
            path = os.path.join(path, part)
        return path

    @staticmethod
    def _remove(path):
        try:
            if os.path.isdir(path) and not os.path.islink(path):
                os.rmdir(path)
            else:
                os.unlink(path)
        except OSError:
            pass

    @staticmethod
    def _write(path, data, mode):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_NONBLOCK
        with open(os.open(path, flags, 0o600), "wb") as file:
            file.write(data)
        os.chmod(path, mode & 0o777)

    def _read(self, name):
        with open(os.open(os.path.join(self._root, name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            data = file.read(SIZE + 1)
        return base64.b64encode(data).decode("ascii"), len(data)

    def _look(self):
        found = {}
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                entries = list(os.scandir(os.path.join(self._root, folder)))
            except OSError:
                continue
            for entry in entries:
                name = f"{folder}/{entry.name}" if folder else entry.name
                meta = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(meta.st_mode):
                    found[name] = ("d", 0o700)
                    folders.append(name)
                elif stat.S_ISREG(meta.st_mode):
                    known = (meta.st_size, meta.st_mtime_ns, meta.st_ino)
                    found[name] = ("f", stat.S_IMODE(meta.st_mode) & 0o777 | 0o400, known)
                if len(found) > MOST:
                    raise ValueError(f"more than {MOST} files are shared")
        return found
