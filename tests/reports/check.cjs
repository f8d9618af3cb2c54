// Reads CTRF, TAP and the page as others would: `check.cjs FOLDER RUN…`. A check that has looked at nothing is an error.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const ctrf = require("ctrf");
const { Parser } = require("tap-parser");
const { chromium } = require("playwright-core");

const [folder, ...runs] = process.argv.slice(2);
const checked = { ctrf: 0, tap: 0, html: 0, class: 0 };
const read = (run, name) => fs.readFileSync(path.join(folder, run, name), "utf8");
const count = (results, status) => results.filter((result) => result.status === status).length;

function checkCtrf(run, results) {
  const report = JSON.parse(read(run, "ctrf"));
  const valid = ctrf.validate(report);
  assert.ok(valid.valid, `${run}: ${JSON.stringify(valid.errors)?.slice(0, 2000)}`);
  const { summary, tests } = report.results;
  assert.deepEqual(
    [summary.tests, summary.passed, summary.failed, summary.skipped, summary.other, summary.pending],
    [results.length, ...["passed", "failed", "skipped", "fault", "cancelled"].map((status) => count(results, status))],
    run,
  );
  assert.equal(tests.length, results.length);
  checked.ctrf += tests.length;
  const broken = structuredClone(report);
  delete broken.results.summary.tests;
  assert.ok(!ctrf.validate(broken).valid, "the validator takes anything");
}

function checkTap(run, results) {
  const events = Parser.parse(read(run, "tap"), { strict: true });
  const complete = events.find(([name]) => name === "complete")[1];
  const points = events.filter(([name]) => name === "assert").map(([, point]) => point);
  const reached = results.filter((result) => result.status !== "cancelled");
  assert.deepEqual(points.map((point) => point.name), reached.map((result) => result.exercise), run);
  assert.deepEqual(points.map((point) => point.ok), reached.map((result) => ["passed", "skipped"].includes(result.status)), run);
  assert.equal(points.filter((point) => point.skip).length, count(results, "skipped"), run);
  for (const point of points.filter((one) => !one.ok)) {
    assert.ok(point.diag && typeof point.diag.message === "string", `${run}: ${point.name} has no readable details`);
  }
  assert.equal(Boolean(complete.bailout), run === "stopped", run);
  assert.deepEqual(events.filter(([name]) => name === "extra"), [], `${run}: lines that are no TAP`);
  if (run !== "stopped") {
    const unplanned = complete.failures.filter((failure) => failure.tapError);
    assert.deepEqual(unplanned, [], run);
  }
  const unproved = events.filter(([name, text]) => name === "comment" && text.includes("not forgery-proof")).length;
  assert.equal(unproved, run === "proof" ? 1 : 0, `${run}: passes that are no proof`);
  checked.tap += points.length;
}

const visible = (page) => page.locator("details.exercise:visible").count();
const focused = (page) => page.evaluate(() => document.activeElement.closest("details")?.id ?? document.activeElement.id);

async function open(browser, run, options) {
  // A page is what its name says.
  const file = path.join(folder, run, "page.html");
  fs.copyFileSync(path.join(folder, run, "html"), file);
  return show(browser, file, options);
}

async function show(browser, file, options) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || said.push(`asks for ${request.url()}`));
  await page.goto(`file://${file}`);
  return { page, context, said };
}

async function checkHtml(browser, run, results) {
  const { page, context, said } = await open(browser, run, {});
  assert.equal(await visible(page), results.length, run);
  assert.equal(await page.evaluate(() => window.forged), undefined, `${run}: a learner's script ran`);
  assert.equal(await page.locator("script, img, iframe, object, link").count(), 1, `${run}: foreign markup`);
  assert.equal(await page.locator("html").getAttribute("lang"), run === "german" ? "de" : "en", run);
  const byStatus = (status) => page.locator(`details.${status}`).count();
  assert.equal(await byStatus("failed"), count(results, "failed"));
  assert.equal(await byStatus("fault"), count(results, "fault"));
  assert.deepEqual(said, [], run);
  checked.html += results.length;
  await context.close();
}

async function checkKeys(browser, results) {
  const { page, context, said } = await open(browser, "hostile", {});
  const all = results.length;
  // Search: words must all occur; Escape ends it.
  await page.keyboard.press("/");
  assert.equal(await focused(page), "search");
  await page.keyboard.type("ONE suite_fails");
  assert.equal(await visible(page), 1);
  await page.keyboard.type(" nowhere");
  assert.equal(await visible(page), 0);
  assert.ok(await page.locator("#nothing").isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await visible(page), all);
  // Next, previous, open and close.
  const names = results.map((result) => result.exercise);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await focused(page), names[1]);
  await page.keyboard.press("k");
  assert.equal(await focused(page), names[0]);
  const first = page.locator("details.exercise").first();
  const before = await first.evaluate((one) => one.open);
  await page.keyboard.press("Enter");
  assert.equal(await first.evaluate((one) => one.open), !before);
  // Only what did not pass, and back.
  await page.keyboard.press("f");
  assert.equal(await visible(page), count(results, "failed") + count(results, "fault"));
  await page.keyboard.press("f");
  assert.equal(await visible(page), all);
  // Tab reaches every exercise.
  const reached = new Set();
  for (let step = 0; step < all + 3; step += 1) {
    await page.keyboard.press("Tab");
    reached.add(await focused(page));
  }
  assert.ok(names.slice(1).every((name) => reached.has(name)), [...reached].join());
  assert.deepEqual(said, []);
  await context.close();
}

