#!/usr/bin/env python3
"""The layer rule of the architecture: which folder of src/ may include which, and which library belongs to whom.

    layers.py SOURCE_DIR

Prints FILE:LINE: what is wrong, and exits with 1.
"""

import pathlib
import re
import sys

# What each layer may include besides itself. Arrows carry on: yaml -> kinds -> sql -> model.
ARROWS = {
    "model": set(),
    "sql": {"model"},
    "kinds": {"sql"},
    "postgres": {"model"},
    "yaml": {"kinds"},
    "catalog": {"kinds", "postgres"},
    "plan": {"kinds"},
    "apply": {"plan", "catalog", "yaml", "postgres"},
    "cli": {"yaml", "catalog", "plan", "apply", "postgres"},
}

# A library's headers, and the one layer that may see them.
LIBRARIES = [
    (re.compile(r"yaml-cpp/"), "yaml"),
    (re.compile(r"libpq|postgres_ext\.h|pg_config|postgresql/"), "postgres"),
    (re.compile(r"tao/"), "sql"),
    (re.compile(r"CLI/"), "cli"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def reach(layer):
    """All layers that one may include: the arrows, followed to the end."""
    found = {layer}
    waiting = [layer]
    while waiting:
        for following in ARROWS[waiting.pop()] - found:
            found.add(following)
            waiting.append(following)
    return found


def findings(source):
    for path in sorted(source.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        place = path.relative_to(source)
        layer = place.parts[0]
        if layer not in ARROWS:
            yield path, 1, f"{layer} is no layer: {', '.join(ARROWS)}"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, name = match.groups()
            for headers, owner in LIBRARIES:
                if headers.match(name) and layer != owner:
                    yield path, number, f"{name} belongs to {owner}/ alone"
            if quote == "<":
                continue
            if not (source / name).is_file():
                yield path, number, f'no src/{name}: includes are written from src/, as "layer/file.h"'
                continue
            included = pathlib.PurePosixPath(name).parts[0]
            if included not in reach(layer):
                yield path, number, f"{layer} may not include {included}: {layer} -> {', '.join(sorted(reach(layer)))}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    failed = False
    for path, number, message in findings(root / "src"):
        failed = True
        print(f"{path.relative_to(root)}:{number}: {message}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
