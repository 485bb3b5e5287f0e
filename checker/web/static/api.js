// Talking to the server that the page came from.

const TOKEN = "checker-token";
let token = null;
try {
  token = sessionStorage.getItem(TOKEN);
} catch {
  // No storage: the token is asked for again after a reload.
}

export class Refused extends Error {
  constructor(status, error, after) {
    super(error?.code ?? String(status));
    this.status = status;
    this.words = error?.message ?? null;
    this.after = after;
  }
}

export function setToken(value) {
  token = value;
  try {
    sessionStorage.setItem(TOKEN, value);
  } catch {
    // As above.
  }
}

async function ask(path, options = {}) {
  const headers = { ...options.headers };
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(path, { ...options, headers });
  if (answer.ok) return answer;
  const body = await answer.json().catch(() => null);
  throw new Refused(answer.status, body?.error, Number(answer.headers.get("retry-after")) || 0);
}

const body = (draft) =>
  draft.file
    ? { headers: { "content-type": "application/octet-stream" }, body: draft.file }
    : { headers: { "content-type": "application/json" }, body: JSON.stringify({ text: draft.text }) };

const named = (path, draft, more = {}) => {
  const query = new URLSearchParams(more);
  if (draft.name) query.set("name", draft.name.slice(-200));
  return query.size ? `${path}?${query}` : path;
};

const post = (path, draft, signal) => ask(path, { method: "POST", signal, ...body(draft) });

export const check = async (draft, signal) => (await post(named("/api/check", draft), draft, signal)).json();
export const open = async (draft, signal) => (await post(named("/api/open", draft), draft, signal)).json();
export const report = async (form, draft, lang) => (await post(named(`/api/report/${form}`, draft, { lang }), draft)).blob();
export const formats = async () => (await ask("/api/formats")).json();
export const rules = async () => (await ask("/api/rules")).json();
export const sample = async () => (await ask("/static/sample.txt")).text();
