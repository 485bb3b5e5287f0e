// The page: what is typed goes to the server, what comes back is shown.

import * as api from "./api.js";
import { $, icon, make } from "./dom.js";
import { card, chip, rows } from "./figures.js";
import { asText, item, letStand, reportText, tick, verdict } from "./findings.js";
import { paint, reveal } from "./marks.js";
import { HUES, read } from "./report.js";
import { moved, normalise } from "./text.js";
import { nextTheme, remember, remembered, showTheme } from "./theme.js";
import * as words from "./words.js";

const { say, count } = words;
const PAUSE = 250; // milliseconds without a key press before a check
const SPEAK = 900; // … and before a screen reader is told of it
const LANGUAGE = "checker-language";
const RETRIES = 5;

const draft = $("draft");
const marks = $("marks");

// What is shown: the report, the figures' places in the text as it is now, and what is chosen.
const state = {
  report: null,
  spans: [],
  text: "",
  finding: null,
  claim: null,
  source: null, // the file that the text came from, for as long as it is unchanged
  opened: null, // all articles of that file
  problem: null,
  took: null,
};
let rules = new Map();
let sure = 1; // how sure a link must be for a finding to go without a word of doubt
let forms = { reads: [], writes: [], limit: Infinity };
let timer = 0;
let speaker = 0;
let running = null;

// --- asking -------------------------------------------------------------------------------------

function typed() {
  const text = draft.value;
  if (text === state.text) return;
  state.spans = moved(state.spans, state.text, text);
  state.text = text;
  state.source = null;
  showArticles(null);
  paintMarks();
  measure();
  schedule(PAUSE);
}

function schedule(delay) {
  clearTimeout(timer);
  running?.abort();
  running = null;
  timer = setTimeout(() => checkNow(), delay);
}

async function checkNow(tries = 0) {
  const text = state.text;
  if (!text.trim()) {
    settle(null);
    return;
  }
  busy(true);
  const control = new AbortController();
  running = control;
  const begin = performance.now();
  try {
    const answer = await api.check({ text: text.toWellFormed?.() ?? text }, control.signal);
    state.took = performance.now() - begin;
    settle(read(answer.documents[0], text));
  } catch (error) {
    if (control.signal.aborted) return;
    if (error instanceof api.Refused && error.after && tries < RETRIES) {
      fail(error);
      timer = setTimeout(() => checkNow(tries + 1), error.after * 1000);
      return;
    }
    fail(error);
  } finally {
    if (running === control) {
      running = null;
      busy(false);
    }
  }
}

async function openFile(file) {
  if (file.size > forms.limit) {
    fail(null, `${say("file_too_large", { limit: Math.floor(forms.limit / 1048576) })} ${say("file_stays")}`);
    return;
  }
  clearTimeout(timer);
  running?.abort();
  const control = new AbortController();
  running = control;
  busy(true);
  const source = { file, name: file.name };
  const begin = performance.now();
  try {
    const answer = await api.open(source, control.signal);
    state.took = performance.now() - begin;
    state.source = source;
    showArticles(answer);
    showArticle(0);
    toTop();
  } catch (error) {
    if (!control.signal.aborted) fail(error);
  } finally {
    if (running === control) {
      running = null;
      busy(false);
    }
  }
}

// The articles of a file, where there are several: one is shown, the others can be chosen.
function showArticles(answer) {
  state.opened = answer;
  const several = answer !== null && answer.texts.length > 1;
  $("articles-row").hidden = !several;
  $("articles").replaceChildren(
    ...(several ? answer.texts.map((text, index) => make("option", { value: String(index) }, `${index + 1}. ${text.trim().slice(0, 60)}`)) : []),
  );
}

function showArticle(index) {
  const { texts, report } = state.opened;
  const found = read(report.documents[index], texts[index]);
  draft.value = normalise(texts[index]).shown;
  state.text = draft.value;
  settle(found);
}

function settle(report) {
  state.report = report;
  state.problem = null;
  state.spans = report ? report.claims : [];
  const same = (list, old) => (old && list ? list.find((one) => one.start === old.start && one.text === old.text) ?? null : null);
  state.claim = same(report?.claims, state.claim);
  state.finding = report?.findings.find((one) => one.rule === state.finding?.rule && one.arithmetic === state.finding.arithmetic) ?? null;
  show();
  clearTimeout(speaker);
  if (report) speaker = setTimeout(() => ($("spoken").textContent = `${$("verdict-head").textContent}. ${$("verdict-text").textContent}`), SPEAK);
}

