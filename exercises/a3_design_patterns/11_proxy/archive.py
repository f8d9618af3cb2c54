class Archive:
    """Old letters. Opening it takes a while, and so does each search."""

    def __init__(self):
        print("(opening the archive)")
        self.keeper = "Ada"
        self.letters = {1901: "Dear Bob", 1902: "Dear Cy"}

    def search(self, year):
        print(f"(searching {year})")
        return self.letters.get(year)

    def burn(self, year):
        return self.letters.pop(year)

    def __len__(self):
        return len(self.letters)
