"""The feeds, read by feedparser."""

import unittest

import built
import feedparser


def read(site, name):
    feed = feedparser.parse((site / name).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10", feed.version
    return feed


class Changes(unittest.TestCase):
    def setUp(self):
        self.feed = read(built.hard(), "feed.xml")

    def test_what_it_says_of_itself(self):
        said = self.feed.feed
        self.assertEqual(said.title, 'Tide & <time>; a test, with "marks"')
        self.assertEqual(said.author, "The <desk> & co.")
        self.assertEqual(said.id, built.BASE + "feed.xml")
        self.assertEqual(said.updated, "2026-11-20T23:30:00-05:00")
        links = {link.rel: link.href for link in said.links}
        self.assertEqual(links, {"self": built.BASE + "feed.xml", "alternate": built.BASE})

    def test_pages_with_a_day_the_newest_first_in_their_own_words(self):
        told = [(entry.title, entry.updated) for entry in self.feed.entries]
        long = "One day; one, quay \\ and a very long name that has to be folded somewhere: 燈台の光が消えた夜のこと"
        self.assertEqual(
            told,
            [
                (
                    "Method </script><script>alert(1)</script> <!-- ]]> & \u2028 end",
                    "2026-11-20T23:30:00-05:00",
                ),
                ('Ada "Lights" Lovell', "2026-11-20T00:00:00Z"),
                (long, "2026-11-20T00:00:00Z"),
                ("Home", "2026-11-02T00:00:00Z"),
            ],
        )
        self.assertTrue(all(entry.updated_parsed for entry in self.feed.entries))

    def test_summaries_are_text_and_kinds_are_categories(self):
        method, ada, *_ = self.feed.entries
        self.assertEqual(method.summary_detail.type, "text/plain")
        # XML cannot hold the bell.
        self.assertEqual(method.summary, '<b>Bold</b> & "quoted"  words; a, b: \\ c')
        self.assertEqual([(tag.term, tag.label) for tag in ada.tags], [("person", "Person")])

    def test_ids_are_unique_and_links_lead_to_pages(self):
        for name in ["feed.xml", "feed-corrections.xml"]:
            entries = read(built.hard(), name).entries
            self.assertEqual(len({entry.id for entry in entries}), len(entries))
            for entry in entries:
                self.assertTrue(entry.link.startswith(built.BASE), entry.link)
                self.assertTrue((built.hard() / built.file_of(entry.link)).is_file(), entry.link)


class Corrections(unittest.TestCase):
    def test_each_with_its_words_and_none_without_a_day(self):
        entries = read(built.hard(), "feed-corrections.xml").entries
        self.assertEqual(
            [(entry.summary, entry.updated) for entry in entries],
            [
                ("The year was <wrong> & is mended.\n\nA slip; a, b.", "2026-11-19T00:00:00Z"),
                ("Something else.", "2026-11-19T00:00:00Z"),
            ],
        )
        self.assertTrue(all(entry.link.endswith("method.html#part.corrections") for entry in entries))


class Elsewhere(unittest.TestCase):
    def test_without_an_address_there_is_no_feed(self):
        self.assertEqual(list(built.nowhere().glob("feed*")), [])

    def test_the_shipped_dossier_has_one(self):
        entries = read(built.shipped(), "feed.xml").entries
        self.assertEqual(len(entries), 50)
        moments = [entry.updated_parsed for entry in entries]
        self.assertEqual(moments, sorted(moments, reverse=True))


if __name__ == "__main__":
    unittest.main()
