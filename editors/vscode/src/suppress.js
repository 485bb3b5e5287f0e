"use strict";

const WORDS = {
  ar: { title: "لماذا يبقى هذا التنبيه؟", hint: "السبب، ويُكتب في المسودة", empty: "لا يبقى تنبيه بلا سبب", gone: "لم يعد هذا التنبيه في المسودة" },
  en: { title: "Why may this finding stand?", hint: "The reason; it is written into the draft", empty: "No finding stands without a reason", gone: "The draft no longer has this finding" },
};

/**
 * Asks why a finding may stand, and has the server write the reason into the draft.
 * @param {{uri: string, finding: string}} which the finding, as the server names it
 * @param {string} language of the questions
 * @param {object} window where the user is asked: VS Code's own
 * @param {(given: object) => Promise<boolean>} send gives the answer to the server; false if it knows no such finding
 */
async function suppress(which, language, window, send) {
  const words = WORDS[language];
  const reason = await window.showInputBox({
    title: words.title,
    prompt: words.hint,
    validateInput: (value) => (value.trim() ? undefined : words.empty),
  });
  if (reason === undefined || !reason.trim()) return;
  if (!(await send({ ...which, reason: reason.trim() }))) window.showWarningMessage(words.gone);
}

module.exports = { suppress };
