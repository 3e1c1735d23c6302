#!/usr/bin/env python3
"""What no file may hold: too many lines, notes of unfinished work, hosts of packages, paths of one machine.

    files.py SOURCE_DIR

Prints FILE:LINE: what is wrong, and exits with 1.
"""

import os
import pathlib
import re
import sys

MOST_LINES = 800
CODE = {".cpp", ".h"}
SCRIPTS = {".py", ".sh", ".cmake", ".txt", ".json", ".sql", ""}
CODE_FOLDERS = ("src", "tests", "scripts", "bench", ".ci")

# Written so that this file doesn't find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
PACKAGE_HOST = re.compile(
    r"\bhttps?://[^/\s\"'<>]*(debian|ubuntu|pypi|pythonhosted|npmjs|crates|maven|golang|apt\.|mirror|snapshot)"
    r"|(?<![\w.@-])(deb|archive|security|snapshot|ftp|registry|proxy|packages|mirrors?)\.[a-z0-9-]+\.(org|com|io|net)\b",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.}$)*-])/(work|root|home/[a-z]\w*|Users/\w+)/\w")


def files(root):
    for folder, folders, names in os.walk(root):
        below = pathlib.Path(folder).relative_to(root)
        folders[:] = sorted(
            name for name in folders
            if name not in (".git", ".cache", "__pycache__", "build") and not name.startswith("build-")
        )
        for name in sorted(names):
            yield below / name


def findings(root):
    for path in files(root):
        if (root / path).is_symlink() or path.name == ".git":
            continue
        try:
            lines = (root / path).read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # not text
        in_code = path.parts[0] in CODE_FOLDERS or path.suffix in CODE or path.name == "CMakeLists.txt"
        if path.parts[0] in ("src", "tests") and path.suffix in CODE and len(lines) > MOST_LINES:
            yield path, MOST_LINES + 1, f"{len(lines)} lines; no file has more than {MOST_LINES}: split it"
        for number, line in enumerate(lines, 1):
            if in_code and path.suffix in CODE | SCRIPTS and (found := UNFINISHED.search(line)):
                yield path, number, f"{found[0]}: finish it, or file an issue"
            if found := PACKAGE_HOST.search(line):
                yield path, number, f"{found[0]}: no host of packages; take what the machine is set to"
            if found := MACHINE_PATH.search(line):
                yield path, number, f"{found[0]}…: a path of one machine"


def main():
    failed = False
    for path, number, message in findings(pathlib.Path(sys.argv[1]).resolve()):
        failed = True
        print(f"{path}:{number}: {message}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
