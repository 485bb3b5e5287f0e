"use strict";

// As much of VS Code as a language client needs to open one draft: the real editor cannot be had in a test.
// What is not written out here is a class that can be made, extended and called, and does nothing.

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...places) {
    const [start, end] =
      places.length === 4 ? [new Position(places[0], places[1]), new Position(places[2], places[3])] : places;
    Object.assign(this, { start, end });
  }
}

class Uri {
  static parse(text) {
    return Object.assign(new Uri(), { text, scheme: text.split(":")[0], fsPath: text });
  }
  static file(path) {
    return Uri.parse(`file://${path}`);
  }
  toString() {
    return this.text;
  }
}

class EventEmitter {
  constructor() {
    this.listeners = [];
    this.event = (listener, self) => {
      this.listeners.push(listener.bind(self));
      return { dispose() {} };
    };
  }
  async fire(value) {
    await Promise.all(this.listeners.map((listener) => listener(value)));
  }
  dispose() {}
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class DiagnosticRelatedInformation {
  constructor(location, message) {
    Object.assign(this, { location, message });
  }
}

class Location {
  constructor(uri, range) {
    Object.assign(this, { uri, range });
  }
}

class CancellationTokenSource {
  constructor() {
    this.token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  }
  cancel() {
    this.token.isCancellationRequested = true;
  }
  dispose() {}
}

/** Does nothing, whatever is asked of it. */
function nothing(known = {}) {
  return new Proxy(class {}, {
    get: (target, name) => {
      if (name in known) return known[name];
      if (name === "prototype" || name === Symbol.hasInstance) return Reflect.get(target, name);
      if (name === "then" || typeof name === "symbol") return undefined;
      if (/^on[A-Z]/.test(name)) return () => ({ dispose() {} });
      return (known[name] = nothing());
    },
    set: (_, name, value) => {
      known[name] = value;
      return true;
    },
    apply: () => ({ dispose() {} }),
    construct: (target, words, made) => Reflect.construct(target, words, made),
  });
}

/**
 * @param {object} set the settings of the section "checker"
 * @param {string} language of the editor
 */
function fakeVscode(set, language) {
  const events = { opened: new EventEmitter(), configured: new EventEmitter() };
  const commands = new Map();
  const shown = new Map();
  const errors = [];
  const output = nothing({ append() {}, appendLine() {}, show() {}, dispose() {}, logLevel: 3 });
  const vscode = nothing({
    version: "1.140.0",
    Position,
    Range,
    Uri,
    EventEmitter,
    CancellationTokenSource,
    Diagnostic,
    DiagnosticRelatedInformation,
    Location,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
    env: nothing({ language, appName: "test", appHost: "desktop", isTelemetryEnabled: false }),
    l10n: { t: (text) => text },
    languages: nothing({
      match: (selector, document) =>
        [selector].flat().some((filter) => filter.language === document.languageId) ? 10 : 0,
      createDiagnosticCollection: () => ({
        set: (uri, found) => shown.get(uri.toString())?.(found),
        delete() {},
        clear() {},
        dispose() {},
      }),
    }),
    commands: nothing({
      registerCommand: (name, run) => {
        commands.set(name, run);
        return { dispose() {} };
      },
      executeCommand: (name, ...words) => commands.get(name)(...words),
    }),
    window: nothing({
      createOutputChannel: () => output,
      showErrorMessage: async (message) => void errors.push(message),
      showWarningMessage: async (message) => void errors.push(message),
      visibleTextEditors: [],
      activeTextEditor: undefined,
      tabGroups: nothing({ all: [] }),
    }),
    workspace: nothing({
      textDocuments: [],
      notebookDocuments: [],
      workspaceFolders: undefined,
      isTrusted: true,
      getConfiguration: () => ({ get: (key, otherwise) => set[key] ?? otherwise }),
      onDidOpenTextDocument: events.opened.event,
      onDidChangeConfiguration: events.configured.event,
    }),
  });
  /** Opens a draft; gives what is underlined in it, each time that is told. */
  const open = (uri, languageId, text) =>
    new Promise((resolve) => {
      const document = { uri: Uri.parse(uri), languageId, version: 1, getText: () => text, isClosed: false };
      shown.set(uri, resolve);
      vscode.workspace.textDocuments.push(document);
      events.opened.fire(document);
    });
  return { vscode, commands, errors, open, next: (uri) => new Promise((r) => shown.set(uri, r)), events };
}

module.exports = { fakeVscode };
