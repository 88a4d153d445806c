"""schema.org: found in the pages by html5lib, read as JSON-LD by PyLD, and held against the vocabulary."""

import json
import re
import unittest
from html.parser import HTMLParser

import built
import html5lib
import vocabulary
from pyld import jsonld

# In place of schema.org's own context, which nothing is fetched for: all words are schema.org's, and these hold addresses.
ADDRESSES = ["url", "sameAs", "contentUrl", "archivedAt"]
CONTEXT = {
    "@vocab": "https://schema.org/",
    **{word: {"@id": f"https://schema.org/{word}", "@type": "@id"} for word in ADDRESSES},
}
# Words that are an address, not a property.
KEYWORDS = {"@type", "@id"}
# A name of which nobody wrote whether it is a person's or an organisation's.
UNKNOWN = "Thing"


def load_context(url, _options):
    if url.rstrip("/") != "https://schema.org":
        raise RuntimeError(f"nothing else is asked for: {url}")
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}, "contentType": "application/ld+json"}


class Blocks(HTMLParser):
    """The data blocks of a page, by the parser of Python itself."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.found, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and dict(attributes).get("type") == "application/ld+json"
        if self.inside:
            self.found.append("")

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, _tag):
        self.inside = False


def blocks(html):
    reader = Blocks()
    reader.feed(html)
    return reader.found


def graph(site, path):
    [block] = blocks((site / path).read_text(encoding="utf-8"))
    return json.loads(block)["@graph"]


def node(site, path, schema_type):
    [found] = [node for node in graph(site, path) if node["@type"] == schema_type]
    return found


def nodes(value):
    """All nodes with a type, each with the property that holds it."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for held in value.values():
            yield from nodes(held)


def values(value):
    return value if isinstance(value, list) else [value]


class Form(unittest.TestCase):
    def test_every_page_has_one_block_and_hostile_words_stay_in_it(self):
        for site in [built.hard(), built.nowhere()]:
            for path, html in built.pages(site):
                tree = html5lib.parse(html, namespaceHTMLElements=False)
                scripts = [script for script in tree.iter("script") if script.get("type") == "application/ld+json"]
                self.assertEqual(len(scripts), 1, path)
                self.assertEqual([scripts[0].text], blocks(html), path)
                others = [script for script in tree.iter("script") if "src" not in script.attrib]
                self.assertEqual(others, scripts, path)

    def test_nothing_private_is_there(self):
        for path, html in built.pages(built.hard()):
            self.assertNotIn("qzx", "".join(blocks(html)).lower(), path)

    def test_all_words_are_of_the_vocabulary_and_in_their_places(self):
        self.assertIn("NewsArticle", vocabulary.types())
        for site in [built.hard(), built.nowhere(), built.shipped()]:
            for path, html in built.pages(site):
                for block in blocks(html):
                    for found in nodes(json.loads(block)):
                        with self.subTest(path=path, type=found["@type"]):
                            self.check(found)

    def check(self, found):
        schema_type = found["@type"]
        self.assertIn(schema_type, vocabulary.types())
        for word, held in found.items():
            if word in KEYWORDS:
                continue
            # A role says again the property that it qualifies.
            if "Role" in vocabulary.lineage(schema_type) and any(isinstance(value, dict) for value in values(held)):
                continue
            ranges = vocabulary.properties(schema_type).get(word)
            self.assertIsNotNone(ranges, f"{schema_type} has no {word}")
            for value in values(held):
                if not isinstance(value, dict):
                    self.assertTrue(ranges & vocabulary.TEXTS, f"{word} of {schema_type} is no text")
                elif "@type" in value and value["@type"] != UNKNOWN:
                    fits = vocabulary.lineage(value["@type"]) & (ranges | {"Role"})
                    self.assertTrue(fits, f"{value['@type']} is no {word} of {schema_type}: {ranges}")

    def test_a_processor_reads_it_and_every_address_inside_leads_to_a_file(self):
        elsewhere = "https://elsewhere.example/some/path/"
        for site, base in [(built.hard(), built.BASE), (built.shipped(), built.BASE), (built.nowhere(), elsewhere)]:
            for path, html in built.pages(site):
                [block] = blocks(html)
                options = {"documentLoader": load_context, "base": base + path}
                for found in jsonld.flatten(json.loads(block), options=options):
                    address = found["@id"]
                    if address.startswith("_:"):
                        continue
                    self.assertTrue(address.startswith("https://"), f"{path}: {address}")
                    if address.startswith(base):
                        file = built.file_of(built.BASE + address.removeprefix(base))
                        self.assertTrue((site / file).is_file(), f"{path}: {address}")

    def test_dates_are_those_of_iso_8601_with_four_digits(self):
        date = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?")
        words = re.compile(r"Date$|^date|^lastReviewed$")
        seen = set()
        for path, html in built.pages(built.hard()):
            for found in nodes(json.loads(blocks(html)[0])):
                for word in filter(words.search, found):
                    seen.add(word)
                    self.assertRegex(found[word], date, f"{path}: {word}")
                    self.assertTrue(date.fullmatch(found[word]), f"{path}: {word}")
        self.assertLessEqual({"birthDate", "startDate", "endDate", "datePublished", "dateModified"}, seen)


