"""The compile commands of each source file by itself, which the build compiles together with others."""

import json
import pathlib
import subprocess


def plain_commands(source, build):
    """The folder of a configuration without unity builds under BUILD, and its compile commands."""
    plain = pathlib.Path(build) / "plain"
    subprocess.run(
        ["cmake", "-S", str(source), "-B", str(plain), "-G", "Ninja", "-DCMAKE_UNITY_BUILD=OFF", "--log-level=ERROR"],
        check=True, stdout=subprocess.DEVNULL,
    )
    return plain, json.loads((plain / "compile_commands.json").read_text(encoding="utf-8"))
