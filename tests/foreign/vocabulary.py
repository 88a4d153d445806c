"""schema.org as others have written it down: its types, what they may say, and of what type that is.

The package msgspec-schemaorg holds a class for each type, made from schema.org's own tables. They are read as text,
because this is all that is needed of them.
"""

import ast
import functools
import importlib.util
import pathlib

# What stands for text of any sort in the classes.
TEXTS = {"str", "date", "datetime", "time", "URL", "int", "float"}


@functools.cache
def types():
    """Each type with the types above it and its own properties, each with the types of its values."""
    package = importlib.util.find_spec("msgspec_schemaorg")
    folder = pathlib.Path(package.submodule_search_locations[0]) / "models"
    found = {}
    for path in folder.rglob("*.py"):
        for item in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(item, ast.ClassDef):
                bases = [ast.unparse(base) for base in item.bases]
                properties = {
                    line.target.id: _ranges(line.annotation)
                    for line in item.body
                    if isinstance(line, ast.AnnAssign)
                }
                found[item.name] = (bases, properties)
    return found


def _ranges(annotation):
    names = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    texts = {node.value for node in ast.walk(annotation) if isinstance(node, ast.Constant)}
    return {name for name in names | texts if name and name not in {"List", "Union", "Optional"}}


@functools.cache
def lineage(name):
    """A type and all above it."""
    bases, _ = types().get(name, ([], {}))
    return {name}.union(*(lineage(base) for base in bases))


@functools.cache
def properties(name):
    """What a type may say, and of what types that is."""
    return {word: ranges for above in lineage(name) if above in types() for word, ranges in types()[above][1].items()}
