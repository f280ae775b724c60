"""The report in a real browser, from the disk: opened, clicked, searched, printed, checked with axe.

Needs Debian's packages chromium and chromium-driver; skips without.
"""

import base64
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from reporting import publish_warehouse

from warehouse.publish import open_reader
from warehouse.report import build

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None, reason="chromium and chromium-driver are not installed"
)
WIDE, NARROW = (1280, 900), (390, 844)
# Its own reading of style sheets would be a request, which the pages forbid.
AXE = "axe.run({preload: false}).then(arguments[arguments.length - 1])"
SERIOUS = ("serious", "critical")
PAGES = (
    "index.html",
    "findings/index.html",
    "findings/f000000000000001.html",
    "findings/f000000000000002.html",
    "articles/index.html",
    "lines/index.html",
    "runs.html",
    "rejects.html",
    "search.html?q=boat",
)


class Browser:
    """A headless Chromium that keeps what goes wrong on a page."""

    def __init__(self, site: Path, profile: str) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        switches = (
            "headless disable-gpu disable-quic no-first-run disable-background-networking hide-scrollbars "
            "disable-component-update disable-sync disable-dev-shm-usage disable-extensions"
        )
        for switch in switches.split():
            options.add_argument(f"--{switch}")
        options.add_argument(f"--user-data-dir={profile}")
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(executable_path=DRIVER))
        self.site = site

    def show(self, page: str, size: tuple[int, int] = WIDE) -> None:
        self.look(size)
        self.driver.get((self.site / page.partition("?")[0]).as_uri() + page[len(page.partition("?")[0]) :])

    def look(self, size: tuple[int, int], scheme: str = "light") -> None:
        """Be a screen of this size and scheme, for this page and the next ones."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == NARROW}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def wait(self, script: str, what: str = "") -> Any:
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.driver, 10).until(lambda _: self.run(script), what)

    def click(self, selector: str) -> None:
        from selenium.webdriver.common.by import By

        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requested(self) -> list[str]:
        """Return the addresses that the report's pages asked for; the browser's own pages are not theirs."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [one["params"] for one in messages if one["method"] == "Network.requestWillBeSent"]
        urls = [one["request"]["url"] for one in sent if one["documentURL"].startswith(self.site.as_uri())]
        assert urls, "the log tells at least of the page itself"
        return [url for url in urls if not url.startswith("data:")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("report")
    with open_reader(publish_warehouse(folder / "w.duckdb")) as connection:
        build(connection, folder / "site")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(folder / "site", profile)
        try:
            yield browser
        finally:
            browser.driver.quit()


def all_pages(browser: Browser) -> list[str]:
    found = [str(path.relative_to(browser.site)) for path in browser.site.glob("articles/?[!n]*.html")]
    lines = [str(path.relative_to(browser.site)) for path in browser.site.glob("lines/?[!n]*.html")]
    assert len(found) == 4 and len(lines) == 1
    return [*PAGES, *sorted(found), *lines]


def article(browser: Browser, words: str) -> str:
    paths = sorted(browser.site.glob("articles/*.html"))
    return next(
        f"articles/{one.name}" for one in paths if words in one.read_text("utf-8") and one.stem != "index"
    )


def test_pages_open_without_complaint_network_or_foreign_script(browser: Browser) -> None:
    for page in all_pages(browser):
        browser.show(page)
        assert browser.run("return document.querySelector('h1').textContent.trim()"), page
        assert browser.complaints() == [], page
        assert browser.driver.title.endswith("Crossfoot"), page
        assert {url.partition(":")[0] for url in browser.requested()} <= {"file"}, page


def test_a_click_on_a_mark_leads_to_its_row_and_back(browser: Browser) -> None:
    browser.show(article(browser, "were red"))
    browser.click("#f6")
    assert browser.run("return document.querySelector(':target').id") == "r6"
    browser.wait("return document.activeElement.getAttribute('href') === '#f6'")
    assert browser.run("return document.querySelector('#r6').textContent.includes('5')")
    browser.click("#r6 a")
    assert browser.run("return document.querySelector(':target').id") == "f6"
    box = browser.run(
        "const box = document.querySelector('#f6').getBoundingClientRect(); return [box.top, box.bottom]"
    )
    assert 0 <= box[0] < box[1] <= WIDE[1]


def test_the_search_finds_figures_and_leads_to_them(browser: Browser) -> None:
    browser.show("index.html")
    browser.run("document.querySelector('.find input').value = 'HARBOUR boats'")
    browser.run("document.querySelector('.find').submit()")
    browser.wait("return document.querySelectorAll('#results li').length === 2")
    assert "2 figures" in browser.run("return document.getElementById('count').textContent")
    browser.click("#results a")
    assert browser.wait("return document.querySelector(':target')?.textContent")
    browser.show("search.html?q=&disputed=1")
    browser.wait("return document.querySelectorAll('#results li').length === 2")
    browser.show("search.html?q=script")
    browser.wait("return document.querySelectorAll('#results li').length > 0")
    assert browser.run("return document.querySelectorAll('#results script, #results img').length") == 0
    assert browser.complaints() == []


def test_pictures_show_both_sides_and_the_gap(browser: Browser) -> None:
    browser.show("findings/f000000000000001.html")
    words = browser.run("return document.querySelector('.chart .wide').textContent")
    assert "higher: 8" in words
    assert "lower: 6" in words
    assert "gap 2" in words
    (line,) = [page for page in all_pages(browser) if page.startswith("lines/") and "index" not in page]
    for size, shown, other in ((WIDE, "wide", "small"), (NARROW, "small", "wide")):
        browser.show(line, size)
        marks = f"return document.querySelectorAll('.chart .{shown} :is(.sign, .ring)').length"
        assert browser.run(marks) == 4, "a sign and a ring for each of the two disputed figures"
        inside = (
            f"const all = document.querySelector('.chart .{shown}').getBoundingClientRect();"
            f"return [...document.querySelectorAll('.chart .{shown} :is(.sign, text)')].every(one => {{"
            "const box = one.getBoundingClientRect();"
            "return box.left >= all.left - 9 && box.right <= all.right + 9 && box.bottom <= all.bottom + 9})"
        )
        assert browser.run(inside), shown
        assert (
            browser.run(f"return getComputedStyle(document.querySelector('.chart .{other}')).display")
            == "none"
        )


def test_nothing_is_wider_than_a_small_screen(browser: Browser) -> None:
    for page in all_pages(browser):
        browser.show(page, NARROW)
        # Waited for: on a busy machine the page is loaded before it is laid out for the small screen.
        assert browser.wait(f"return document.documentElement.scrollWidth <= {NARROW[0]}", page)


def test_axe_finds_nothing_serious_in_light_and_dark(browser: Browser) -> None:
    axe = (resources.files("axe_core_python") / "axe.min.js").read_text("utf-8")
    for page in all_pages(browser):
        browser.show(page)
        browser.driver.execute_script(axe)
        for scheme, size in (("light", WIDE), ("dark", NARROW)):
            browser.look(size, scheme)
            # On a busy machine the page is not laid out anew at once.
            browser.wait(
                f"return matchMedia('(prefers-color-scheme: {scheme})').matches && innerWidth === {size[0]}"
            )
            result = browser.driver.execute_async_script(AXE)
            found = [
                f"{page} ({scheme}): {one['id']}: {one['help']}: {one['nodes'][0]['html']}"
                for one in result["violations"]
                if one["impact"] in SERIOUS
            ]
            assert found == []
            assert result["passes"], page


def test_the_keyboard_reaches_the_content_first(browser: Browser) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    browser.show(article(browser, "were red"))
    browser.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.run("return document.activeElement.closest('main') !== null")


def test_the_keyboard_goes_from_a_mark_to_its_row_and_back(browser: Browser) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.show(article(browser, "were red"))
    browser.run("document.querySelector('#f6').focus()")
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    browser.wait("return document.activeElement.closest('#r6') !== null")
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    browser.wait("return document.activeElement.id === 'f6'")


def test_the_keyboard_scrolls_what_is_wider_than_the_screen(browser: Browser) -> None:
    browser.show("runs.html", NARROW)
    wide = "[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth)"
    assert browser.run(f"return {wide}.length")
    assert browser.run(f"return {wide}.every(one => one.tabIndex === 0 && one.getAttribute('aria-label'))")


def test_without_scripts_the_pages_are_whole(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.show("findings/f000000000000001.html")
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        assert "gap 2" in browser.run("return document.querySelector('.chart .wide').textContent")
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_on_paper_there_is_the_page_and_no_menu(browser: Browser) -> None:
    browser.show("findings/f000000000000001.html", NARROW)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        shown = "return getComputedStyle(document.querySelector('{}')).display"
        assert browser.run(shown.format(".top nav")) == "none"
        assert browser.run(shown.format(".find")) == "none"
        assert browser.run(shown.format(".chart .wide")) == "block"
        assert browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_pages_print(browser: Browser) -> None:
    for page in ("index.html", "findings/f000000000000001.html", article(browser, "were red")):
        browser.show(page)
        printed = browser.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
        assert base64.b64decode(printed["data"]).startswith(b"%PDF"), page
