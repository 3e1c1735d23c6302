#!/usr/bin/env python3
"""The JSON Schema of the declaration against a real validator: it accepts the examples, those of docs/reference too, and
every right declaration, and rejects every wrong one, except those whose comment says that a JSON Schema can't know
("# schema: accepts") or that the file is no YAML ("# schema: no yaml").

With --plumb PROGRAM, the program must say the same of each: `plumb validate FILE` exits with 0 or 4."""
import argparse
import json
import pathlib
import re
import subprocess
import sys

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Loader(yaml.SafeLoader):
    """YAML 1.2 (core schema), as plumb and editors read it: `on` is a word, not true."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
     list("-+.0123456789")),
    ("merge", r"<<", ["<"]),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile("^(?:" + pattern + ")$"), first)


def integer(loader, node):
    text = loader.construct_scalar(node)
    base = {"0o": 8, "0x": 16}.get(text[:2])
    return int(text[2:], base) if base else int(text)


Loader.add_constructor("tag:yaml.org,2002:int", integer)


def as_json(value):
    """Keys of JSON are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(part) for key, part in value.items()}
    return [as_json(part) for part in value] if isinstance(value, list) else value


def accepts_text(validator, text):
    return validator.is_valid(as_json(yaml.load(text, Loader)))


def accepts(validator, path):
    return accepts_text(validator, path.read_text(encoding="utf-8-sig"))


def examples_in(page):
    """What the program says of them a unit test asks."""
    return re.findall(r"^```yaml\n(.*?)^```$", page.read_text(), re.M | re.S)


def marked(path):
    found = re.search(r"^# schema: (.*)$", path.read_text(), re.M)
    return found.group(1) if found else "rejects"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--schema", default=ROOT / "schema/declaration.json", type=pathlib.Path)
    arguments.add_argument("--plumb", help="also ask this program")
    options = arguments.parse_args()
    schema = json.loads(options.schema.read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures, checked = [], 0

    def check(path, said, wanted):
        nonlocal checked
        checked += 1
        if said != wanted:
            failures.append(f"{path.relative_to(ROOT)}: the schema {said} it; expected: {wanted}")

    def ask_program(path, exit_code):
        if not options.plumb:
            return
        done = subprocess.run([options.plumb, "validate", path], capture_output=True, text=True)
        if done.returncode != exit_code:
            failures.append(f"{path.relative_to(ROOT)}: plumb validate exits with {done.returncode}, "
                            f"not {exit_code}\n{done.stdout}{done.stderr}")

    folder = ROOT / "tests/declarations"
    roots = sorted(ROOT.glob("examples/*/plumb.yaml"))
    right = sorted(folder.glob("right/*.yaml")) + sorted(ROOT.glob("examples/**/*.yaml"))
    for path in right:
        check(path, "accepts" if accepts(validator, path) else "rejects", "accepts")
    for path in sorted(folder.glob("right/*.yaml")) + roots:
        ask_program(path, 0)
    for page in sorted(ROOT.glob("docs/reference/*.md")):
        for example in examples_in(page):
            check(page, "accepts" if accepts_text(validator, example) else f"rejects\n{example}in", "accepts")
    for path in sorted(folder.glob("wrong/*.yaml")):
        wanted = marked(path)
        if wanted != "no yaml":
            check(path, "accepts" if accepts(validator, path) else "rejects", wanted)
        ask_program(path, 4)
    for failure in failures:
        print(failure)
    print(f"{checked} files, {len(failures)} failures")
    return 1 if failures or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
