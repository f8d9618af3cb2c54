import pipeline
import pytest
from pipeline import Call

SOURCE = pipeline.FILE.read_text(encoding="utf-8")
FILE, BROKEN = pipeline.parse(SOURCE)
COMMANDS = {
    "Lint": ["ruff check ."],
    "Test": ["pip install -r requirements.txt", "pytest --junitxml=report.xml"],
    "Publish": ["python -m build", "twine upload dist/*"],
}


def declared():
    """The block `pipeline { … }`."""
    assert BROKEN == [], "these lines are no Groovy"
    names = [call.name for call in FILE.body]
    assert names == ["pipeline"], (
        "the file must be one block pipeline { … }: that is the declarative style"
    )
    return FILE.body[0]


def block(outer, name):
    found = outer.one(name)
    place = " ".join([outer.name, *outer.arguments])
    assert found is not None, f"there must be one block {name} in {place}"
    return found


def stage(name):
    found = [
        s for s in block(declared(), "stages").all("stage") if s.arguments == [name]
    ]
    assert len(found) == 1, f"there must be one stage {name}"
    return found[0]


def commands(call):
    return [(sh.arguments or [sh.named.get("script")])[0] for sh in call.deep("sh")]


def test_it_is_a_declarative_pipeline():
    known = {"agent", "options", "environment", "stages", "post", "triggers", "tools"}
    unknown = [call.name for call in declared().body if call.name not in known]
    assert unknown == [], "a declarative pipeline has no such blocks"


def test_stages():
    stages = block(declared(), "stages").all("stage")
    assert [call.arguments for call in stages] == [["Lint"], ["Test"], ["Publish"]], (
        "there must be these stages, in this order"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_commands(name):
    steps = block(stage(name), "steps")
    assert commands(steps) == COMMANDS[name], f"{name} must run these commands"
    hidden = [call.line for call in steps.deep("catchError")]
    assert hidden == [] and "|| true" not in str(commands(steps)), (
        "a stage that fails must be seen to fail"
    )


def test_the_container():
    agent = block(declared(), "agent")
    docker = agent.one("docker")
    assert docker is not None, "the agent of the pipeline must be a docker container"
    image = docker.one("image")
    assert (image.arguments if image else docker.arguments) == ["python:3.13-slim"], (
        "the container must be of this image"
    )
    others = [
        s.arguments[0]
        for s in block(declared(), "stages").all("stage")
        if s.one("agent")
    ]
    assert others == [], "no stage may run elsewhere"


def test_publish_on_main_only():
    when = block(stage("Publish"), "when")
    branches = [call.arguments for call in when.all("branch")]
    assert branches == [["main"]] and len(when.body) == 1, (
        "Publish must have a condition: the branch main"
    )
    others = [name for name in ("Lint", "Test") if stage(name).one("when")]
    assert others == [], "these stages must run on every branch"


def test_the_report_is_there_when_tests_fail():
    late = [call.line for call in block(stage("Test"), "steps").deep("junit")]
    assert late == [], (
        "after a step that fails, the next ones are not run: the report must not be "
        "one of the steps"
    )
    places = [stage("Test").one("post"), declared().one("post")]
    reports = [
        report.arguments
        for post in places
        if post
        for always in post.all("always")
        for report in always.all("junit")
    ]
    assert reports == [["report.xml"]], (
        "the report must be handed over always, after the tests"
    )


def test_the_token():
    token = block(stage("Publish"), "environment").variables.get("TWINE_PASSWORD")
    assert isinstance(token, Call) and token.name == "credentials", (
        "TWINE_PASSWORD must come from the credentials of Jenkins"
    )
    assert token.arguments == ["pypi-token"], "the credential is called pypi-token"
    assert SOURCE.count("pypi-token") == 1 and not declared().one("environment"), (
        "no other stage may have the token"
    )


def test_no_secret_in_a_command():
    lines = SOURCE.splitlines()
    filled = [
        lines[sh.line - 1].strip()
        for sh in declared().deep("sh")
        if "${" in lines[sh.line - 1] or "TWINE_PASSWORD" in lines[sh.line - 1]
    ]
    assert filled == [], (
        "what Groovy puts into a command is seen by everybody who can list processes "
        "or read the log"
    )


def test_a_build_that_hangs_is_ended():
    timeout = block(declared(), "options").one("timeout")
    assert timeout is not None, "the pipeline must have a timeout"
    assert timeout.named in (
        {"time": "20", "unit": "MINUTES"},
        {"time": "1200", "unit": "SECONDS"},
        {"time": "20"},
    ), "the timeout must be 20 minutes"


def test_a_failure_is_told():
    failure = block(block(declared(), "post"), "failure")
    mails = [mail.named.get("to") for mail in failure.all("mail")]
    assert mails == ["team@example.com"], "when a build fails, the team must get a mail"
