import subprocess


def git(*args):
    names = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    return subprocess.run(["git", *names, *args], check=True, capture_output=True, text=True).stdout


git("init", "-q", "repo")
open("repo/a.txt", "w").write("a")
git("-C", "repo", "add", "a.txt")
git("-C", "repo", "commit", "-q", "-m", "one")
assert "one" in git("-C", "repo", "log", "--oneline")
git("clone", "-q", "repo", "copy")
print("ok")
