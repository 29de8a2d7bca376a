"""A photograph enters as what it shows, and with nothing that it tells besides."""

import random
import tracemalloc
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from recorder import Archive, Attachment, FileTooLargeError, Meeting, PhotographError, new_id
from recorder.storage import photographs
from recorder.storage.file_kinds import picture_kind
from recorder.storage.photographs import KEPT_PIXELS, LONGEST_SIDE, MOST_PIXELS, redrawn
from tests.recorder.archive.pictures import (
    CANARY,
    TELLING,
    corners,
    exif,
    jpeg_that_tells,
    png_bomb,
    quarters,
    saved,
)

UPRIGHT = ["red", "green", "blue", "white"]
# How a camera that was held so stores the upright picture.
AS_HELD = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip


@pytest.fixture
def meeting(archive: Archive) -> str:
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    return "m"


def attached(archive: Archive, content: bytes, name: str, **more: bool) -> Attachment:
    row = Attachment(id=new_id(), meeting_id="m", name=name)
    archive.attachments.add(row, BytesIO(content), **more)
    return archive.attachments.get(row.id)


def shown(archive: Archive, row: Attachment) -> Image.Image:
    return Image.open(BytesIO(b"".join(archive.attachments.open(row.id))))


def drawn(content: bytes, kind: str) -> Image.Image:
    return Image.open(BytesIO(redrawn(BytesIO(content), kind).content))


## What it tells stays outside


@pytest.mark.parametrize("ending", TELLING)
def test_no_byte_of_what_a_photograph_tells_reaches_the_archive(
    archive: Archive, meeting: str, ending: str
) -> None:
    content = TELLING[ending]()
    assert CANARY.encode() in content
    row = attached(archive, content, f"صورة.{ending}")
    picture = shown(archive, row)
    assert corners(picture) == UPRIGHT
    assert dict(picture.getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & picture.info.keys()
    archive.close()
    on_disk = b"".join(each.read_bytes() for each in archive.path.parent.iterdir())
    assert CANARY.encode() not in on_disk


def test_the_original_is_kept_byte_for_byte_only_when_somebody_insists(
    archive: Archive, meeting: str
) -> None:
    content = jpeg_that_tells()
    row = attached(archive, content, "صورة.jpg", keep_original=True)
    assert b"".join(archive.attachments.open(row.id)) == content
    assert (row.name, row.mime, row.size) == ("صورة.jpg", "image/jpeg", len(content))


def test_a_photograph_that_enters_twice_is_kept_once(archive: Archive, meeting: str) -> None:
    rows = [attached(archive, jpeg_that_tells(), "صورة.jpg") for _ in range(2)]
    assert rows[0].sha256 == rows[1].sha256
    count = archive._file.database.execute("SELECT count(*) FROM blob").fetchone()
    assert count == (1,)


## What it shows is right


@pytest.mark.parametrize("orientation", AS_HELD)
def test_a_photograph_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    held = AS_HELD[orientation]
    stored = quarters() if held is None else quarters().transpose(held)
    content = saved(stored, "JPEG", exif=exif(orientation), quality=95)
    picture = drawn(content, "jpeg")
    assert picture.size == (160, 80)
    assert corners(picture) == UPRIGHT


def test_an_odd_orientation_turns_nothing() -> None:
    told = exif()
    told[0x0112] = 77
    assert corners(drawn(saved(quarters(), "PNG", exif=told), "png")) == UPRIGHT


def test_pixels_that_are_whole_are_kept_beside_exif_that_is_not() -> None:
    content = saved(quarters(), "JPEG", exif=b"Exif\0\0II*\0" + b"\xff" * 40, quality=95)
    assert corners(drawn(content, "jpeg")) == UPRIGHT


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "RGB"])
def test_every_kind_of_colour_ends_as_one_that_word_shows(mode: str) -> None:
    content = saved(quarters().convert(mode), "TIFF" if mode == "1" else "JPEG")
    if mode == "1":
        content = saved(quarters().convert(mode), "PNG")
    picture = drawn(content, picture_kind(content) or "")
    assert picture.mode in {"L", "RGB"}
    if mode in {"CMYK", "RGB"}:
        assert corners(picture) == UPRIGHT


def test_a_deep_grey_scan_keeps_its_shades() -> None:
    scan = Image.new("I;16", (3, 1))
    for at, shade in enumerate((0, 128 * 257, 65_535)):
        scan.putpixel((at, 0), shade)
    picture = drawn(saved(scan, "PNG"), "png")
    assert [picture.getpixel((at, 0)) for at in range(3)] == [0, 128, 255]


def test_what_is_seen_through_stays_so() -> None:
    stamp = quarters().convert("RGBA")
    stamp.paste((0, 0, 0, 0), (0, 0, 80, 40))
    for form in ("PNG", "WEBP"):
        content = saved(stamp, form, lossless=True)
        picture = drawn(content, form.lower())
        assert (picture.format, picture.getpixel((10, 10))[3]) == ("PNG", 0)
        assert picture.getpixel((150, 10)) == (30, 200, 30, 255)


def test_a_palette_with_a_hole_in_it_is_seen_through() -> None:
    palette = quarters().quantize(8)
    content = saved(palette, "GIF", transparency=palette.getpixel((10, 10)))
    assert drawn(content, "gif").getpixel((10, 10))[3] == 0


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    others = [Image.new("RGB", (160, 80), colour) for colour in ("black", "yellow")]
    for form in ("GIF", "WEBP", "PNG"):
        content = saved(quarters(), form, save_all=True, append_images=others, quality=95)
        picture = drawn(content, form.lower())
        assert getattr(picture, "n_frames", 1) == 1
        assert corners(picture) == UPRIGHT