class Truth(unittest.TestCase):
    def test_a_person_and_what_is_not_known_exactly(self):
        ada = node(built.hard(), "people/ada.html", "Person")
        self.assertEqual(ada["@id"], built.BASE + "people/ada.html#part.subject")
        self.assertEqual(ada["alternateName"], ["A. Lovell", "愛達"])
        self.assertEqual(ada["birthDate"], "1871-03-02")
        self.assertNotIn("deathDate", ada)
        role = ada["worksFor"]
        self.assertEqual(role["@type"], "EmployeeRole")
        self.assertEqual((role["roleName"], role["startDate"], role["endDate"]), ("Keeper", "1890", "1907-05"))
        self.assertEqual(role["worksFor"]["name"], "Harbour office")
        # It ended around a year: without its end it would read as going on.
        self.assertNotIn("memberOf", ada)
        self.assertEqual(ada["owns"]["name"], "A lamp")
        self.assertEqual(ada["image"]["contentUrl"], built.BASE + "files/people/ada.png")
        page = node(built.hard(), "people/ada.html", "WebPage")
        self.assertEqual({found["name"] for found in page["mentions"]}, {"The guild", "A lamp"})
        self.assertEqual((page["dateModified"], page["lastReviewed"]), ("2026-11-20", "2026-11"))

    def test_dates_in_doubt_or_of_other_eras_are_not_said(self):
        for event in ["month", "around", "open", "ides", "far", "set", "season"]:
            found = node(built.hard(), f"events/{event}.html", "Event")
            said = {word: found[word] for word in ["startDate", "endDate"] if word in found}
            expected = {"month": {"startDate": "1907-12"}, "open": {"startDate": "1908-01-01"}}
            self.assertEqual(said, expected.get(event, {}), event)
        self.assertNotIn("foundingDate", node(built.hard(), "organisations/guild.html", "Organization"))
        days = node(built.hard(), "events/days.html", "Event")
        self.assertEqual((days["startDate"], days["endDate"]), ("1907-12-30", "1908-01-02"))
        self.assertNotIn("datePublished", node(built.hard(), "sources/survey.html", "Book"))

    def test_a_claim_is_its_speakers_and_carries_no_verdict(self):
        claim = node(built.hard(), "claims/safe.html", "Claim")
        self.assertEqual(claim["name"], 'The light is "safe" </script>.')
        self.assertEqual(
            [(author["@type"], author["name"]) for author in claim["author"]],
            [("Person", 'Ada "Lights" Lovell'), ("Thing", "A former keeper")],
        )
        self.assertEqual({found["name"] for found in claim["appearance"]}, {"The gazette", "A letter"})
        self.assertEqual(claim["firstAppearance"]["name"], "A letter")
        self.assertFalse([word for word in claim if "rating" in word.lower() or "status" in word.lower()])

    def test_a_source_is_what_its_type_says(self):
        gazette = node(built.hard(), "sources/gazette.html", "NewsArticle")
        self.assertEqual(gazette["url"], "https://gazette.example/lights?a=1&b=2#%3Cx%3E")
        self.assertEqual(gazette["isPartOf"], {"@type": "Periodical", "name": "Gazette", "issn": "1234-5679"})
        self.assertEqual(gazette["isBasedOn"]["name"], "A letter")
        self.assertEqual(gazette["encoding"]["contentUrl"], built.BASE + "files/sources/gazette.txt")
        letter = node(built.hard(), "sources/letter.html", "CreativeWork")
        # That it rests on the survey is the editors' own assessment.
        self.assertNotIn("isBasedOn", letter)
        self.assertEqual([author["@type"] for author in letter["author"]], ["Person", "Thing"])
        self.assertEqual(letter["author"][0]["familyName"], "Doe")
        self.assertEqual(letter["sameAs"], "https://doi.org/10.1000/182")

    def test_a_correction_is_told_with_its_page(self):
        page = node(built.hard(), "method.html", "WebPage")
        self.assertEqual(page["name"], "Method </script><script>alert(1)</script> <!-- ]]> & \u2028 end")
        self.assertEqual(
            [(found["text"], found.get("datePublished")) for found in page["correction"]],
            [
                ("The year was <wrong> & is mended.", "2026-11-19"),
                ("Something else.", "2026-11-19"),
                ("Nobody knows when.", None),
            ],
        )


if __name__ == "__main__":
    unittest.main()
