import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recorder import Archive, Meeting, Organisation, Person
from recorder.cli import program

Run = Callable[..., Result]
WASSIM, WASSIM2 = "a1e00001-0001", "a1e00001-0002"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.mahdar"


@pytest.fixture
def run(path: Path) -> Run:
    """Runs a command in English on an archive with two entries of one person."""
    with Archive.open(path) as archive:
        archive.write(
            Organisation(id="gloca", name="المنظمة العالمية", acronym="GLOCA"),
            Organisation(id="gloca2", name="GLOCA"),
            Person(id=WASSIM, name="وسيم الحاج", role="المدير التنفيذي", organisation_id="gloca"),
            Person(id=WASSIM2, name="وسيم حاج", title="م."),
            Meeting(id="m", title="لقاء", chair_id=WASSIM),
        )

    def run_command(*arguments: str, language: str = "en") -> Result:
        shared = ["--archive", str(path), "--language", language]
        return CliRunner().invoke(program, [*shared, *arguments])

    return run_command


def test_candidates_are_listed_with_reason_facts_and_ids(run: Run) -> None:
    assert run("duplicates", "people").output.splitlines() == [
        "The same name with or without the article",
        "  وسيم الحاج · المدير التنفيذي · GLOCA · in 1 meeting",
        f"  {WASSIM}",
        "  م. وسيم حاج",
        f"  {WASSIM2}",
    ]
    assert "The same acronym" in run("duplicates").output
    assert "وسيم" not in run("duplicates", "organisations").output


def test_an_arabic_list_is_arabic_throughout(run: Run) -> None:
    lines = run("duplicates", "people", language="ar").output.splitlines()
    assert lines[0] == "الاسم نفسه مع أل التعريف أو دونها"
    assert lines[1].endswith("في لقاء واحد")


def test_candidates_as_json_have_stable_keys(run: Run) -> None:
    (found,) = json.loads(run("duplicates", "people", "--json").output)
    assert list(found) == ["table", "first", "second", "likeness", "strength", "first_meetings",
                           "second_meetings"]  # fmt: skip
    assert found["first"]["id"] == WASSIM


def test_people_are_merged_by_name_or_id_and_separated_again(run: Run, path: Path) -> None:
    assert run("merge-people", "وسيم حاج", WASSIM).output == "Merged, and shown as: وسيم الحاج\n"
    assert run("merge-people", WASSIM2, WASSIM).output == "Nothing was to be done: وسيم الحاج\n"
    assert run("duplicates", "people").output == "Nobody seems to be there twice.\n"
    assert run("duplicates", "people", "--merged").output.splitlines()[:2] == [
        "وسيم الحاج",
        "  م. وسيم حاج",
    ]
    with Archive.open(path) as archive:
        assert len(archive.people.all()) == 1
    assert run("separate", "وسيم حاج").output == "Separated: وسيم حاج\n"
    with Archive.open(path) as archive:
        assert len(archive.people.all()) == 2
    assert run("duplicates", "people", "--merged").output == "Nobody was merged.\n"


def test_organisations_are_merged(run: Run, path: Path) -> None:
    assert run("merge-organisations", "gloca2", "المنظمه العالميه").exit_code == 0
    with Archive.open(path) as archive:
        assert [each.id for each in archive.organisations.all()] == ["gloca"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge-people", "سامر", WASSIM), "Nothing of this name"),
        (("merge-people", "a1e00001", WASSIM), "Several entries of the archive"),
        (("merge-people", WASSIM, WASSIM), "one entry named twice"),
        (("separate", "سامر"), "Nothing of this name"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert said in result.output
