from pathlib import Path

import pytest
import yaml

REVIEW = Path(__file__).with_name("review.yaml")
KINDS = {"correctness", "security", "resources", "errors"}

# first and last line of a finding, its kind, and the method that it is in
DEFECTS = [
    (10, 10, "security", "the constants"),
    (20, 23, "correctness", "add"),
    (29, 30, "security", "of_article"),
    (36, 36, "correctness", "total"),
    (42, 43, "correctness", "average"),
    (47, 50, "resources", "export"),
    (57, 60, "errors", "report"),
]


def findings():
    """The findings of the review; each needs a line, a kind and a note."""
    try:
        review = yaml.safe_load(REVIEW.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise AssertionError(f"review.yaml is no YAML: {error}") from None
    assert isinstance(review, list), "review.yaml must be a list of findings"
    for finding in review:
        assert isinstance(finding, dict) and set(finding) == {"line", "kind", "note"}, (
            f"a finding must have line, kind and note, and nothing else: {finding}"
        )
        assert isinstance(finding["line"], int), f"line must be a number: {finding}"
    return review


def points_at(finding, defect):
    first, last, kind, _ = defect
    return first - 1 <= finding["line"] <= last + 1 and finding["kind"] == kind


def test_the_review_can_be_read():
    for finding in findings():
        assert finding["kind"] in KINDS, (
            f"the kind must be one of {', '.join(sorted(KINDS))}: {finding}"
        )
        assert len(str(finding["note"]).split()) >= 4, (
            "a note must tell the author what can happen, in a sentence: the one at "
            f"line {finding['line']} is too short"
        )


def test_findings_are_about_what_could_go_wrong():
    wrong = [
        finding["line"]
        for finding in findings()
        if not any(points_at(finding, defect) for defect in DEFECTS)
    ]
    if len(wrong) > 2:
        pytest.fail(
            "at most two findings may be wrong; at these lines there is no defect, or "
            f"it is of another kind: {wrong}",
            pytrace=False,
        )


def test_the_defects_are_found():
    review = findings()
    missed = [
        place
        for *span, place in DEFECTS
        if not any(points_at(finding, (*span, place)) for finding in review)
    ]
    if len(missed) > 1:
        pytest.fail(
            f"{7 - len(missed)} of 7 defects are found, and 6 are wanted; look again at "
            + ", ".join(missed),
            pytrace=False,
        )


def test_each_defect_is_named_once():
    review = findings()
    for defect in DEFECTS:
        lines = [finding["line"] for finding in review if points_at(finding, defect)]
        assert len(lines) <= 1, (
            f"one finding for a defect is enough: {lines} are about the same one"
        )
