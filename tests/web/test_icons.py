"""Every icon that a page shows is drawn somewhere."""

import re

from service.web.pages import STATIC

TEMPLATES = STATIC.parent / "templates"


def test_every_icon_of_a_template_is_there() -> None:
    drawn = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "icons.svg").read_text("utf-8")))
    called = {
        name
        for template in TEMPLATES.iterdir()
        for call in re.findall(r"icon\(([^)]*)\)", template.read_text("utf-8"))
        for name in re.findall(r'"(\w+)"', call)
    }
    assert called
    assert called - drawn == set()
