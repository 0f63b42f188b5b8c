// Names to choose from while one types in a field for searching: a combobox with a list, as the ARIA Authoring Practices
// have it. A choice leads to the thing's page. Without this script, or without an answer, the field searches as it is.
(() => {
  "use strict";
  const PAUSE = 150;
  const KINDS_IN_WORDS = /(?<=[a-z])(?=[A-Z])/g;

  function made(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  function suggest(input) {
    const names = new URL(input.dataset.names, document.baseURI);
    const pages = new URL("../../page/", names).href;
    const list = made("ul", { id: input.id + "-names", class: "names", role: "listbox", "aria-label": "Names", hidden: "" });
    const said = made("span", { class: "unseen", role: "status" });
    let waiting = 0;
    let asked = new AbortController();
    let chosen = -1;

    Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": list.id }).forEach(([key, value]) => input.setAttribute(key, value));
    input.form.classList.add("with-names");
    input.form.append(list, said);

    function close() {
      clearTimeout(waiting);
      asked.abort();
      chosen = -1;
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function option({ id, name, notable }, number) {
      const kind = (notable?.[0]?.name ?? "").replace(KINDS_IN_WORDS, " ").toLowerCase();
      const item = made("li", { id: `${list.id}-${number}`, role: "option", "aria-selected": "false" }, name + " ",
        made("small", {}, kind));
      item.dataset.page = pages + id;
      // The field keeps the focus, so that its list stays open until the button is let go.
      item.addEventListener("mousedown", event => event.preventDefault());
      item.addEventListener("click", () => location.assign(item.dataset.page));
      return item;
    }

    function show(found) {
      close();
      list.replaceChildren(...found.map(option));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      said.textContent = found.length === 0 ? "No name begins so" : `${found.length} names, arrow keys choose`;
    }

    async function ask() {
      const words = input.value.trim();
      asked.abort();
      asked = new AbortController();
      const { signal } = asked;
      names.search = new URLSearchParams({ prefix: words });
      try {
        const answer = await fetch(names, { signal });
        const { result } = await answer.json();
        if (!signal.aborted && document.activeElement === input) {
          show(result);
        }
      } catch {
        // Typed on, or no answer: the field searches all the same.
      }
    }

    function choose(step) {
      const options = [...list.children];
      chosen = (chosen + step + options.length + 1 + 1) % (options.length + 1) - 1;
      options.forEach((item, number) => item.setAttribute("aria-selected", String(number === chosen)));
      if (chosen < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      if (input.value.trim().length < 2) {
        close();
        said.textContent = "";
      } else {
        waiting = setTimeout(ask, PAUSE);
      }
    });
    input.addEventListener("keydown", event => {
      if (event.isComposing) {
        return;
      }
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(list.children[chosen].dataset.page);
      }
    });
    input.addEventListener("blur", close);
  }

  document.querySelectorAll("input[data-names]").forEach(suggest);
})();
