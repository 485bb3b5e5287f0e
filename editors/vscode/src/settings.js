"use strict";

/** The languages that the server speaks. */
const LANGUAGES = ["ar", "en"];

/**
 * How the server is started.
 * @param {string[]} command the program and its words, as the user has set them
 */
function serverOptions(command) {
  const [program, ...words] = Array.isArray(command) && command.length ? command : ["checker", "lsp"];
  return { command: program, args: words };
}

/**
 * What the server is asked for.
 * @param {{language?: string, select?: string[], ignore?: string[]}} set the user's settings
 * @param {string} shown the language of VS Code itself, such as "ar" or "en-gb"
 */
function wishes(set, shown) {
  const own = String(shown || "").slice(0, 2).toLowerCase();
  const language = LANGUAGES.includes(set.language) ? set.language : LANGUAGES.includes(own) ? own : "ar";
  return { language, select: set.select || [], ignore: set.ignore || [], asksReason: true };
}

module.exports = { serverOptions, wishes };
