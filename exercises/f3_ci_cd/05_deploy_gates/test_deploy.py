import pytest
import simulate

WORKFLOW = simulate.load()
ALL = ["build", "staging", "smoke", "production"]


def runs(event, failing=()):
    try:
        return simulate.runs(WORKFLOW, *simulate.EVENTS[event], failing)
    except simulate.Unknown as error:
        pytest.fail(str(error), pytrace=False)


def job(name):
    assert name in WORKFLOW["jobs"], f"there must be a job {name}"
    return WORKFLOW["jobs"][name]


def actions(name):
    return [step["uses"].split("@")[0] for step in job(name)["steps"] if "uses" in step]


def commands(name):
    return [step["run"] for step in job(name)["steps"] if "run" in step]


@pytest.mark.parametrize("event", ["push to main", "started by hand"])
def test_up_to_staging(event):
    assert runs(event) == ["build", "staging", "smoke"], (
        f"{event}: build, staging and smoke must run, and nothing may go to production"
    )


def test_a_version_goes_to_production():
    assert runs("tag v1.2.0") == ALL, (
        "the tag of a version must go all the way, one job after the other"
    )


@pytest.mark.parametrize("event", ["push to feature", "tag nightly", "pull request"])
def test_nothing_runs(event):
    assert runs(event) == [], f"{event}: nothing may be deployed, so nothing may run"


@pytest.mark.parametrize("failing", ["build", "staging", "smoke"])
def test_a_failure_stops_what_comes_after(failing):
    got = runs("tag v1.2.0", [failing])
    ignored = [name for name in ALL if "always()" in str(job(name).get("if"))]
    why = (
        "always() does not ask" if ignored else f"something does not wait for {failing}"
    )
    assert got == ALL[: ALL.index(failing) + 1], (
        f"when {failing} fails, none of the later jobs may run: {why}"
    )


@pytest.mark.parametrize("name", ["staging", "production"])
def test_environment(name):
    environment = job(name).get("environment")
    if isinstance(environment, dict):
        environment = environment.get("name")
    assert environment == name, (
        f"{name} must deploy to the environment {name}: it has the secrets, and there "
        "GitHub asks who has to approve"
    )


def test_other_jobs_have_no_secrets():
    for name in ("build", "smoke"):
        assert "environment" not in job(name), f"{name} deploys nothing"
        assert "secrets." not in str(job(name)), f"{name} needs no secret"


@pytest.mark.parametrize("name", ["staging", "production"])
def test_what_was_built_is_deployed(name):
    assert actions(name) == ["actions/download-artifact"], (
        f"{name} must take the package of build, and nothing else"
    )
    step = job(name)["steps"][0]
    assert step.get("with") == {"name": "package"}, "the artifact is called package"
    assert commands(name) == ["./deploy.sh"], (
        f"{name} must deploy what was tested, not build it again"
    )
    tokens = [step.get("env") for step in job(name)["steps"] if "run" in step]
    assert tokens == [{"TOKEN": "${{ secrets.DEPLOY_TOKEN }}"}], (
        "deploy.sh needs its token, as before"
    )


def test_build_and_smoke_are_as_they_were():
    assert commands("build") == ["./build.sh dist"], "build must do what it did"
    assert actions("build") == ["actions/checkout", "actions/upload-artifact"], (
        "build must do what it did"
    )
    assert commands("smoke") == [
        "curl --fail --retry 5 https://staging.example.com/health"
    ], "smoke must do what it did"
    hidden = [name for name in ALL if "continue-on-error" in str(job(name))]
    assert hidden == [], "a job that fails must be seen to fail"


def test_one_deployment_at_a_time():
    concurrency = WORKFLOW.get("concurrency")
    assert concurrency, "the workflow must say what may run at the same time"
    if isinstance(concurrency, str):
        concurrency = {"group": concurrency}
    assert "${{" not in concurrency["group"], (
        "main and a tag would be in different groups, and deploy at the same time: the "
        "group must be the same for every run"
    )
    assert concurrency.get("cancel-in-progress", False) is False, (
        "a deployment that has begun must not be cancelled: it would leave half of it"
    )


def test_few_rights():
    assert WORKFLOW.get("permissions") == {"contents": "read"}, (
        "as before: read, no more"
    )
    assert not any("permissions" in job(name) for name in ALL), "as before"