function fail(error, text) {
  if (error instanceof api.Refused && error.status === 401) {
    askToken();
    return;
  }
  state.problem = { error, text };
  showVerdict();
  $("spoken").textContent = `${$("verdict-head").textContent}. ${$("verdict-text").textContent}`;
}

function problemText({ error, text }) {
  if (text) return text;
  const told = error instanceof api.Refused ? error.words?.[words.lang] ?? String(error.status) : say("offline");
  return error?.after ? `${told}. ${say("retrying")}` : told;
}

// --- showing ------------------------------------------------------------------------------------

function show() {
  paintMarks();
  measure();
  showVerdict();
  showNotices();
  showFindings();
  showCard();
  showTicks();
  showLetStand();
  showTable();
  $("copy").disabled = $("download").disabled = !state.report;
  $("clear").hidden = !state.text;
  $("sample").hidden = $("intro").hidden = Boolean(state.text);
}

function paintMarks() {
  const lit = new Set(state.finding ? state.finding.claims.map((claim) => claim.id) : []);
  if (state.claim && !state.finding) {
    lit.add(state.claim.id);
    for (const tie of state.claim.ties) for (const claim of tie.claims) lit.add(claim.id);
  }
  paint(marks, draft.value, state.spans, lit, state.claim?.id ?? null);
}

function measure() {
  const found = state.text.match(/\S+/g)?.length ?? 0;
  const took = state.report && state.took !== null ? ` · ${say("took", { ms: Math.max(1, Math.round(state.took)) })}` : "";
  $("measure").textContent = found ? count("words", found) + took : "";
}

function busy(yes) {
  $("verdict").classList.toggle("busy", yes);
  document.body.toggleAttribute("data-busy", yes);
}

function showVerdict() {
  let told;
  if (state.problem) told = { state: "error", icon: "error", head: say("failed"), text: problemText(state.problem) };
  else if (state.report) told = verdict(state.report);
  else told = { state: "empty", icon: "draft", head: say("empty_head"), text: say("empty_text") };
  $("verdict").dataset.state = told.state;
  $("verdict-icon").setAttribute("href", `#i-${told.icon}`);
  $("verdict-head").textContent = told.head;
  $("verdict-text").textContent = told.text;
}

function showNotices() {
  const failures = (state.source && state.opened?.report.failures) || [];
  const told = [...(state.report?.notices ?? []), ...failures].map((notice) => notice.message[words.lang]);
  $("notices").hidden = !told.length;
  $("notices").replaceChildren(...told.map((text) => make("li", {}, icon("note"), make("span", { dir: "auto" }, text))));
}

function showFindings() {
  const findings = state.report?.findings ?? [];
  $("found").hidden = $("steps").hidden = !findings.length;
  const focused = document.activeElement?.closest?.("#findings li")?.dataset.finding;
  $("findings").replaceChildren(
    ...findings.map((finding) => item(finding, state.report.shown, rules.get(finding.rule), { sure, chooseFinding, choose, copy: copyFinding })),
  );
  if (focused !== undefined) $("findings").querySelector(`[data-finding="${focused}"] .headline`)?.focus({ preventScroll: true });
  showStep();
}

function showStep() {
  const findings = state.report?.findings ?? [];
  for (const node of $("findings").children) {
    const current = state.finding !== null && node.dataset.finding === String(state.finding.index);
    node.classList.toggle("current", current);
    node.querySelector(".headline").setAttribute("aria-pressed", String(current));
  }
  const place = findings.indexOf(state.finding) + 1;
  $("step").textContent = place ? say("step", { place, count: findings.length }) : String(findings.length);
}

function showCard() {
  const claim = state.claim;
  $("card").hidden = !claim;
  document.body.classList.toggle("with-card", Boolean(claim));
  $("card").className = claim && claim.set !== null ? `card hue${claim.set % HUES}` : "card";
  $("card").replaceChildren(...(claim ? card(claim, { choose, chooseFinding, close: closeCard, go: goTo }) : []));
  for (const node of $("rows").children) node.toggleAttribute("aria-current", node.dataset.claim === claim?.id);
}

