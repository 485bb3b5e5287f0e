"use strict";

// The bundle that is packaged, with a real server behind it; the editor in front is a stand-in.
// CHECKER_COMMAND says how the server is started, as JSON.

const assert = require("node:assert");
const Module = require("node:module");
const path = require("node:path");
const test = require("node:test");
const { fakeVscode } = require("./support/fake-vscode");

const BUNDLE = path.join(__dirname, "../dist/extension.js");
const COMMAND = JSON.parse(process.env.CHECKER_COMMAND || '["checker", "lsp"]');
const DRAFT = "🔥 قتل 14 شخصا هم 10 جنود وخمسة مدنيين.";
const URI = "file:///drafts/fire.txt";

/** The bundle, freshly loaded into an editor. */
function load(fake) {
  const before = Module._load;
  Module._load = (name, ...rest) => (name === "vscode" ? fake.vscode : before(name, ...rest));
  try {
    delete require.cache[BUNDLE];
    return require(BUNDLE);
  } finally {
    Module._load = before;
  }
}

test("a draft is underlined, in the language that is set", { timeout: 30_000 }, async () => {
  const set = { command: COMMAND, language: "en" };
  const fake = fakeVscode(set, "ar");
  const extension = load(fake);
  await extension.activate({ subscriptions: [] });
  assert.deepStrictEqual(fake.errors, []);
  const [found, ...more] = await fake.open(URI, "plaintext", DRAFT);
  assert.deepStrictEqual(more, []);
  assert.match(found.message, /10 \+ 5 = 15 ≠ 14/);
  assert.match(found.message, /^The parts/);
  assert.strictEqual(found.relatedInformation.length, 2);
  const words = [found, ...found.relatedInformation].map((place) => {
    const { start, end } = place.range || place.location.range;
    return DRAFT.slice(start.character, end.character);
  });
  assert.deepStrictEqual(words.sort(), ["10 جنود", "14 شخصا", "خمسة مدنيين"].sort());

  const again = fake.next(URI);
  set.language = "ar";
  await fake.events.configured.fire({ affectsConfiguration: (section) => section === "checker" });
  assert.match((await again)[0].message, /^الأجزاء/);
  await extension.deactivate();
});

test("a server that is not there is said, with how to get it", { timeout: 30_000 }, async () => {
  const fake = fakeVscode({ command: ["no-such-checker"] }, "en");
  await load(fake).activate({ subscriptions: [] });
  assert.match(fake.errors.join("\n"), /pip install 'checker\[lsp\]'/);
});
