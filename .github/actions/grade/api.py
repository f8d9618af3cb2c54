"""The service's API: requests with bounded answers, and reports out of artifacts that nobody trusts.

Owns the token. It goes to the API's own address and to no other, also where an answer leads elsewhere.
"""

import io
import json
import os
import urllib.error
import urllib.parse
import urllib.request
import zipfile

LARGEST_ANSWER = 8 * 1024 * 1024
LARGEST_ARTIFACT = 8 * 1024 * 1024
LARGEST_REPORT = 16 * 1024 * 1024
PAGES = 10
REPORT = "report.json"


class Unusable(Exception):
    """Why there is nothing to go on with, in words that hold nothing of what was received."""


class Api:
    def __init__(self):
        self.address = os.environ["GITHUB_API_URL"].rstrip("/")
        self.repository = os.environ["GITHUB_REPOSITORY"]
        self.token = os.environ["GH_TOKEN"]

    def call(self, method, path, body=None, **query):
        """An answer's JSON. `path` starts below the repository."""
        address = f"{self.address}/repos/{self.repository}/{path}"
        if query:
            address += "?" + urllib.parse.urlencode(query)
        answer = self.open(method, address, body)
        with answer:
            return json.loads(limited(answer, LARGEST_ANSWER) or b"null")

    def pages(self, path, within=None, **query):
        """All entries of a list; `within` names the list where it is a part of the answer."""
        for page in range(1, PAGES + 1):
            answer = self.call("GET", path, per_page=100, page=page, **query)
            entries = answer[within] if within else answer
            yield from entries
            if len(entries) < 100:
                return

    def open(self, method, address, body=None, with_token=True):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(address, data=data, method=method)
        request.add_header("User-Agent", "prolings")
        if with_token:
            request.add_header("Accept", "application/vnd.github+json")
            request.add_header("X-GitHub-Api-Version", "2022-11-28")
            request.add_header("Authorization", f"Bearer {self.token}")
        if data is not None:
            request.add_header("Content-Type", "application/json")
        return OPENER.open(request, timeout=60)

    def artifacts(self, run):
        """The artifacts of a run that are still there."""
        found = self.pages(f"actions/runs/{run}/artifacts", within="artifacts")
        return [artifact for artifact in found if not artifact["expired"]]

    def report(self, artifact):
        """The bytes of the report in an artifact."""
        if artifact["size_in_bytes"] > LARGEST_ARTIFACT:
            raise Unusable("the artifact is too large")
        address = f"{self.address}/repos/{self.repository}/actions/artifacts/{int(artifact['id'])}/zip"
        return unpacked(self.follow(address))

    def follow(self, address):
        """What stands at an address, or at the one that it leads to: that is no part of the API and gets no token."""
        try:
            answer = self.open("GET", address)
        except urllib.error.HTTPError as error:
            if error.code not in (301, 302, 303, 307, 308):
                raise
            place = error.headers.get("Location", "")
            error.close()
            if not place.startswith(("https://", f"{self.address}/")):
                raise Unusable("the artifact's address cannot be used") from None
            answer = self.open("GET", place, with_token=False)
        with answer:
            return limited(answer, LARGEST_ARTIFACT)


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirects)


def limited(answer, most):
    content = answer.read(most + 1)
    if len(content) > most:
        raise Unusable("an answer is too large")
    return content


def unpacked(content):
    """The report in a zip file, which is read in memory and never laid out on the disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [entry for entry in archive.infolist() if entry.filename == REPORT]
            if len(found) != 1:
                raise Unusable(f"the artifact has not one {REPORT}")
            plain = found[0].compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            if not plain or found[0].flag_bits & 1:
                raise Unusable("the artifact is packed in another way")
            with archive.open(found[0]) as file:
                return limited(file, LARGEST_REPORT)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        raise Unusable("the artifact is no zip file") from None