function showTicks() {
  const checks = state.report?.checks ?? [];
  $("ticks").hidden = !checks.length;
  $("ticks-count").textContent = String(checks.length);
  $("ticks-list").replaceChildren(...checks.map((check) => tick(check, choose)));
}

// Findings that somebody has looked at and lets stand, with the reason.
function showLetStand() {
  const stand = state.report?.suppressed ?? [];
  $("stand").hidden = !stand.length;
  $("stand-count").textContent = String(stand.length);
  $("stand-list").replaceChildren(...stand.map(letStand));
}

function showTable() {
  const claims = state.report?.claims ?? [];
  $("figures").hidden = !claims.length;
  $("rows").replaceChildren(...rows(claims, state.claim?.id, choose));
}

// --- choosing -----------------------------------------------------------------------------------

function chooseFinding(finding) {
  state.finding = finding;
  state.claim = null;
  paintMarks();
  showCard();
  showStep();
  reveal(marks, finding.claims[0]?.id);
  // Where the list scrolls by itself; on a narrow page that would take the draft away again.
  if (matchMedia("(min-width: 861px)").matches) $("findings").querySelector(".current")?.scrollIntoView({ block: "nearest" });
}

function choose(claim, { scroll = true, focus = true } = {}) {
  state.claim = claim;
  if (!state.finding?.claims.includes(claim)) state.finding = null;
  paintMarks();
  showCard();
  showStep();
  if (scroll) reveal(marks, claim.id);
  if (focus) $("card").focus({ preventScroll: scroll });
}

function closeCard() {
  const claim = state.claim;
  state.claim = null;
  paintMarks();
  showCard();
  const row = claim && $("rows").querySelector(`[data-claim="${CSS.escape(claim.id)}"] button`);
  if (document.activeElement === document.body) (row ?? draft).focus({ preventScroll: true });
}

function step(by) {
  const findings = state.report?.findings ?? [];
  if (!findings.length) return;
  const place = findings.indexOf(state.finding);
  chooseFinding(findings[place < 0 ? (by > 0 ? 0 : findings.length - 1) : (place + by + findings.length) % findings.length]);
  $("spoken").textContent = `${$("step").textContent}. ${asText(state.finding)}`;
}

function claimAtCaret() {
  const at = draft.selectionStart;
  if (draft.selectionEnd !== at) return null;
  const span = state.spans.find(({ start, end }) => start <= at && at <= end);
  return span ? state.report?.byId.get(span.id) ?? null : null;
}

function goTo(claim) {
  const span = state.spans.find(({ id }) => id === claim.id);
  if (!span) return;
  draft.focus({ preventScroll: true });
  draft.setSelectionRange(span.start, span.end);
  reveal(marks, claim.id);
}

// --- taking away --------------------------------------------------------------------------------

async function toClipboard(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const helper = make("textarea", { class: "unseen" });
    helper.value = text;
    document.body.append(helper);
    helper.select();
    document.execCommand("copy");
    helper.remove();
  }
  $("spoken").textContent = said;
  toast(said);
}

let toasting = 0;
function toast(text) {
  document.querySelector(".toast")?.remove();
  clearTimeout(toasting);
  const node = make("div", { class: "toast", "aria-hidden": "true" }, icon("holds"), text);
  document.body.append(node);
  toasting = setTimeout(() => node.remove(), 2500);
}

const copyFinding = (finding) => toClipboard(`${asText(finding)}\n`, say("copied_one_finding"));

function currentDraft() {
  return state.source ?? { text: state.text.toWellFormed?.() ?? state.text };
}

function offered() {
  const name = state.source?.name.toLowerCase() ?? "";
  return forms.writes.filter((form) => !form.sources.length || form.sources.some((suffix) => name.endsWith(suffix)));
}

function menu(open) {
  $("download").setAttribute("aria-expanded", String(open));
  $("forms").hidden = !open;
  if (!open) return;
  $("forms").replaceChildren(
    ...offered().map((form) =>
      make("li", {}, make("button", { type: "button", "data-form": form.id, onclick: () => download(form) }, form.label[words.lang], make("code", { dir: "ltr" }, form.suffix))),
    ),
  );
  $("forms").querySelector("button")?.focus();
}

