// Runs before the first paint, so that a dark console never flashes white.
(() => {
  const read = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows may refuse; the choice then lasts for this page */ } };
  const root = document.documentElement;
  root.dataset.theme = read("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

  // What the components ask for.
  window.mamConsole = {
    isDark: () => root.dataset.theme === "dark",
    setDark: dark => { root.dataset.theme = dark ? "dark" : "light"; write("theme", root.dataset.theme); },
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    isDismissed: what => read(`dismissed:${what}`) === "yes",
    dismiss: what => write(`dismissed:${what}`, "yes"),
    confirm: question => window.confirm(question),
    // Streamed to the server: a pasted file may be longer than a message of the circuit.
    textOf: id => new TextEncoder().encode(document.getElementById(id)?.value ?? ""),
    focus: selector => document.querySelector(selector)?.focus(),
  };
})();
