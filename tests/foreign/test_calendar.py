"""The calendar, read by icalendar."""

import datetime
import unittest

import built
import icalendar

def read(site):
    data = (site / "calendar.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(data)
    entries = [part for part in calendar.walk() if part.name != "VCALENDAR"]
    return data, calendar, entries


def by_title(entries):
    return {str(entry["SUMMARY"]): entry for entry in entries}


class Calendar(unittest.TestCase):
    def setUp(self):
        self.data, self.calendar, self.entries = read(built.hard())

    def test_it_is_read_without_a_fault(self):
        faults = [fault for part in self.calendar.walk() for fault in part.errors]
        self.assertEqual(faults, [])
        self.assertEqual(str(self.calendar["DESCRIPTION"]), "Nothing here happened; much of it is hard to write.")
        # icalendar knows no NAME of a calendar, and leaves the escapes of a text in it.
        name = str(self.calendar["NAME"]).replace("\\;", ";").replace("\\,", ",")
        self.assertEqual(name, 'Tide & <time>; a test, with "marks"')
        self.assertEqual(str(self.calendar["SOURCE"]), built.BASE + "calendar.ics")

    def test_lines_are_as_long_as_the_format_allows(self):
        lines = self.data.split(b"\r\n")
        self.assertLessEqual(max(map(len, lines)), 75)
        self.assertNotIn(b"\n", self.data.replace(b"\r\n", b""))
        # A fold never parts the bytes of one letter: each line can be read by itself.
        for line in lines:
            line.decode("utf-8")

    def test_events_of_known_days_last_these_days(self):
        events = [entry for entry in self.entries if entry.name == "VEVENT"]
        days = {
            str(event["SUMMARY"]).split(";")[0]: (event.decoded("DTSTART"), event.decoded("DTEND"))
            for event in events
        }
        date = datetime.date
        self.assertEqual(
            days,
            {
                "One day": (date(1907, 5, 1), date(1907, 5, 2)),
                "From year to year": (date(1907, 12, 30), date(1908, 1, 3)),
                "The first day": (date(1, 1, 1), date(1, 1, 2)),
            },
        )
        self.assertTrue(all(str(event["TRANSP"]) == "TRANSPARENT" for event in events))

    def test_words_come_back_as_they_were_written(self):
        title = "One day; one, quay \\ and a very long name that has to be folded somewhere: 燈台の光が消えた夜のこと"
        event = by_title(self.entries)[title]
        self.assertEqual(str(event["DESCRIPTION"]), "1 May 1907\nFirst line; second, third: fourth")
        self.assertEqual(str(event["LOCATION"]), "The quay")
        self.assertEqual([str(tag) for tag in event["CATEGORIES"].cats], ["a, b; c", "lights"])
        self.assertEqual(str(event["URL"]), built.BASE + "events/day.html")
        self.assertEqual(event.decoded("DTSTAMP").isoformat(), "2026-11-20T00:00:00+00:00")

    def test_what_is_not_known_to_the_day_has_no_day_and_says_when_in_words(self):
        notes = [entry for entry in self.entries if entry.name == "VJOURNAL"]
        said = {str(note["SUMMARY"]): str(note["X-REDSTRING-EDTF"]) for note in notes}
        self.assertEqual(
            said,
            {
                "Some month (December 1907)": "1907-12",
                "About a day (around 1 May 1907)": "1907-05-01~",
                "Without end (since 1 January 1908)": "1908-01-01/..",
                "Ides (15 March 45 BCE)": "-0044-03-15",
                "Far away (the year 12,345)": "Y12345",
                "One of two (1 May 1907 or 3 May 1907)": "[1907-05-01,1907-05-03]",
                "Spring (spring 1907)": "1907-21",
                "The last day (31 December 9999)": "9999-12-31",
            },
        )
        self.assertFalse(any("DTSTART" in note or "DTEND" in note for note in notes))

    def test_ids_are_unique_and_nothing_private_is_there(self):
        for site in [built.hard(), built.nowhere(), built.shipped()]:
            data, _, entries = read(site)
            ids = [str(entry["UID"]) for entry in entries]
            self.assertEqual(len(set(ids)), len(ids))
            self.assertTrue(all("@" in name for name in ids))
            self.assertNotIn(b"qzx", data.lower())

    def test_without_an_address_it_says_the_same_but_where(self):
        _, calendar, entries = read(built.nowhere())
        self.assertEqual(set(by_title(entries)), set(by_title(self.entries)))
        self.assertFalse(any("URL" in part or "SOURCE" in part for part in [calendar, *entries]))


if __name__ == "__main__":
    unittest.main()
