# tries: files outside of the shared folder, and links
everything(None)
tell = type(worker())._files if hasattr(type(worker()), "_files") else None
PLACES = ["../x", "/etc/x", "a/../../x", "", ".", "..", "a//b", "a\0b"]
files = worker()._files
changes = type(files).changes


def more(self):
    return changes(self) + [[place, "c2F2ZWQ=", 0o644] for place in PLACES[:1]]


def save(path):
    os.symlink("/etc/hostname", path)
    type(files).changes = more
