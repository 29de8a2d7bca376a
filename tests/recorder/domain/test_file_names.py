import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.file_names import MOST_BYTES, clean_file_name, with_ending


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("تقرير اللقاء.pdf", "تقرير اللقاء.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\layla\\صورة.jpg", "صورة.jpg"),
        ("folder/", "folder"),
        ("فاتورة\u202efdp.exe", "فاتورةfdp.exe"),
        ("a\u200fb\u2066c\u061cd.txt", "abcd.txt"),
        ("سطر\nثانٍ\t.txt", "سطرثانٍ.txt"),
        ("می‌خواهم.docx", "می‌خواهم.docx"),
        ('a<b>c:"d|e?f*g.pdf', "a_b_c__d_e_f_g.pdf"),
        ("CON.txt", "_CON.txt"),
        ("console.txt", "console.txt"),
        (".bashrc", "bashrc"),
        ("نهاية. ", "نهاية"),
        ("", "file"),
        ("\u202e/\u202e", "file"),
    ],
)
def test_a_name_loses_what_is_not_seen_and_what_systems_refuse(given_name: str, kept: str) -> None:
    assert clean_file_name(given_name) == kept


def test_a_long_name_keeps_its_ending_and_no_half_letter() -> None:
    name = clean_file_name("م" * 300 + ".pdf")
    assert name.endswith("م.pdf")
    assert len(name.encode()) <= MOST_BYTES
    assert len(clean_file_name("a." + "b" * 300).encode()) <= MOST_BYTES


def test_another_ending_takes_the_place_of_the_old_one() -> None:
    assert with_ending("صورة.webp", "jpg") == "صورة.jpg"
    assert with_ending("صورة", "jpg") == "صورة.jpg"
    assert with_ending("م" * 300 + ".webp", "jpg").endswith("م.jpg")


@given(st.text(max_size=400))
def test_a_clean_name_is_clean_and_stays_so(name: str) -> None:
    kept = clean_file_name(name)
    assert clean_file_name(kept) == kept
    assert 0 < len(kept.encode()) <= MOST_BYTES
    assert not set(kept) & set('/\\<>:"|?*\n\u202e\u2066\u200f')
    assert all(unicodedata.category(each) not in {"Cc", "Cs"} for each in kept)
