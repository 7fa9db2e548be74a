"""The web page in a real browser: headless Chromium against a server on this machine.

Skipped, saying so, where Chromium, its driver or selenium is missing
(Debian: apt-get install chromium chromium-driver).
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests import acting, books

pytest.importorskip("datasette", reason="the extra `web` is not installed")
pytest.importorskip("selenium", reason="selenium is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="chromium or chromedriver is not installed"
)

from selenium import webdriver  # noqa: E402 - after the check that it is there
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

from pipeline.web.words import path  # noqa: E402

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--no-default-browser-check", "--disable-dev-shm-usage",
    "--force-prefers-reduced-motion",  # or a click meets what is still scrolling
)  # fmt: skip
DECISION = path("decision", "dorset/ieDecisionDetails:AIId=90433#IId=31207")
SUPPLIER = path("supplier", "Marlpit Highways plc")
PAGES = (
    "/", "/?q=contract&council=Dorset", "/?q=lankashire", DECISION, SUPPLIER, "/suppliers",
    "/council/dorset", "/councils", "/questions", "/questions/votes-that-split",
    path("document", "northumberland/file/northumberland/report-home-to-school-transport.txt"),
    path("matter", "leeds/IId=4410"), "/nothing",
)  # fmt: skip

TABLES = (  # Datasette's own
    "/minutebook", "/minutebook/savings_ledger", "/minutebook/decisions?_facet=maker_kind",
    "/minutebook/decisions/1", "/minutebook?sql=select+1",
    "/minutebook/largest-awards?council=Wigan&supplier=&from=&to=",
)  # fmt: skip


def served(db: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "pipeline.cli", "serve", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        found = re.search(r"http://127\.0\.0\.1:[0-9]+", server.stdout.readline())
        assert found
        for _ in range(100):
            try:
                urlopen(found[0] + "/-/minutebook/site.css").close()
                break
            except OSError:
                time.sleep(0.1)
        try:
            yield found[0]
        finally:  # or a failing test waits for ever
            server.terminate()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    yield from served(books.sample())


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    driver.set_window_size(1300, 900)
    driver.get("about:blank")  # leaves the page that the browser itself opens with
    yield driver
    driver.quit()


@pytest.fixture(autouse=True)
def quiet(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test: nothing on the console, no request that left this machine."""
    driver = request.getfixturevalue("browser")
    driver.get_log("browser"), driver.get_log("performance")
    yield
    told = [m for m in driver.get_log("browser") if "404" not in m["message"]]
    assert not told
    asked = re.findall(
        r'"method":"Network\.requestWillBeSent".*?"url":"([^"]+)"',
        "\n".join(m["message"] for m in driver.get_log("performance")),
    )
    home = ("http://127.0.0.1:", "data:", "chrome:")  # the browser's own pages are in it
    assert not [a for a in asked if not a.startswith(home)]


def one(browser: webdriver.Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def many(browser: webdriver.Chrome, selector: str) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, selector)


def until(browser: webdriver.Chrome, holds: Any, message: str = "") -> None:
    WebDriverWait(browser, 30).until(lambda _: holds(), message)


def arrived(browser: webdriver.Chrome, words: str) -> None:
    """Wait for a page by its address, whole: a key pressed while it comes is lost."""
    ready = "return document.readyState"
    until(
        browser,
        lambda: words in browser.current_url and browser.execute_script(ready) == "complete",
        words,
    )


def wide(browser: webdriver.Chrome) -> int:
    return int(browser.execute_script("return document.documentElement.scrollWidth"))


def lit(browser: webdriver.Chrome) -> str:
    return " ".join(e.text for e in many(browser, "#text .m.lit"))


