# tries: a link where the test looks for a file
everything(None)


def save(path):
    with open("somewhere", "w") as file:
        file.write("saved")
    os.symlink(os.path.abspath("somewhere"), path)
