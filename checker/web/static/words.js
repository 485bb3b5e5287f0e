// What the page says: loaded by language, filled in as plain text, never as markup.

let words = {};
let plural = new Intl.PluralRules("ar");
export let lang = "ar";

export async function load(language) {
  const answer = await fetch(`/words/${language}.json`);
  if (!answer.ok) throw new Error("words");
  words = await answer.json();
  lang = language;
  plural = new Intl.PluralRules(language);
}

export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{([a-z]+)\}/g, (gap, name) => values[name] ?? gap);
}

// A phrase with a number in it, in the form that the language has for that number.
export function count(key, number) {
  const form = `${key}_${plural.select(number)}`;
  return say(form in words ? form : `${key}_other`, { count: number });
}

// Why two figures were linked; a reason that is not translated stays English.
export function reason(name) {
  return words[`reason.${name}`] ?? name;
}

// Says everything on the page that carries a key, in the language that is loaded.
export function retell() {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  document.title = say("title");
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-say-label]")) node.setAttribute("aria-label", say(node.dataset.sayLabel));
  for (const node of document.querySelectorAll("[data-say-title]")) node.title = say(node.dataset.sayTitle);
  for (const node of document.querySelectorAll("[data-say-placeholder]")) node.placeholder = say(node.dataset.sayPlaceholder);
}
