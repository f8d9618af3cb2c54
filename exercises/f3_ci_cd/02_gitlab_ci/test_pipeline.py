import pipeline
import pytest

FILE = pipeline.load()
ALWAYS = ["build", "lint", "test"]


def runs(event):
    try:
        return pipeline.runs(FILE, event)
    except pipeline.Unknown as error:
        pytest.fail(str(error), pytrace=False)


def job(name):
    assert name in pipeline.jobs(FILE), f"there must be a job {name}"
    return FILE[name]


def place_of(name):
    stages = FILE.get("stages", ["build", "test", "deploy"])
    stage = job(name).get("stage", "test")
    assert stage in stages, f"{name} is in the stage {stage}, which does not exist"
    return stages.index(stage)


@pytest.mark.parametrize("name", ["lint", "test", "build", "publish"])
def test_the_stage_exists(name):
    place_of(name)


def test_stages():
    assert FILE.get("stages") == ["check", "test", "build", "publish"], (
        "the stages must be these, in this order"
    )
    order = sorted(["publish", "build", "test", "lint"], key=place_of)
    assert order == ["lint", "test", "build", "publish"], (
        "each job must be in its own stage: lint in check, the others in theirs"
    )


@pytest.mark.parametrize("event", ["merge request", "default branch"])
def test_what_runs(event):
    assert runs(event), f"{event}: there must be a pipeline"
    assert sorted(runs(event)) == ALWAYS, (
        f"{event}: lint, test and build must run, and nothing may be published"
    )
    assert set(runs(event).values()) == {"on_success"}, "they must run by themselves"


def test_another_branch():
    assert runs("merge request"), "a merge request must have a pipeline"
    assert sorted(runs("other branch")) == [], (
        "a push to another branch must start nothing: its merge request has a pipeline, "
        "and there would be two of them"
    )


def test_a_tag():
    assert "publish" not in runs("default branch"), "only a tag may be published"
    found = runs("tag")
    assert sorted(found) == sorted([*ALWAYS, "publish"]), (
        "a tag must run all jobs, publish included"
    )
    assert found["publish"] == "manual", (
        "publish must wait until somebody presses the button"
    )
    assert {found[name] for name in ALWAYS} == {"on_success"}, (
        "the others must run by themselves"
    )


def test_the_results_are_reported():
    assert "pytest --junitxml=report.xml" in job("test")["script"], (
        "pytest writes a report"
    )
    artifacts = job("test").get("artifacts", {})
    assert artifacts.get("reports", {}).get("junit") == "report.xml", (
        "test must hand report.xml to GitLab as a JUnit report, not just as a file"
    )
    assert artifacts.get("when") == "always", (
        "the report must be there when a test has failed; by default artifacts are kept "
        "only on success"
    )


def test_the_package_is_kept_for_a_week():
    artifacts = job("build").get("artifacts", {})
    paths = [path.rstrip("/*") for path in artifacts.get("paths", [])]
    assert paths == ["dist"], "build must keep the folder dist and nothing else"
    assert artifacts.get("expire_in") in ("1 week", "7 days", "1 weeks", "1week"), (
        "the package must be kept for a week"
    )


def test_publish_uploads_what_was_built():
    publish = job("publish")
    given = publish.get("dependencies")
    if given is None and "needs" in publish:
        needs = [{"job": n} if isinstance(n, str) else n for n in publish["needs"]]
        given = [need["job"] for need in needs if need.get("artifacts", True)]
    assert given == ["build"], (
        "publish must get the files of build and of no other job; by default it gets "
        "those of all earlier stages"
    )
    assert publish["script"][-1] == "twine upload dist/*", "publish uploads dist"
    assert not any("build" in line for line in publish["script"]), (
        "publish must upload what was built and tested, not build it again"
    )


def test_no_failure_is_hidden():
    hidden = [n for n, j in pipeline.jobs(FILE).items() if j.get("allow_failure")]
    assert hidden == [], "a job that fails must be seen to fail"
    publish = [rule.get("allow_failure") for rule in job("publish").get("rules", [])]
    assert True not in publish, "a job that fails must be seen to fail"
