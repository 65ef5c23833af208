// Keyboard and clipboard: the few things that a page cannot do from the server. Everything is delegated, so rendering never has to wire it.
(() => {
  const typing = target => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  // "/" goes to the search box, Escape leaves it.
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      const box = document.getElementById("search");
      if (box && box.offsetParent !== null) { event.preventDefault(); box.focus(); box.select(); }
    } else if (event.key === "Escape" && event.target?.id === "search") {
      event.target.blur();
    }
  });

  // "?" shows the keys; the popover closes itself on Escape.
  document.addEventListener("keydown", event => {
    if (event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      document.getElementById("keys")?.togglePopover();
    }
  });

  // Arrow keys inside a row of tabs.
  document.addEventListener("keydown", event => {
    const tab = event.target.closest?.("[role=tab]");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!tab || !step) { return; }
    const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
    event.preventDefault();
    tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length].focus();
  });

  // A link that names an element puts the focus there, at once or when the page that it leads to has it. That page gives the focus to its
  // title first or last, as it happens; the link's wish outlives that, until a person does something else.
  let wish = null;
  const fulfil = () => {
    if (!wish || performance.now() > wish.until) { return; }
    const element = document.getElementById(wish.id);
    if (!element) { requestAnimationFrame(fulfil); return; }
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", event => {
    wish = null;
    const link = event.target.closest?.("a[data-focus]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (document.getElementById(link.dataset.focus)) { event.preventDefault(); event.stopPropagation(); }
    wish = { id: link.dataset.focus, until: performance.now() + 3000 };
    fulfil();
  }, true);
  document.addEventListener("focusin", event => { if (event.target.tagName === "H1") { fulfil(); } });
  document.addEventListener("keydown", () => wish = null, true);

  // What was typed while the connection was away, or shortly before that was noticed, did not reach the server: say it again.
  const typed = new Map();
  const unheard = 60000;
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, event => { if (event.isTrusted && event.target.type !== "file") { typed.set(event.target, { kind, at: performance.now() }); } }, true);
  }
  let lost = Infinity;
  document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", event => {
    if (event.detail.state === "show") {
      lost = Math.min(lost, performance.now());
    } else if (event.detail.state === "hide") {
      for (const [field, { kind, at }] of typed) {
        if (field.isConnected && at > lost - unheard) { field.dispatchEvent(new Event(kind, { bubbles: true })); }
      }
      typed.clear();
      lost = Infinity;
    }
  });

  // Copying: the button names what it copies, and says that it did.
  const say = words => {
    const region = document.getElementById("announcements");
    if (region) { region.textContent = ""; requestAnimationFrame(() => region.textContent = words); }
  };
  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) { return; }
    const text = document.getElementById(button.dataset.copy)?.innerText ?? "";
    try {
      await navigator.clipboard.writeText(text);
      button.dataset.copied = "yes";
      setTimeout(() => delete button.dataset.copied, 2000);
      say("Copied.");
    } catch {
      say("The browser did not allow copying. Select the text and copy it yourself.");
    }
  });

  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-reload]")) { location.reload(); }
  });
})();
