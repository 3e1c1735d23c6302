#!/usr/bin/env python3
"""Does each file of src/ include what it uses? The build compiles files of a room together, and would not tell.

    alone.py SOURCE_DIR BUILD_DIR

Prints the compiler's first error for each file that does not compile by itself, and exits with 1.
"""

import concurrent.futures
import os
import pathlib
import shlex
import subprocess
import sys

from plain import plain_commands


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    _, commands = plain_commands(source, pathlib.Path(sys.argv[2]).resolve())

    def check(entry):
        words = shlex.split(entry["command"])
        output = words.index("-o")
        del words[output : output + 2]
        # No code is made, so neither a cache nor warnings, which the build gives, are of use.
        words = [word for word in words if "ccache" not in word and word not in ("-c", "-Werror")]
        result = subprocess.run(
            [*words, "-fsyntax-only", "-w"], capture_output=True, text=True, check=False, cwd=entry["directory"]
        )
        errors = [line for line in result.stderr.splitlines() if "error:" in line]
        return errors[:1] if result.returncode else []

    ours = [entry for entry in commands if pathlib.Path(entry["file"]).resolve().is_relative_to(source / "src")]
    if not ours:
        print("no files to check")
        return 1
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        errors = [error for found in pool.map(check, ours) for error in found]
    for error in errors:
        print(error.replace(f"{source}/", ""))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
