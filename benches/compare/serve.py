#!/usr/bin/env python3
"""Time what a person waits for while writing: from a saved file to the new page in the browser.

README.md beside this file says how to use it. Standard library only; Linux, because it reads /proc.
"""
import argparse
import collections
import http.client
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import compare

EDITS = ["body", "title", "alias"]
LONGEST = 60.0


class Server:
    """A program that serves the dossier, from its start until it is stopped."""

    def __init__(self, kind, path, dossier, arguments=()):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        if kind == "redstring":
            command = [path, "serve", "--root", dossier, "--port", str(self.port), *arguments]
        else:
            command = [path, "server", "--source", dossier, "--port", str(self.port), "--bind", "127.0.0.1",
                       "--renderToMemory", "--disableLiveReload", *arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def get(self, page):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            connection.request("GET", f"/{page}")
            return connection.getresponse().read().decode(errors="replace")
        except (ConnectionError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def until(self, page, words):
        """Ask for the page until these words stand in it; the seconds that took, or none where it took too long."""
        start = time.perf_counter()
        while words not in self.get(page):
            if time.perf_counter() - start > LONGEST:
                return None
            time.sleep(0.001)
        return time.perf_counter() - start

    def work(self):
        """Seconds that the processors have worked for it, all threads that are left together."""
        total = 0
        for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                total += int((thread / "schedstat").read_text().split()[0])
            except FileNotFoundError:
                pass
        return total / 1e9

    def rest(self):
        """Wait until it does nothing: pages that are drawn ahead belong to the edit before."""
        while True:
            before = self.work()
            time.sleep(0.5)
            if self.work() - before < 0.005:
                return

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Pages:
    """The pages to edit: one that links to another by its address alone."""

    def __init__(self, dossier):
        self.content = Path(dossier) / "content"
        ids = {page.stem: page for page in self.content.glob("*/*.md")}
        link = re.compile(r"\[\[([a-z0-9-]+)(?:\|[^\]]*)?\]\]|\(/[a-z]+/([a-z0-9-]+)\.html\)")
        links = {page: [ids[a or b] for a, b in link.findall(page.read_text()) if (a or b) in ids]
                 for page in sorted(ids.values())}
        count = collections.Counter(target for targets in links.values() for target in targets)
        # The one that fewest link to: what mentions a hub stands on pages of its own.
        self.pairs = [(page, min(targets, key=lambda target: count[target]))
                      for page, targets in list(links.items())[::7] if targets]

    def address(self, page):
        return page.relative_to(self.content).with_suffix(".html").as_posix()

    def edit(self, kind, number):
        """Save an edit; the page on which it has to show, and the words."""
        page, target = self.pairs[number * 13 % len(self.pairs)]
        text = page.read_text()
        if kind == "body":
            words = f"Sentence {number} was added."
            page.write_text(f"{text}\n{words}\n")
            return self.address(page), words
        if kind == "title":
            # The page that it links to lists it among those that mention it.
            words = f"Another title {number}"
            page.write_text(re.sub(r'(?m)^title: .*$', f'title: "{words}"', text, count=1))
            return self.address(target), words
        # A name that the first page has long linked, and that now is another page's.
        page, target = self.pairs[number]
        text = target.read_text()
        target.write_text(text.replace("---\n", f'---\naliases: ["another name {number}"]\n', 1)
                          if "\naliases:" not in text
                          else re.sub(r"(?m)^aliases: \[", f'aliases: ["another name {number}", ', text, count=1))
        return self.address(page), f">name {number}</a>"

    def link_names(self, count):
        """Links that name nothing yet. That is no error here, nor is a link by a title that is no more."""
        for number in range(count):
            page, _ = self.pairs[number]
            page.write_text(f"{page.read_text()}\nOf [[another name {number}|name {number}]] more is said elsewhere.\n")
        with open(self.content.parent / "site.toml", "a") as settings:
            settings.write('[rules]\nbroken-link = "warning"\n')


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--n", type=int, default=10000)
    parser.add_argument("--profile", default="plain", choices=["plain", "full"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--edits", default=",".join(EDITS), help=f"with commas, of {', '.join(EDITS)} (all)")
    parser.add_argument("--redstring", type=Path, default=compare.REPOSITORY / "target/release/redstring")
    parser.add_argument("--generate", type=Path, default=compare.REPOSITORY / "target/release/generate")
    parser.add_argument("--hugo", type=Path, help="time Hugo in place of Redstring: the program itself, or `found`")
    parser.add_argument("--place", type=Path)
    return parser.parse_args()


def main():
    asked = arguments()
    kind, path = "redstring", asked.redstring
    if asked.hugo:
        kind, path = "hugo", compare.hugo_of_python() if str(asked.hugo) == "found" else asked.hugo
    place = Path(tempfile.mkdtemp(prefix="redstring-serve-", dir=asked.place or compare.memory_place()))
    server = None
    try:
        program = compare.Program(kind, kind, path)
        dossier = compare.generate(asked, asked.n, program, place)
        pages = Pages(dossier)
        # Hugo's links have their words with them, so an alias changes none.
        edits = [edit for edit in asked.edits.split(",") if kind == "redstring" or edit != "alias"]
        if kind == "redstring":
            pages.link_names(asked.rounds + 1)
        server = Server(kind, str(path), str(dossier))
        first, _ = pages.pairs[0]
        if server.until(pages.address(first), "</html>") is None:
            sys.exit("it serves nothing")
        print(f"{kind}, {asked.n} entities, {asked.profile}, {asked.rounds} rounds, median (least–most)\n")
        print("| edit | seconds to the new page | CPU seconds until then |\n| --- | ---: | ---: |")
        for edit in edits:
            waited, worked = [], []
            for number in range(asked.rounds + 1):
                server.rest()
                before = server.work()
                address, words = pages.edit(edit, number)
                seconds = server.until(address, words)
                if seconds is None:
                    print(f"| {edit} | not within {LONGEST:.0f} s | |")
                    break
                if number > 0:
                    waited.append(seconds)
                    worked.append(server.work() - before)
            else:
                print(f"| {edit} | {compare.spread(waited, 3)} | {compare.spread(worked, 3)} |", flush=True)
    finally:
        if server:
            server.stop()
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
