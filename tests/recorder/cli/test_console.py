import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import recorder.cli.commands
from recorder import Archive, Hit, MeetingSummary
from recorder.cli import program
from recorder.cli.words import language_for
from recorder.location import default_archive_path

ALEPPO = "a1e00001-0005-4000-8000-000000000001"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in English on an archive of its own."""

    def run_command(*arguments: str, language: str = "en") -> Result:
        shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", language]
        return CliRunner().invoke(program, [*shared, *arguments])

    return run_command


@pytest.fixture
def sampled(run: Run) -> Run:
    assert run("sample").exit_code == 0
    return run


def test_the_samples_are_loaded_once(run: Run) -> None:
    assert run("sample").output == "2 sample meetings were loaded.\n"
    again = run("sample")
    assert again.output == "The sample meetings are in the archive already.\n"
    assert again.exit_code == 0


def test_meetings_are_listed_with_what_they_count(sampled: Run) -> None:
    lines = sampled("meetings").output.splitlines()
    assert lines[0] == "لقاء تشاوري في حلب يناقش أولويات التعاون وتعزيز دور المجتمع المدني"
    assert lines[1:3] == [
        "  without a date · حلب · Draft · 3 participants · 10 notes · 5 recommendations",
        "  a1e00001",
    ]
    assert "no. 2/2026 · Wednesday 13 May 2026 · حلب · In review" in lines[4]


def test_an_arabic_list_is_arabic_throughout(sampled: Run) -> None:
    lines = sampled("meetings", language="ar").output.splitlines()
    assert lines[1] == "  بلا تاريخ · حلب · مسودّة · 3 مشاركين · 10 مداخلات · 5 توصيات"
    assert "رقم 2/2026 · الأربعاء 13 أيار 2026" in lines[4]


def test_the_keys_of_json_are_those_of_a_summary(sampled: Run) -> None:
    listed = json.loads(sampled("meetings", "--json").output)
    assert len(listed) == 2
    assert list(listed[0]) == [each.name for each in fields(MeetingSummary)]
    assert "حلب" in sampled("meetings", "--json").output


def test_an_empty_archive_lists_nothing_as_words_and_as_json(run: Run, tmp_path: Path) -> None:
    Archive.open(tmp_path / "archive.mahdar").close()
    assert run("meetings").output == "The archive holds no meeting yet.\n"
    assert json.loads(run("meetings", "--json").output) == []


@pytest.mark.parametrize("command", ["meetings", "check", "rebuild"])
def test_reading_where_there_is_no_archive_makes_none(
    run: Run, tmp_path: Path, command: str
) -> None:
    done = run(command)
    assert done.exit_code == 1
    assert done.stderr.startswith("There is no archive here yet.")
    assert list(tmp_path.iterdir()) == []


def test_search_finds_what_is_spelt_otherwise(sampled: Run) -> None:
    found = sampled("search", "وساطه").output.splitlines()
    assert found[0].startswith("تغطية كلفة تدريب لجان الأحياء على الوساطة")
    assert found[1].startswith("  Note · ")
    assert found[1].endswith(" · 13 May 2026")
    assert sampled("search", "زرافة").output == "Nothing was found.\n"


def test_search_in_json_names_the_row(sampled: Run) -> None:
    hits = json.loads(sampled("search", "مدرسة", "الفجر", "--json").output)
    assert hits
    assert all(list(each) == [field.name for field in fields(Hit)] for each in hits)


def test_a_meeting_travels_through_a_file_into_another_archive(
    sampled: Run, tmp_path: Path
) -> None:
    file = tmp_path / "لقاء.json"
    assert sampled("export", "2/2026", "--to", "json", "--out", str(file)).exit_code == 0
    other = CliRunner().invoke(
        program,
        ["--archive", str(tmp_path / "other.mahdar"), "--language", "en", "import", str(file)],
    )
    assert other.exit_code == 0
    assert other.stdout.startswith("Imported: اللقاء التشاوري الثاني")
    with Archive.open(tmp_path / "other.mahdar") as archive:
        assert len(archive.meetings.record(other.stdout.splitlines()[1]).attendance) == 40


def test_importing_what_is_there_is_refused_but_as_a_copy(sampled: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "m.json")
    sampled("export", ALEPPO, "--to", "json", "--out", file)
    refused = sampled("import", file)
    assert refused.exit_code == 1
    assert "in the archive already" in refused.stderr
    assert sampled("import", file, "--as-copy").exit_code == 0
    assert len(json.loads(sampled("meetings", "--json").output)) == 3
    assert json.loads(sampled("check", "--json").output)["ok"] is True


def test_unknown_fields_are_named_on_the_error_stream(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    meeting = {"id": "m", "title": "لقاء", **{f"later{count}": 1 for count in range(7)}}
    file.write_text(json.dumps({"format": "mahdar.meeting", "version": 1, "meeting": meeting}))
    done = run("import", str(file))
    assert done.exit_code == 0
    assert done.stdout == "Imported: لقاء\nm\n"
    warned = done.stderr.splitlines()
    assert warned[0].startswith("7 fields of the file are not known")
    assert warned[1] == "  meeting.later0"
    assert warned[-1] == "  …"


def test_a_malformed_file_changes_nothing_and_says_where(sampled: Run, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    agenda = [{"id": "a"}, {"id": "b"}, {"id": "c", "title": 5}]
    whole = {"format": "mahdar.meeting", "version": 1, "meeting": {"id": "m"}, "agenda": agenda}
    file.write_text(json.dumps(whole))
    done = sampled("import", str(file))
    assert done.exit_code == 1
    assert "text was expected at agenda[2].title" in done.stderr
    assert len(json.loads(sampled("meetings", "--json").output)) == 2


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("a1e0000", "Several meetings begin like this."),
        ("3/2026", "This is not in the archive"),
        ("", "This is not in the archive"),
    ],
)
def test_a_meeting_that_is_not_told_clearly_is_refused(
    sampled: Run, tmp_path: Path, wanted: str, said: str
) -> None:
    done = sampled("export", wanted, "--to", "json", "--out", str(tmp_path / "m.json"))
    assert done.exit_code == 1
    assert done.stderr.startswith(said)
    assert not (tmp_path / "m.json").exists()


def test_a_file_that_cannot_be_written_says_what_to_do(sampled: Run, tmp_path: Path) -> None:
    target = str(tmp_path / "none" / "m.json")
    done = sampled("export", ALEPPO, "--to", "json", "--out", target, language="ar")
    assert done.exit_code == 1
    assert done.stderr.startswith("لا يمكن الكتابة في هذا المكان")


def test_check_and_rebuild_say_how_much_they_read(sampled: Run) -> None:
    report = json.loads(sampled("check", "--json").output)
    assert list(report) == ["ok", "changes", "rows", "waiting", "problems", "missing"]
    assert report["problems"] == []
    assert sampled("check").output == (
        f"The archive is whole: {report['changes']} changes were checked.\n"
    )
    assert sampled("rebuild").output == f"{report['rows']} rows were made anew.\n"


def test_check_fails_where_a_table_differs_from_the_log_and_rebuild_mends_it(
    sampled: Run, tmp_path: Path
) -> None:
    _tamper(tmp_path / "archive.mahdar")
    found = sampled("check")
    assert found.exit_code == 1
    assert "A table differs from the log" in found.stderr
    listed = sampled("check", "--json")
    assert listed.exit_code == 1
    problems = json.loads(listed.stdout)["problems"]
    assert {each["code"] for each in problems} == {"table"}
    assert f"meeting/{ALEPPO}" in {each["data"] for each in problems}
    sampled("rebuild")
    assert sampled("check").exit_code == 0


def _tamper(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meeting SET city = 'دمشق'")
    connection.commit()
    connection.close()


def test_an_archive_in_use_is_left_alone(sampled: Run, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.mahdar"):
        done = sampled("rebuild")
    assert done.exit_code == 1
    assert "Close it there" in done.stderr


def test_a_file_that_is_no_archive_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "archive.mahdar"
    path.write_bytes(b"not an archive" * 1000)
    done = run("meetings")
    assert done.exit_code == 1
    assert "it was not touched" in done.stderr
    assert path.read_bytes() == b"not an archive" * 1000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["applaud"], "There is no such command: applaud"),
        (["meetings", "--loud"], "There is no such option: --loud"),
        (["export"], "Something is missing: meeting"),
        (["search"], "Something is missing: words"),
        (["export", "m", "--to", "odt", "--out", "f"], "This value cannot be used: --to"),
        (["export", "m", "--to", "json", "--out"], "This option is not complete: --out"),
        (["meetings", "more"], "A command is missing, or its arguments do not fit it."),
        (
            ["export", "m", "--to", "json", "--out", "f", "--digits", "arab"],
            "A command is missing, or its arguments do not fit it.",
        ),
        ([], "A command is missing, or its arguments do not fit it."),
    ],
)
def test_a_wrong_command_line_ends_with_two_and_a_sentence(
    run: Run, arguments: list[str], said: str
) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [said, "--help shows what there is."]


def test_nothing_at_all_shows_the_help() -> None:
    done = CliRunner().invoke(program, [], env={"LC_ALL": "en_GB.UTF-8"})
    assert done.exit_code == 2
    assert "List the meetings." in done.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", ["الاستعمال: ", "الخيارات:", "الأوامر:", "عرض اللقاءات."]),
        ("en", ["Usage: ", "List"]),
    ],
)
def test_help_speaks_the_language(run: Run, language: str, said: list[str]) -> None:
    help_page = run("--help", language=language).output
    assert all(each in help_page for each in said)


def test_every_help_text_is_translated(run: Run) -> None:
    for arguments in [[], *([name] for name in program.commands)]:
        page = run(*arguments, "--help", language="ar").output
        words = [line.strip() for line in page.splitlines() if line.startswith("  ")]
        assert words
        assert all(any("\u0620" <= letter <= "\u064a" for letter in line) for line in words)


def test_an_unexpected_error_is_one_sentence_and_its_details_are_for_debugging(
    sampled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(recorder.cli.exporting, "find_meeting", fail)
    arguments = ("export", ALEPPO, "--to", "json", "--out", "m.json")
    done = sampled(*arguments)
    assert done.exit_code == 1
    assert done.stderr.startswith("Something unexpected went wrong")
    assert "Traceback" not in done.output
    debugged = sampled("--debug", *arguments)
    assert debugged.exit_code == 1
    assert "ZeroDivisionError: nobody thought of this" in debugged.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "ar_SY.UTF-8"}, "ar"),
        ([], {"LANG": "fr_FR.UTF-8"}, "ar"),
        ([], {"LANG": "C.UTF-8"}, "ar"),
        ([], {"LC_ALL": "ar_SY", "LANG": "en_GB"}, "ar"),
        (["--language", "en"], {"LANG": "ar_SY"}, "en"),
        (["--language=en", "meetings"], {"LANG": "ar_SY"}, "en"),
        (["meetings", "--language"], {"LANG": "en_GB"}, "en"),
        (["--language", "fr"], {"LANG": "en_GB"}, "en"),
    ],
)
def test_the_language_is_the_asked_one_then_the_locale_then_arabic(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_for(arguments, environment) == language


def test_the_archive_is_where_the_environment_says_or_in_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MAHDAR_ARCHIVE", str(tmp_path / "mine.mahdar"))
    assert default_archive_path() == tmp_path / "mine.mahdar"
    monkeypatch.delenv("MAHDAR_ARCHIVE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_archive_path().is_relative_to(tmp_path)
    assert default_archive_path().name == "archive.mahdar"


def test_the_author_is_written_with_what_is_done(run: Run, tmp_path: Path) -> None:
    run("--author", "هبة", "sample")
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        assert archive.author == "هبة"


def test_a_real_process_speaks_arabic_through_a_pipe_of_any_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "recorder", "--archive", str(tmp_path / "a.mahdar")]
    for arguments, code in ((["sample"], 0), (["meetings"], 0), (["import", "none.json"], 1)):
        done = subprocess.run(
            [*command, *arguments], capture_output=True, env=environment, check=False
        )
        assert done.returncode == code
        assert "Traceback" not in done.stderr.decode()
        assert re.match("[\u0620-\u064a]", (done.stdout or done.stderr).decode())