def test_search_filter_and_open(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    one(browser, "#q").send_keys("contract", Keys.ENTER)
    arrived(browser, "q=contract")
    whole = len(many(browser, ".entries > li"))
    assert many(browser, ".entries mark")
    one(browser, "[aria-labelledby=facet-council] a").click()
    arrived(browser, "council=")
    assert 0 < len(many(browser, ".entries > li")) < whole
    one(browser, ".chosen a").click()
    until(browser, lambda: "council=" not in browser.current_url)
    assert len(many(browser, ".entries > li")) == whole
    one(browser, ".more summary").click()
    one(browser, "select[name=action]").send_keys("award")
    one(browser, ".ask button").click()
    arrived(browser, "action=award")
    assert {t.text for t in many(browser, ".entries .tag")} == {"award"}
    title = one(browser, ".entries h3 a")
    said = title.text
    title.click()
    arrived(browser, "/decision/")
    assert one(browser, "h1").text.endswith(said)


def test_from_a_value_to_its_words_and_back(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + DECISION)
    value = one(browser, "#h-amounts + ul .value")
    assert value.text == "£500,000"
    value.click()
    assert "£500,000" in lit(browser)
    words = browser.switch_to.active_element
    assert words.get_attribute("class").startswith("m ")
    assert one(browser, "#told").text.count("£500,000")
    one(browser, "#told .back a").click()
    assert browser.switch_to.active_element == value


def test_from_words_to_the_value_and_rule(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + DECISION)
    mark = next(m for m in many(browser, "#text .m.tone-saving, #text .m.tone-money")
                if "275,000" in m.text)  # fmt: skip
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
    mark.click()
    told = one(browser, "#told").text
    assert "£275,000" in told
    assert "rule " in told
    one(browser, "#told li a").click()
    assert "£275,000" in browser.switch_to.active_element.text


def test_a_link_to_a_fact_lights_it(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + DECISION)
    fact = one(browser, "#h-savings + ul .value").get_attribute("data-fact")
    browser.get("about:blank")
    browser.get(f"{site}{DECISION}#w-{fact}")
    assert "275,000" in lit(browser)


def test_without_scripts_links_still_lead(browser: webdriver.Chrome, site: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(site + DECISION)
        value = one(browser, "#h-savings + ul .value")
        target = value.get_attribute("href").partition("#")[2]
        value.click()
        assert browser.current_url.endswith("#" + target)
        assert many(browser, f"[id='{target}']")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_supplier_page(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + "/suppliers?q=marlpit")
    one(browser, "tbody a").click()
    arrived(browser, "/supplier/")
    assert one(browser, "h1").text == "Marlpit Highways plc"
    assert "awarded to Marlpit" in one(browser, ".entries").text
    one(browser, ".entries h3 a").click()
    arrived(browser, "/decision/")


def test_by_keyboard_alone(browser: webdriver.Chrome, site: str) -> None:
    def press(key: str, times: int = 1) -> WebElement:
        for _ in range(times):
            browser.switch_to.active_element.send_keys(key)
        return browser.switch_to.active_element

    browser.get(site + "/councils")
    assert press(Keys.TAB).get_attribute("class") == "skip"
    press(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "main"
    browser.get(site)
    # The box takes the keyboard once the page is drawn: a key pressed before that is lost.
    until(browser, lambda: browser.switch_to.active_element.get_attribute("name") == "q", "box")
    browser.switch_to.active_element.send_keys("winter service", Keys.ENTER)
    arrived(browser, "q=winter")
    for _ in range(40):
        here = press(Keys.TAB)
        if "/decision/" in (here.get_attribute("href") or ""):
            break
    press(Keys.ENTER)
    arrived(browser, "/decision/")
    for _ in range(80):
        here = press(Keys.TAB)
        if here.text == "£3,735,000":
            break
    press(Keys.ENTER)
    assert "3,735,000" in lit(browser)
    before = browser.switch_to.active_element
    assert press(Keys.ARROW_RIGHT) != before
    assert press(Keys.ARROW_LEFT) == before
    assert press(Keys.ESCAPE).text == "£3,735,000"
    ring = browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"


@pytest.mark.parametrize("width", [320, 390, 768])
def test_narrow_screens_need_no_sideways_scroll(
    browser: webdriver.Chrome, site: str, width: int
) -> None:
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        for page in PAGES:
            browser.get(site + page)
            until(browser, lambda: wide(browser) <= width, page)  # it settles after loading
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(browser: webdriver.Chrome, site: str, scheme: str) -> None:
    pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    axe = (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    for page in (*PAGES, *TABLES):
        browser.get(site + page)
        if page in TABLES:  # boxes that Datasette makes when the page has loaded are named then
            until(browser, lambda: not many(browser, "textarea:not([aria-label], [name])"), page)
        browser.execute_script(axe)
        found = browser.execute_async_script(
            "const done = arguments[0]; axe.run().then((r) => done(r.violations.map((v) => "
            "[v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html + n.failureSummary)])))"
        )
        assert not [v for v in found if v[0] in ("serious", "critical")], page
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_every_page_runs_under_its_policy(browser: webdriver.Chrome, site: str) -> None:
    for page in (*PAGES, *TABLES):
        browser.get(site + page)
        assert one(browser, "h1").text
    for image in many(browser, "img"):
        assert image.get_property("naturalWidth")


def test_pictures_are_seen(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + "/council/dorset")
    images = many(browser, "figure img")
    assert len(images) >= 3
    for image in images:
        browser.execute_script("arguments[0].scrollIntoView()", image)
        until(browser, lambda shown=image: shown.get_property("naturalWidth") > 0)


def test_printed_it_has_the_facts_and_the_source(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + DECISION)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = one(browser, "body").text
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert "rule money" in shown
    assert "Is Key decision?: Yes" in shown
    assert "Suppliers" not in shown


def test_hostile_words_run_nothing(
    browser: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory
) -> None:
    evil = acting.copy(books.sample(), tmp_path_factory.mktemp("e") / "evil.db", acting.ACTING)
    walk(browser, evil)


def test_no_word_is_too_long_for_the_page(
    browser: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory
) -> None:
    long = acting.copy(books.sample(), tmp_path_factory.mktemp("l") / "long.db", ("x" * 3000,))
    walk(browser, long)


def walk(browser: webdriver.Chrome, db: Path) -> None:
    """Open what a reader would open first: nothing runs, nothing widens the page."""
    for site in served(db):
        browser.get(site + "/?q=contract")
        pages = [
            "/",
            "/suppliers",
            "/councils",
            "/questions/savings-ledger",
            "/minutebook/decisions",
        ]
        pages += [a.get_attribute("href").removeprefix(site) for a in many(browser, ".entries a")]
        for page in pages[:25]:
            browser.get(site + page)  # an alert would raise UnexpectedAlertPresentException
            assert not many(browser, "svg[onload], img[onerror], base, textarea")
            assert wide(browser) <= 1300 or page.startswith("/minutebook")
