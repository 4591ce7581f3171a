"""Files that are many to work on and one to load."""

from pathlib import Path

import pytest

from timeline.static_joining import JoiningError, joined_script, joined_style

FILES = {
    "css/all.css": '@import url("one.css");\n@import url("two.css");\nb { c: d; }\n',
    "css/one.css": "one { a: b; }\n",
    "css/two.css": "two { a: b; }\n",
    "js/main.js": (
        'import * as far from "./far.js";\nimport { near } from "./near.js";\n\n'
        'document.title = near() + far.SIZE + (await import("../other.js")).x;\n'
    ),
    "js/near.js": (
        'import { SIZE } from "./far.js";\nconst own = 1;\n'
        "export function near() {\n  return own + SIZE;\n}\n"
    ),
    "js/far.js": "const own = 2;\nexport const SIZE = own * 10;\n",
}


def test_a_style_sheet_has_those_it_imports_in_their_order():
    assert joined_style("css/all.css", FILES.__getitem__) == (
        "one { a: b; }\ntwo { a: b; }\nb { c: d; }\n"
    )


def test_a_module_comes_once_and_after_those_it_imports():
    script = joined_script("js/main.js", FILES.__getitem__)
    assert script == (
        "const $far = (() => {\nconst own = 2;\nconst SIZE = own * 10;\nreturn { SIZE };\n})();\n"
        "const $near = (() => {\nconst { SIZE } = $far;\nconst own = 1;\n"
        "function near() {\n  return own + SIZE;\n}\nreturn { near };\n})();\n"
        "const far = $far;\nconst { near } = $near;\n\n"
        'document.title = near() + far.SIZE + (await import("../other.js")).x;\n'
    )


@pytest.mark.parametrize(
    "line",
    [
        'import { a } from "../elsewhere/c.js";',
        'import { a as b } from "./c.js";',
        "export default 1;",
        "export { own };",
        "import {",
    ],
)
def test_what_would_be_lost_is_refused(line):
    with pytest.raises(JoiningError, match=r"main\.js: “"):
        joined_script("js/main.js", {"js/main.js": f"{line}\n"}.__getitem__)


def test_nothing_of_the_timelines_script_is_left_out():
    folder = Path(__file__).resolve().parents[1] / "static/js/timeline"
    script = joined_script("main.js", lambda name: (folder / name).read_text())
    others = {path.stem for path in folder.glob("*.js")} - {"main"}
    assert others
    assert all(f"const ${stem} = " in script for stem in others)
