/* What script adds to a page that reads without it: search, the place in the contents, a switch of
   language that keeps the place, and no tab stop at a table that need not scroll. */
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const text = document.querySelector("#text");
  const sheets = [...text.querySelectorAll("article.leaf")];
  const wide = matchMedia("(min-width: 68rem)");
  let here = null;

  searching(document.querySelector("#page-search"));
  followThePlace(document.querySelector("#page-contents"));
  keepThePlace(document.querySelectorAll("a[hreflang]"));
  onlyStopWhereTablesScroll(text.querySelectorAll(".scroll[tabindex]"));

  function searching(form) {
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const list = form.querySelector("ol");
    const most = 40;
    let places = null;
    let index = null;

    form.hidden = false;
    input.addEventListener("focus", prepare, { once: true });
    input.addEventListener("input", () => index && show());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.focus();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      close();
      input.focus();
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(event.target)) close();
    });
    list.addEventListener("click", (event) => {
      if (event.target.closest("a")) close();
    });

    async function prepare() {
      places = sheets.flatMap(placesOf);
      const made = new MiniSearchModule.default({
        fields: ["title", "text"],
        processTerm: plain,
        searchOptions: {
          boost: { title: 3 },
          combineWith: "AND",
          prefix: (term) => term.length > 2,
          fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        },
      });
      const entries = places.map(({ title, text }, id) => ({ id, title, text }));
      await made.addAllAsync(entries, { chunkSize: 100 });
      index = made;
      show();
    }

    function show() {
      const wanted = input.value.trim();
      const found = wanted ? index.search(wanted) : [];
      status.textContent = wanted ? status.dataset.found.replace("#", found.length) : "";
      list.replaceChildren(...found.slice(0, most).map(line));
      list.hidden = !found.length;
    }

    function close() {
      list.hidden = true;
      status.textContent = "";
    }

    function line({ id, terms }) {
      const { heading, sheet, title, text } = places[id];
      heading.id ||= `place-${id}`;
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = `#${heading.id}`;
      link.append(title);
      link.lang = spoken(heading);
      const name = sheet.querySelector("h2");
      if (name && name !== heading) {
        const where = item.appendChild(document.createElement("p"));
        where.className = "where";
        where.lang = spoken(name);
        where.append(name.textContent.trim());
      }
      const extract = item.appendChild(document.createElement("p"));
      extract.lang = spoken(heading);
      extract.append(...passage(text, terms));
      return item;
    }
  }

  /* A sheet cut at its headings: what a reader can be sent to. */
  function placesOf(sheet) {
    const found = [];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    let place = { heading: null, sheet, title: "", text: "" };
    let block = null;
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const heading = parentElement.closest("h2, h3, h4, h5, h6, dt");
      if (heading && heading !== place.heading) {
        if (place.heading) place = { heading, sheet, title: "", text: "" };
        place.heading = heading;
        found.push(place);
      }
      const around = parentElement.closest("p, li, td, th, dd, dt, div, h2, h3, h4, h5, h6");
      const gap = around === block ? "" : " ";
      block = around;
      place[heading ? "title" : "text"] += gap + data;
    }
    for (const each of found) {
      each.title = each.title.replace(/\s+/g, " ").trim();
      each.text = each.text.replace(/\s+/g, " ").trim();
    }
    return found;
  }

  /* Some words around the first hit, with the hits marked. */
  function passage(text, terms) {
    const low = plain(text);
    const hits = terms.flatMap((term) => {
      const at = wordAt(low, term, 0);
      return at < 0 ? [] : [at];
    });
    const middle = hits.length ? Math.min(...hits) : 0;
    const start = middle < 60 ? 0 : text.indexOf(" ", middle - 60) + 1;
    const end = start + 180 < text.length ? text.lastIndexOf(" ", start + 180) : text.length;
    const parts = start ? ["… "] : [];
    let from = start;
    while (from < end) {
      const next = terms
        .map((term) => ({ at: wordAt(low, term, from), term }))
        .filter(({ at, term }) => at >= 0 && at + term.length <= end)
        .sort((a, b) => a.at - b.at || b.term.length - a.term.length)[0];
      if (!next) break;
      const mark = document.createElement("mark");
      mark.append(text.slice(next.at, next.at + next.term.length));
      parts.push(text.slice(from, next.at), mark);
      from = next.at + next.term.length;
    }
    parts.push(text.slice(from, end));
    if (end < text.length) parts.push(" …");
    return parts;
  }

  function wordAt(low, term, from) {
    for (let at = low.indexOf(term, from); at >= 0; at = low.indexOf(term, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(low[at - 1])) return at;
    }
    return -1;
  }

  /* Letters that searchers do not tell apart; the length stays the same. */
  function plain(term) {
    return term.toLowerCase().replaceAll("ё", "е");
  }

  function spoken(element) {
    return element.closest("[lang]").lang || language;
  }

  function followThePlace(contents) {
    const link = (sheet) => contents.querySelector(`a[href="#${CSS.escape(sheet.id)}"]`);
    let opened = null;
    const watcher = new IntersectionObserver(
      (entries) => {
        const entered = entries.filter((each) => each.isIntersecting).at(-1);
        if (!entered) return;
        here = entered.target;
        contents.querySelector("[aria-current]")?.removeAttribute("aria-current");
        const current = link(here);
        if (!current) return;
        current.setAttribute("aria-current", "true");
        if (!wide.matches || contents.contains(document.activeElement)) return;
        const group = current.closest("li.group").querySelector("details");
        if (opened && opened !== group) opened.open = false;
        opened = group && !group.open ? group : null;
        if (opened) opened.open = true;
        const seen = contents.getBoundingClientRect();
        const place = current.getBoundingClientRect();
        if (place.top < seen.top || place.bottom > seen.bottom) {
          contents.scrollTop += place.top - seen.top - seen.height / 3;
        }
      },
      { rootMargin: "-15% 0px -84% 0px" },
    );
    for (const sheet of sheets) watcher.observe(sheet);
  }

  function keepThePlace(editions) {
    for (const edition of editions) {
      edition.addEventListener("click", () => {
        if (here && scrollY > innerHeight / 2) edition.hash = here.id;
      });
    }
  }

  function onlyStopWhereTablesScroll(boxes) {
    const stop = ["tabindex", "role", "aria-label"].map((name) => [
      name,
      boxes[0]?.getAttribute(name),
    ]);
    const watcher = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth;
        for (const [name, value] of stop) {
          if (scrolls) target.setAttribute(name, value);
          else target.removeAttribute(name);
        }
      }
    });
    for (const box of boxes) {
      for (const [name] of stop) box.removeAttribute(name);
      watcher.observe(box);
    }
  }
})();
