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

  // A link that names an element puts the focus there, at once or when the page that it leads to has it.
  const focusSoon = (id, deadline) => {
    const element = document.getElementById(id);
    if (element) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "center" });
    } else if (performance.now() < deadline) {
      requestAnimationFrame(() => focusSoon(id, deadline));
    }
  };
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[data-focus]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (document.getElementById(link.dataset.focus)) { event.preventDefault(); event.stopPropagation(); }
    focusSoon(link.dataset.focus, performance.now() + 3000);
  }, true);

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