def test_a_phone_s_wide_colours_are_turned_into_those_of_every_screen() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    content = saved(quarters(), "JPEG", icc_profile=lab.tobytes(), quality=95)
    # A profile that does not fit its picture is passed over; the colours stay as they are.
    assert corners(drawn(content, "jpeg")) == UPRIGHT
    swapped = saved(quarters(), "PNG", icc_profile=_profile_with_red_and_blue_swapped())
    assert corners(drawn(swapped, "png")) == ["blue", "green", "red", "white"]


def _profile_with_red_and_blue_swapped() -> bytes:
    """sRGB whose red primary is blue: a reader that heeds profiles sees the other colour."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")


def test_a_large_photograph_is_kept_within_limits_and_in_its_proportions() -> None:
    for size in ((6_000, 4_000), (12_000, 1_000)):
        picture = drawn(saved(Image.new("RGB", size), "JPEG"), "jpeg")
        assert max(picture.size) <= LONGEST_SIDE
        assert picture.width * picture.height <= KEPT_PIXELS
        assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.01)


def test_a_screenshot_stays_sharp_and_a_photograph_as_png_becomes_a_jpeg() -> None:
    assert redrawn(BytesIO(saved(quarters(), "PNG")), "png").kind == "png"
    noise = Image.effect_noise((1_600, 1_600), 90).convert("RGB")
    noise.putpixel((0, 0), (255, 0, 0))
    blurred = Image.merge("RGB", [noise.getchannel(0).rotate(90 * turn) for turn in range(3)])
    assert redrawn(BytesIO(saved(blurred, "PNG")), "png").kind == "jpeg"


def test_the_name_follows_what_the_picture_became(archive: Archive, meeting: str) -> None:
    row = attached(archive, saved(quarters(), "WEBP"), "لوح.webp")
    assert (row.name, row.mime) == ("لوح.jpg", "image/jpeg")


## What is refused


def test_a_bomb_is_refused_before_it_is_decoded(archive: Archive, meeting: str) -> None:
    bomb = png_bomb(30_000)  # 900 million pixels
    tracemalloc.start()
    with pytest.raises(PhotographError) as refused:
        attached(archive, bomb, "قنبلة.png")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.data["reason"] == "pixels"
    assert peak < len(bomb) * 3 + 2**20
    assert archive.attachments.all("m") == []


def test_a_jpeg_larger_than_memory_allows_is_read_at_a_fraction_and_others_are_not() -> None:
    side = int(MOST_PIXELS**0.5) + 100
    large = Image.new("L", (side, side), 200)
    assert drawn(saved(large, "JPEG"), "jpeg").getpixel((9, 9)) == 200
    for content, kind in ((saved(large, "JPEG", progressive=True), "jpeg"),
                          (saved(large, "PNG", compress_level=1), "png")):  # fmt: skip
        with pytest.raises(PhotographError, match="pixels"):
            redrawn(BytesIO(content), kind)


@pytest.mark.parametrize("ending", ["heic", "tiff", "dng", "jxl"])
def test_a_picture_that_cannot_be_cleaned_is_refused_with_its_reason(
    archive: Archive, meeting: str, ending: str
) -> None:
    heads = {"heic": b"\0\0\0\x18ftypheic", "jxl": b"\xff\x0a"}
    content = heads.get(ending, b"II*\0") + CANARY.encode()
    with pytest.raises(PhotographError) as refused:
        attached(archive, content, f"صورة.{ending}")
    assert refused.value.data["reason"] == "kind"
    with pytest.raises(PhotographError):
        attached(archive, content, "صورة.bin")  # whatever it is called
    assert archive.attachments.all("m") == []


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif", "bmp"])
def test_a_picture_that_was_cut_off_is_refused_and_nothing_is_kept(
    archive: Archive, meeting: str, ending: str
) -> None:
    form = {"jpg": "JPEG"}.get(ending, ending.upper())
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    whole = saved(noise, form)
    for length in (8, 40, len(whole) // 2, len(whole) - 400):
        with pytest.raises(PhotographError) as refused:
            attached(archive, whole[:length], f"صورة.{ending}")
        assert refused.value.data == {"reason": "unreadable", "path": f"صورة.{ending}"}
    assert archive.attachments.all("m") == []
    assert archive._file.database.execute("SELECT count(*) FROM blob").fetchone() == (0,)


@pytest.mark.parametrize("ending", TELLING)
def test_whatever_a_hostile_picture_holds_it_is_drawn_or_refused(ending: str) -> None:
    chance = random.Random(ending)
    whole = TELLING[ending]()
    kind = picture_kind(whole) or ""
    outcomes = set()
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            damaged[chance.randrange(12, len(damaged))] = chance.randrange(256)
        try:
            content = redrawn(BytesIO(bytes(damaged)), kind).content
        except PhotographError:
            outcomes.add("refused")
        else:
            outcomes.add("drawn")
            assert CANARY.encode() not in content
    assert outcomes


def test_a_file_that_only_promises_a_picture_is_refused(archive: Archive, meeting: str) -> None:
    with pytest.raises(PhotographError) as refused:
        attached(archive, "نص لا صورة".encode(), "صورة.jpg")
    assert refused.value.data["reason"] == "unreadable"


def test_a_photograph_over_the_limit_is_refused_with_both_numbers(
    archive: Archive, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = saved(quarters(), "PNG")
    monkeypatch.setattr(photographs, "LARGEST_PHOTOGRAPH", len(content) - 1)
    with pytest.raises(FileTooLargeError) as refused:
        attached(archive, content, "صورة.png")
    assert refused.value.data["limit"] == len(content) - 1
    monkeypatch.setattr(photographs, "LARGEST_PHOTOGRAPH", len(content))
    assert attached(archive, content, "صورة.png").mime == "image/png"
