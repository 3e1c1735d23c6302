#!/usr/bin/env python3
"""clang-tidy over every source file of the build, by .clang-tidy; only over those that changed since they were clean.

    tidy.py SOURCE_DIR BUILD_DIR [FILE…]

A clean file leaves a stamp under BUILD_DIR/tidy: the hash of all that decides its result (its text and that of the
project's headers that it includes, its compile command, .clang-tidy, the version of clang-tidy). Prints what clang-tidy
prints, as FILE:LINE:COLUMN, and exits with 1; with 77 where there is no clang-tidy that reads C++20.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from plain import plain_commands

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
OLDEST = 16  # older ones stumble over <ranges> and over captured structured bindings


def clang_tidy():
    """The program and its version; None if there is none that will do."""
    for name in ["clang-tidy-19", "clang-tidy-18", "clang-tidy-17", "clang-tidy-16", "clang-tidy"]:
        program = shutil.which(name)
        if program:
            version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
            number = re.search(r"version (\d+)", version)
            if number and int(number[1]) >= OLDEST:
                return program, number[0]
    return None


class Sources:
    """Reads each file once and follows the includes that lead to files of this project."""

    def __init__(self, roots):
        self.roots = roots
        self.known = {}

    def read(self, path):
        if path not in self.known:
            content = path.read_bytes()
            includes = []
            for name in INCLUDE.findall(content.decode("utf-8", "replace")):
                for root in [path.parent, *self.roots]:
                    found = root / name
                    if found.is_file():
                        includes.append(found.resolve())
                        break
            self.known[path] = (hashlib.sha256(content).hexdigest(), includes)
        return self.known[path]

    def fingerprint(self, path):
        """The files that one consists of, with their hashes."""
        seen = {}
        waiting = [path]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                digest, includes = self.read(current)
                seen[current] = digest
                waiting += includes
        return sorted((str(name), digest) for name, digest in seen.items())


def main():
    if os.environ.get("PLUMB_TIDY") != "1":
        print("left out: it takes minutes; scripts/test --tidy runs it")
        return 77
    source = pathlib.Path(sys.argv[1]).resolve()
    build = pathlib.Path(sys.argv[2]).resolve()
    only = {pathlib.Path(name).resolve() for name in sys.argv[3:]}
    found = clang_tidy()
    if not found:
        print(f"no clang-tidy {OLDEST} or later here")
        return 77
    program, version = found
    settings = (source / ".clang-tidy").read_text(encoding="utf-8")
    plain, commands = plain_commands(source, build)

    stamps = build / "tidy"
    stamps.mkdir(exist_ok=True)
    sources = Sources([source / "src", source / "tests"])
    work = {}  # path -> stamp
    for entry in commands:
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path in work or not path.is_file() or not path.is_relative_to(source) or (only and path not in only):
            continue
        facts = json.dumps([version, settings, entry.get("command", entry.get("arguments")), sources.fingerprint(path)])
        work[path] = stamps / hashlib.sha256(facts.encode()).hexdigest()
    if not only:
        for stale in set(stamps.iterdir()) - set(work.values()):
            stale.unlink()

    def check(path):
        # -w: warnings are the compiler's to give, and it gives none about the standard library's own headers.
        result = subprocess.run(
            [program, "-p", str(plain), "--quiet", "--extra-arg=-w", str(path)],
            capture_output=True, text=True, check=False, cwd=source,
        )
        if result.returncode == 0:
            work[path].touch()
            return path, None
        return path, result.stdout or result.stderr

    changed = [path for path, stamp in work.items() if not stamp.exists()]
    changed.sort(key=lambda path: (-len(sources.fingerprint(path)), path))
    print(f"clang-tidy: {len(changed)} of {len(work)} files changed since they were clean")
    told = set()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, output in pool.map(check, changed):
            if output is None:
                continue
            failed += 1
            # One finding in a header comes back from each file that includes it: tell it once.
            for block in re.split(rf"^(?={re.escape(str(source))}/)", output, flags=re.MULTILINE):
                block = block.replace(f"{source}/", "").rstrip()
                if block and block not in told:
                    told.add(block)
                    print(block, flush=True)
            print(f"{path.relative_to(source)}:1: not clean", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
