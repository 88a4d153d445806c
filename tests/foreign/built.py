"""The sites that these tests read: each built once, by the program that `REDSTRING` names or by the debug build."""

import functools
import os
import pathlib
import subprocess
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]

# A project path, as GitHub Pages gives.
BASE = "https://dossier.example/redstring/"

_scratch = tempfile.TemporaryDirectory(prefix="redstring-foreign-")


@functools.cache
def program():
    named = os.environ.get("REDSTRING")
    if named:
        return named
    subprocess.run(["cargo", "build", "--locked"], cwd=REPOSITORY, check=True)
    target = os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")
    return str(pathlib.Path(REPOSITORY, target) / "debug" / "redstring")


@functools.cache
def hard():
    """`dossier/`, whose names and dates are meant to be hard, below a project path."""
    return _build(HERE / "dossier", ["--base-url", BASE])


@functools.cache
def nowhere():
    """The same, of which nobody knows where it will stand."""
    return _build(HERE / "dossier", [])


@functools.cache
def shipped():
    """The dossier of this repository."""
    return _build(REPOSITORY, ["--base-url", BASE])


def _build(root, more):
    output = pathlib.Path(tempfile.mkdtemp(dir=_scratch.name)) / "site"
    command = [program(), "build", "--root", str(root), "--output", str(output), *more]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return output


def pages(site):
    """All pages that are not at a former address of another, nor the one for addresses that do not exist."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html and page.name != "404.html":
            yield page.relative_to(site).as_posix(), html


def file_of(address):
    """The file of the site that stands at an address below `BASE`."""
    below = urllib.parse.urldefrag(address).url.removeprefix(BASE)
    return urllib.parse.unquote(below) or "index.html"
