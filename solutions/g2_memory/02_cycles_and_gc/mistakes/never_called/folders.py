import weakref


class Folder:
    """A folder in a tree. It knows the folders in it, and the folder that it is in."""

    def __init__(self, name, parent=None, size=0):
        self.name = name
        self.parent = None if parent is None else weakref.ref(parent)
        self.own_size = size
        self.children = []
        if parent is not None:
            parent.children.append(self)



    def path(self):
        parent = self.parent
        if parent is None:
            return self.name
        return f"{parent.path()}/{self.name}"

    def size(self):
        return self.own_size + sum(child.size() for child in self.children)

    def run(self, command):
        """Do what the user typed: "path" or "size"; anything else is a KeyError."""
        methods = {"path": self.path, "size": self.size}
        return methods[command]()


if __name__ == "__main__":
    import gc

    gc.disable()
    home = Folder("home")
    ada = Folder("ada", home, 30)
    print(ada.run("path"), home.run("size"))
    seen = [weakref.ref(folder) for folder in (home, ada)]
    del home, ada
    print("left over:", [ref().name for ref in seen if ref() is not None])
