"""The sitemap, read by ultimate-sitemap-parser."""

import unittest

import built
from usp.tree import sitemap_from_str


def read(site):
    sitemap = sitemap_from_str((site / "sitemap.xml").read_text(encoding="utf-8"))
    return {built.file_of(page.url): page for page in sitemap.all_pages()}


class Sitemap(unittest.TestCase):
    def test_it_lists_every_page_and_nothing_else(self):
        for site in [built.hard(), built.shipped()]:
            listed = read(site)
            self.assertEqual(set(listed), {path for path, _ in built.pages(site)})
            self.assertTrue(all(page.url.startswith(built.BASE) for page in listed.values()))

    def test_it_says_when_a_page_changed_where_that_is_a_day(self):
        changed = {
            file: page.last_modified.date().isoformat()
            for file, page in read(built.hard()).items()
            if page.last_modified
        }
        self.assertEqual(
            changed,
            {
                "index.html": "2026-11-02",
                "method.html": "2026-11-20",
                "people/ada.html": "2026-11-20",
                "events/day.html": "2026-11-20",
            },
        )

    def test_without_an_address_there_is_none(self):
        self.assertFalse((built.nowhere() / "sitemap.xml").exists())
        # Below a path nobody would read it.
        self.assertFalse((built.hard() / "robots.txt").exists())


if __name__ == "__main__":
    unittest.main()