async function download(form) {
  menu(false);
  $("download").focus();
  try {
    const blob = await api.report(form.id, currentDraft(), words.lang);
    const name = state.source?.name.replace(/\.[^.]*$/, "") || "report";
    const link = make("a", { href: URL.createObjectURL(blob), download: `${name}${form.suffix}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (error) {
    fail(error);
  }
}

// --- language, token, wiring --------------------------------------------------------------------

async function speak(language) {
  await words.load(language);
  words.retell();
  remember(LANGUAGE, language);
  history.replaceState(null, "", (language === "en" ? "/en" : "/") + location.hash);
  showTheme($("theme"));
  show();
}

function askToken() {
  $("token-wrong").hidden = !$("asking").open && !$("token").value;
  if (!$("asking").open) $("asking").showModal();
  $("token").focus();
}

async function loadLists() {
  try {
    const [listed, known] = await Promise.all([api.formats(), api.rules()]);
    forms = listed;
    $("file").accept = listed.reads.join(",");
    rules = new Map(known.rules.map((rule) => [rule.id, rule]));
    sure = known.sure_from;
  } catch (error) {
    fail(error);
  }
}

function wire() {
  draft.addEventListener("input", typed);
  draft.addEventListener("pointerup", () => setTimeout(chooseAtCaret));
  draft.addEventListener("keyup", (event) => event.key.startsWith("Arrow") && chooseAtCaret());
  draft.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.altKey) return;
    event.preventDefault();
    const claim = claimAtCaret();
    if (claim) choose(claim, { scroll: false });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      if (!$("forms").hidden) {
        menu(false);
        $("download").focus();
      } else if (state.claim) closeCard();
      else if (state.finding) {
        state.finding = null;
        paintMarks();
        showStep();
      }
    }
  });
  document.addEventListener("click", (event) => {
    if (!$("forms").hidden && !event.target.closest(".menu")) menu(false);
  });
  $("previous").addEventListener("click", () => step(-1));
  $("next").addEventListener("click", () => step(1));
  $("copy").addEventListener("click", () => toClipboard(reportText(state.report), say("copied")));
  $("download").addEventListener("click", () => menu($("forms").hidden));
  $("theme").addEventListener("click", () => nextTheme($("theme")));
  $("language").addEventListener("click", () => speak(words.lang === "ar" ? "en" : "ar"));
  $("help").addEventListener("click", () => $("helping").showModal());
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    if ($("file").files.length) openFile($("file").files[0]);
    $("file").value = "";
  });
  $("articles").addEventListener("change", () => showArticle(Number($("articles").value)));
  $("clear").addEventListener("click", () => replaceText(""));
  $("sample").addEventListener("click", () => api.sample().then(replaceText, fail));
  $("token-form").addEventListener("submit", async () => {
    api.setToken($("token").value);
    await loadLists();
    if (state.text) schedule(0);
  });
  wireDrop();
}

function chooseAtCaret() {
  const claim = claimAtCaret();
  if (claim && claim !== state.claim) choose(claim, { scroll: false, focus: false });
}

function replaceText(text) {
  draft.value = text;
  typed();
  schedule(0);
  toTop();
}

function toTop() {
  draft.focus({ preventScroll: true });
  draft.setSelectionRange(0, 0);
  scrollTo({ top: 0 });
}

function wireDrop() {
  const holds = (event) => event.dataTransfer?.types.includes("Files");
  let depth = 0;
  addEventListener("dragenter", (event) => {
    if (!holds(event)) return;
    depth += 1;
    $("dropping").hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (!holds(event)) return;
    depth = Math.max(0, depth - 1);
    $("dropping").hidden = depth === 0;
  });
  addEventListener("dragover", (event) => holds(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    depth = 0;
    $("dropping").hidden = true;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    openFile(file);
  });
}

async function begin() {
  wire();
  const asked = location.pathname === "/en" ? "en" : null;
  await speak(asked ?? (remembered(LANGUAGE) === "en" ? "en" : "ar"));
  await loadLists();
  typed();
  document.body.dataset.ready = "";
}

begin();
