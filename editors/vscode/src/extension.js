"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { serverOptions, wishes } = require("./settings");
const { suppress } = require("./suppress");

/** @type {LanguageClient | undefined} */
let client;

const settings = () => vscode.workspace.getConfiguration("checker");
const wanted = () =>
  wishes(
    { language: settings().get("language"), select: settings().get("select"), ignore: settings().get("ignore") },
    vscode.env.language,
  );

async function start() {
  client = new LanguageClient("checker", "checker", serverOptions(settings().get("command")), {
    documentSelector: [{ language: "plaintext" }, { language: "markdown" }],
    initializationOptions: wanted(),
  });
  try {
    await client.start();
  } catch (error) {
    const arabic = wanted().language === "ar";
    const hint = arabic
      ? "تعذر تشغيل خادم الفحص. ثبّته بالأمر pip install 'checker[lsp]'، أو غيّر الإعداد checker.command."
      : "The language server could not be started. Install it with pip install 'checker[lsp]', or set checker.command.";
    vscode.window.showErrorMessage(`${hint} (${error instanceof Error ? error.message : error})`);
  }
}

async function stop() {
  const leaving = client;
  client = undefined;
  if (leaving) await leaving.stop().catch(() => {});
}

const send = (given) =>
  client.sendRequest("workspace/executeCommand", { command: "checker.suppress", arguments: [given] });

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("checker.askReason", (which) =>
      suppress(which, wanted().language, vscode.window, send),
    ),
    vscode.commands.registerCommand("checker.restart", async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("checker.command")) {
        await stop();
        await start();
      } else if (event.affectsConfiguration("checker") && client) {
        await client.sendNotification("workspace/didChangeConfiguration", { settings: { checker: wanted() } });
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
