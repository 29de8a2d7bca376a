"""The search of the console: filters by names, lines with marks, JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from recorder import Archive, Meeting, Note, Organisation, Person, Series, Speaker, Theme
from recorder.cli import program

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the search in English on an archive of two meetings."""
    path = tmp_path / "archive.mahdar"
    with Archive.open(path) as archive:
        archive.write(
            Organisation(id="gloca", name="المنظمة العالمية", acronym="GLOCA"),
            Person(id="wassim", name="وسيم الحاج", organisation_id="gloca"),
            Person(id="huda", name="هدى الحاج"),
            Theme(id="water", title="المياه"),
            Series(id="aleppo", title="لقاءات حلب"),
            Meeting(id="m1", number="1/2026", title="لقاء حلب", date="2026-05-13",
                    series_id="aleppo"),
            Meeting(id="m2", number="2/2026", title="لقاء حماة", date="2026-06-01"),
            Note(id="n1", meeting_id="m1", text="الماء منقطع", speaker=Speaker("wassim")),
            Note(id="n2", meeting_id="m2", text="الماء وفير", speaker=Speaker("huda"),
                 kind="question"),
        )  # fmt: skip

    def search(*arguments: str, color: bool = False) -> Result:
        shared = ["--archive", str(path), "--language", "en", "search"]
        return CliRunner().invoke(program, [*shared, *arguments], color=color)

    return search


def found(done: Result) -> list[str]:
    assert done.exit_code == 0, done.output
    return [hit["row_id"] for hit in json.loads(done.output)]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--meeting", "1/2026"], ["n1"]),
        (["--series", "لقاءات حلب"], ["n1"]),
        (["--speaker", "وسيم"], ["n1"]),
        (["--speaker", "huda"], ["n2"]),
        (["--organisation", "gloca"], ["n1"]),
        (["--theme", "المياه"], []),
        (["--kind", "question"], ["n2"]),
        (["--kind", "question", "--kind", "decision"], ["n2"]),
        (["--from", "2026-05-14"], ["n2"]),
        (["--to", "2026-05-13"], ["n1"]),
        (["--limit", "1"], ["n2"]),
    ],
)
def test_an_option_confines_the_search(run: Run, options: list[str], ids: list[str]) -> None:
    assert found(run("الماء", *options, "--json")) == ids


def test_a_filter_alone_lists_what_it_selects(run: Run) -> None:
    assert found(run("--meeting", "1/2026", "--kind", "note", "--json")) == ["n1"]


def test_a_line_says_what_was_found_who_said_it_where_and_when(run: Run) -> None:
    lines = run("منقطع").output.splitlines()
    assert lines == ["الماء منقطع", "  Note · وسيم الحاج · لقاء حلب · 13 May 2026"]


def test_what_was_found_is_bold_in_a_terminal_alone(run: Run) -> None:
    bold = click.style("منقطع", bold=True)
    assert bold in run("منقطع", color=True).output
    assert "\x1b" not in run("منقطع").output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--speaker", "الحاج"], "Several entries of the archive fit this name."),
        (["--speaker", "زرافة"], "Nothing of this name is in the archive: زرافة"),
        (["--meeting", "9/2026"], "This is not in the archive"),
    ],
)
def test_a_name_that_fits_none_or_several_is_refused(
    run: Run, options: list[str], said: str
) -> None:
    done = run("الماء", *options)
    assert done.exit_code == 1
    assert done.stderr.startswith(said)


@pytest.mark.parametrize(
    "options", [["--kind", "giraffe"], ["--from", "yesterday"], ["--limit", "0"]]
)
def test_a_filter_that_cannot_be_is_wrong_use(run: Run, options: list[str]) -> None:
    assert run("الماء", *options).exit_code == 2
