"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { serverOptions, wishes } = require("../src/settings");
const { suppress } = require("../src/suppress");

test("the server is started as it is set", () => {
  assert.deepStrictEqual(serverOptions(["/x/checker", "lsp", "--lang", "en"]), {
    command: "/x/checker",
    args: ["lsp", "--lang", "en"],
  });
  for (const wrong of [undefined, [], "checker"]) {
    assert.deepStrictEqual(serverOptions(wrong), { command: "checker", args: ["lsp"] });
  }
});

test("the language is the one that is set, else the editor's, else Arabic", () => {
  assert.strictEqual(wishes({ language: "en" }, "ar").language, "en");
  assert.strictEqual(wishes({ language: "" }, "en-GB").language, "en");
  assert.strictEqual(wishes({}, "fr").language, "ar");
  assert.deepStrictEqual(wishes({ select: ["CF1"] }, "ar"), {
    language: "ar",
    select: ["CF1"],
    ignore: [],
    asksReason: true,
  });
});

/** An editor whose user answers so. */
function answering(reason) {
  const said = [];
  return { said, showInputBox: async () => reason, showWarningMessage: (text) => said.push(text) };
}

test("the reason goes to the server", async () => {
  const sent = [];
  const which = { uri: "file:///a.txt", finding: "1f" };
  await suppress(which, "en", answering(" both are quoted "), async (given) => sent.push(given) > 0);
  assert.deepStrictEqual(sent, [{ ...which, reason: "both are quoted" }]);
});

test("nothing happens without a reason", async () => {
  for (const reason of [undefined, "", "  "]) {
    await suppress({}, "ar", answering(reason), () => assert.fail("it was sent"));
  }
});

test("a finding that is gone is said", async () => {
  const window = answering("why");
  await suppress({}, "en", window, async () => false);
  assert.match(window.said[0], /no longer/);
});