const CLASS = {
  en: [
    "Choose a field",
    "{exercise}, passes not started",
    "{exercise}, wrong_output failed: the output differs",
    "{exercise}, suite_fails_one earned some of its points: ",
  ],
  de: [
    "Wähle ein Feld",
    "{exercise}, passes: nicht angefangen",
    "{exercise}, wrong_output: nicht bestanden. die Ausgabe weicht ab",
    "{exercise}, suite_fails_one: ein Teil der Punkte. ",
  ],
};

async function checkClass(browser, lang) {
  const { page, context, said } = await show(browser, path.join(folder, `class-${lang}`, "gradebook.html"), {});
  const [choose, notStarted, failed, partial] = CLASS[lang];
  assert.equal(await page.locator("html").getAttribute("lang"), lang);
  assert.equal(await page.evaluate(() => window.forged), undefined, "a learner's script ran");
  assert.equal(await page.locator("script, img, iframe, object, link").count(), 1, "foreign markup");
  const rows = () => page.locator("#map tbody tr:visible").count();
  assert.equal(await rows(), 2);
  const says = async (wanted) => {
    const text = await page.locator("#about").textContent();
    assert.ok(text.startsWith(wanted), `${lang}: ${JSON.stringify(text)} instead of ${wanted}`);
    checked.class += 1;
  };
  await says(choose);
  // Arrow keys move in the map, and each field says what it is.
  await page.locator("#map tbody td:not(.points)").first().focus();
  await page.keyboard.press("ArrowDown");
  await says(notStarted);
  await page.keyboard.press("ArrowRight");
  await says(failed);
  await page.locator("#map td.partial").click();
  await says(partial);
  // Search and order.
  await page.keyboard.press("/");
  await page.keyboard.type("UNTOUCHED");
  assert.equal(await rows(), 1);
  await page.keyboard.press("Escape");
  assert.equal(await rows(), 2);
  const first = () => page.locator("#map tbody th").first().textContent();
  assert.equal(await first(), "untouched");
  await page.locator("#order").selectOption("high");
  assert.equal(await first(), "{exercise}");
  await page.screenshot({ path: path.join(process.env.PICTURES, `class-${lang}.png`), fullPage: true });
  assert.deepEqual(said, []);
  await context.close();
}

/** Contrast of an element's text with what is behind it, as WCAG has it. */
const contrast = (page, selector) =>
  page.evaluate((wanted) => {
    const numbers = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
    const light = (colour) => {
      const [red, green, blue] = numbers(colour).map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const text = light(getComputedStyle(document.querySelector(wanted)).color);
    const back = light(getComputedStyle(document.body).backgroundColor);
    return (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
  }, selector);

async function checkLooks(browser, results) {
  for (const colorScheme of ["light", "dark"]) {
    const { page, context } = await open(browser, "hostile", { colorScheme });
    for (const selector of ["h1", ".passed .sign", ".failed .sign", ".fault .sign", ".skipped .sign", ".about", "dt"]) {
      const found = await contrast(page, selector);
      assert.ok(found >= 4.5, `${colorScheme}: ${selector} has a contrast of ${found}`);
    }
    await page.screenshot({ path: path.join(process.env.PICTURES, `report-${colorScheme}.png`), fullPage: true });
    await page.setViewportSize({ width: 360, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${colorScheme}: ${wide} pixels wide on a telephone`);
    await context.close();
  }
  const { page, context } = await open(browser, "hostile", { colorScheme: "dark" });
  const paper = path.join(process.env.PICTURES, "report.pdf");
  await page.pdf({ path: paper, format: "A4" });
  assert.ok(fs.statSync(paper).size > 10_000);
  const open_ = await page.locator("details.exercise[open]").count();
  assert.equal(open_, results.length, "everything is open on paper");
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await page.locator(".search").isVisible()), "nobody searches on paper");
  const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(back, "rgb(255, 255, 255)", "paper is white, also where the screen is dark");
  await page.screenshot({ path: path.join(process.env.PICTURES, "report-print.png"), fullPage: true });
  await context.close();
}

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  try {
    const of = (run) => JSON.parse(read(run, "json")).results;
    for (const run of runs) {
      checkCtrf(run, of(run));
      checkTap(run, of(run));
      await checkHtml(browser, run, of(run));
    }
    await checkKeys(browser, of("hostile"));
    await checkLooks(browser, of("hostile"));
    for (const lang of Object.keys(CLASS)) await checkClass(browser, lang);
  } finally {
    await browser.close();
  }
  for (const [name, looked] of Object.entries(checked)) assert.ok(looked > 0, `${name}: nothing was looked at`);
  console.log(`reports: ${Object.entries(checked).map((entry) => entry.join(" ")).join(", ")}`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
