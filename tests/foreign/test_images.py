"""Images go out as the same picture and nothing beside it, as Pillow reads them."""

import io
import pathlib
import subprocess
import tempfile
import unittest

import built
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

ORIENTATION = 0x0112
SECRET = "qzxsecret"


def picture(mode="RGB"):
    """A picture in which no two rows or columns are alike, so that a turn shows."""
    image = Image.new("RGB", (24, 16))
    image.putdata([(10 * x, 15 * y, (x * y) % 256) for y in range(16) for x in range(24)])
    return image.convert(mode)


def profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(orientation):
    """Where it was taken, by whom and how it is to be turned."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = exif[0x013B] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    return exif.tobytes()


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{SECRET}</x:xmpmeta>'.encode()


def jpeg(orientation):
    out = io.BytesIO()
    picture().save(out, "JPEG", exif=exif(orientation), xmp=XMP, comment=SECRET, icc_profile=profile(), quality=80)
    data = out.getvalue()
    iptc = b"\x1c\x02\x50" + len(SECRET).to_bytes(2, "big") + SECRET.encode()
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(iptc).to_bytes(4, "big") + iptc + b"\0" * (len(iptc) % 2)
    return data[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + data[2:] + SECRET.encode()


def progressive(orientation):
    out = io.BytesIO()
    picture("L").save(out, "JPEG", exif=exif(orientation), progressive=True)
    return out.getvalue()


def png(orientation):
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    out = io.BytesIO()
    picture("RGBA").save(out, "PNG", exif=exif(orientation), pnginfo=texts, icc_profile=profile())
    return out.getvalue()


def webp(orientation, lossless=False):
    out = io.BytesIO()
    picture("RGBA").save(out, "WEBP", exif=exif(orientation), xmp=XMP, icc_profile=profile(), lossless=lossless)
    return out.getvalue()


def gif(_):
    out = io.BytesIO()
    picture("P").save(out, "GIF", comment=SECRET.encode())
    return out.getvalue()


SAMPLES = {
    f"{name}-{orientation}.{name.split('_')[0]}": make(orientation)
    for name, make in {
        "jpg": jpeg,
        "jpg_progressive": progressive,
        "png": png,
        "webp": webp,
        "webp_lossless": lambda orientation: webp(orientation, lossless=True),
        "gif": gif,
    }.items()
    for orientation in (1, 3, 6, 8)
}


class Images(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="redstring-images-")
        cls.addClassCleanup(scratch.cleanup)
        root = pathlib.Path(scratch.name)
        content = root / "content"
        content.mkdir()
        for name, data in SAMPLES.items():
            (content / name).write_bytes(data)
        shown = "\n".join(f"![a picture]({name})" for name in SAMPLES)
        (content / "index.md").write_text(f"---\ntitle: Pictures\n---\n\n{shown}\n", encoding="utf-8")
        subprocess.run([built.program(), "build", "--root", root], check=True, capture_output=True)
        cls.site = root / "public" / "files"

    def each(self):
        for name, before in SAMPLES.items():
            with self.subTest(name):
                yield before, (self.site / name).read_bytes()

    def test_what_is_looked_for_is_there_before(self):
        for name, before in SAMPLES.items():
            with self.subTest(name):
                self.assertIn(SECRET.encode(), before)

    def test_pixels_and_what_turns_and_colours_them_stay(self):
        for before, after in self.each():
            one, other = Image.open(io.BytesIO(before)), Image.open(io.BytesIO(after))
            self.assertEqual((one.format, one.mode, one.size), (other.format, other.mode, other.size))
            self.assertEqual(one.getexif().get(ORIENTATION, 1), other.getexif().get(ORIENTATION, 1))
            self.assertEqual(one.info.get("icc_profile"), other.info.get("icc_profile"))
            turned = [ImageOps.exif_transpose(image).convert("RGBA").tobytes() for image in (one, other)]
            self.assertEqual(*turned)

    def test_nothing_else_stays(self):
        for _, after in self.each():
            self.assertNotIn(SECRET.encode(), after)
            image = Image.open(io.BytesIO(after))
            image.load()
            self.assertLessEqual(set(image.getexif()), {ORIENTATION})
            self.assertEqual(dict(image.getexif().get_ifd(0x8825)), {})
            self.assertEqual(getattr(image, "text", {}), {})
            for kind in ("xmp", "photoshop", "comment", "XML:com.adobe.xmp"):
                self.assertFalse(image.info.get(kind), kind)


if __name__ == "__main__":
    unittest.main()
