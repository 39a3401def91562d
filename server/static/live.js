// The live page: it hears which parts changed, fetches those, and puts what differs in the place of what was.
// Without it the page is complete, and asks for itself again now and then.

(() => {
  "use strict";

  const live = document.querySelector("[data-events]");
  const { events, parts, names, query = "", zone: timeZone } = live.dataset;
  const main = document.querySelector("main");
  const link = document.querySelector(".link");
  const says = live.querySelector("[data-says]");
  const heading = document.querySelector("h1");
  const locale = document.documentElement.dataset.numbers;
  const written = new Intl.NumberFormat(locale, { useGrouping: false });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const branch = document.title.slice(document.title.lastIndexOf(" · "));

  const BRIEF = 3000; // A link that is back within this was hardly away.
  const SILENT = 10000; // The server says something every 4 s.
  const AGAIN = 4000;
  const SAID_EVERY = 30000; // So often the sentence is read aloud at most.

  // --- time --------------------------------------------------------------------------------

  // This computer's clock may be wrong; the server's was right when it spoke.
  let ahead = Number(live.dataset.now) - Date.now();
  const now = () => Date.now() + ahead;

  const filled = (phrase, words) => phrase.replace(/{(\w+)}/g, (_, name) => words[name] ?? "");

  // As in templates/manager/words.html.
  function span(ms) {
    const s = Math.max(0, Math.floor(ms / 1000));
    const say = (name, words) => filled(live.getAttribute(`data-span-${name}`), words);
    if (s < 60) return say("s", { n: written.format(s) });
    if (s < 3600) return say("min", { n: written.format(Math.floor(s / 60)) });
    if (s < 86400) return say("h", { h: written.format(Math.floor(s / 3600)), n: written.format(Math.floor((s % 3600) / 60)) });
    return say("d", { n: written.format(Math.floor(s / 86400)) });
  }

  const put = (element, text) => element.textContent === text || (element.textContent = text);

  function tick() {
    for (const time of document.querySelectorAll("[data-since]")) put(time, span(now() - time.dataset.since * 1000));
    for (const cell of document.querySelectorAll("[data-late]")) cell.classList.toggle("late", now() > cell.dataset.late * 1000);
    for (const time of document.querySelectorAll("[data-clock]")) put(time, clock.format(now()));
    const sentence = heading.textContent.trim();
    document.title = sentence + branch;
    say(sentence);
  }

  let said = { text: heading.textContent.trim(), at: performance.now() };

  function say(text) {
    const bare = text.replace(/\d+/g, "");
    if (text === said.text || performance.now() - said.at < SAID_EVERY || bare === said.bare) return;
    said = { text, bare, at: performance.now() };
    says.textContent = text;
  }

  // --- putting what differs in its place ---------------------------------------------------

  // What somebody is in the middle of stays: the thing that has focus, a menu that is open.
  const isHeld = (node) =>
    node.nodeType === Node.ELEMENT_NODE && (node.contains(document.activeElement) || node.matches("details[open]") || node.querySelector("details[open]"));

  const keyOf = (node) => node.dataset?.key ?? null;
  const isSame = (old, fresh) => old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);

  function morph(old, fresh) {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    // What was refused stays as it was sent.
    if (old.matches("form:has(.wrong)")) return;
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    morphChildren(old, fresh);
  }

  function morphChildren(old, fresh) {
    const wanted = [...fresh.childNodes];
    const keyed = new Map([...old.children].filter((child) => keyOf(child) !== null).map((child) => [keyOf(child), child]));
    const kept = new Set(wanted.map((child) => keyed.get(keyOf(child))));
    let at = old.firstChild;
    // Past whatever is not wanted any more; what is held waits where it is until it is let go.
    const skip = () => {
      while (at && keyOf(at) !== null && !kept.has(at)) {
        const gone = at;
        at = at.nextSibling;
        if (!isHeld(gone)) gone.remove();
      }
    };
    for (const child of wanted) {
      skip();
      const there = keyOf(child) === null ? null : keyed.get(keyOf(child));
      if (there && there !== at && isSame(there, child)) {
        if (!isHeld(there)) old.insertBefore(there, at);
        morph(there, child);
      } else if (at && isSame(at, child)) {
        const next = at.nextSibling;
        morph(at, child);
        at = next;
      } else if (at && keyOf(at) === null && !isHeld(at)) {
        const next = at.nextSibling;
        at.replaceWith(child);
        at = next;
      } else {
        old.insertBefore(child, at);
      }
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      if (!isHeld(gone)) gone.remove();
    }
  }

  function show(html, seal) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    // What all get alike has nobody's seal in its forms; ours came beside it.
    if (seal) for (const field of fresh.querySelectorAll("[name=csrf]")) field.setAttribute("value", seal);
    for (const part of fresh.querySelectorAll("[data-part]")) {
      const old = document.querySelector(`[data-part="${part.dataset.part}"]`);
      if (old) morph(old, document.importNode(part, true));
    }
    const needs = document.querySelector("[data-part=needs]");
    for (const pip of document.querySelectorAll('[data-pip="/manager/live"]')) {
      pip.hidden = !Number(needs?.dataset.count);
      put(pip, written.format(needs?.dataset.count ?? 0));
    }
    tick();
  }

  // --- the link to the server --------------------------------------------------------------

  let heard = performance.now();
  let heardAt = now();
  let losing = 0;
  let stream;
  let seq = 0;
  const missing = new Set();
  let fetching = false;

  async function fetchMissing() {
    if (fetching || !missing.size) return;
    fetching = true;
    const wanted = [...missing].join(",");
    missing.clear();
    try {
      const answer = await fetch(`${parts}${wanted}?seq=${seq}${query}`, { headers: { Accept: "text/html" }, redirect: "error" });
      if (answer.status === 401) return location.reload();
      if (!answer.ok) throw new Error(answer.status);
      show(await answer.text(), answer.headers.get("X-CSRF-Token"));
      alive(true);
    } catch {
      for (const name of wanted.split(",")) missing.add(name);
      setTimeout(fetchMissing, AGAIN * Math.random());
    } finally {
      fetching = false;
    }
    if (missing.size) setTimeout(fetchMissing, 100);
  }

  // Only what was fetched since makes a page that was lost live again.
  function alive(whole) {
    heard = performance.now();
    clearTimeout(losing);
    losing = 0;
    if (!whole && main.classList.contains("stale")) return;
    heardAt = now();
    stale(false);
  }

  function stale(is) {
    const was = main.classList.toggle("stale", is);
    link.classList.toggle("lost", is);
    put(link, is ? filled(link.dataset.lost, { time: clock.format(heardAt) }) : link.dataset.live);
    for (const button of main.querySelectorAll("form button")) button.disabled = is;
    const then = heading.querySelector(".then");
    if (!is) then?.remove();
    else if (!then && was) {
      const before = document.createElement("span");
      before.className = "then";
      before.textContent = filled(live.dataset.then, { time: clock.format(heardAt), sentence: "" });
      heading.prepend(before);
    }
  }

  function loseSoon() {
    losing ||= setTimeout(() => stale(true), BRIEF);
  }

  function hear(event) {
    const word = JSON.parse(event.data);
    ahead = new Date(word.now) - Date.now();
    seq = Math.max(seq, word.seq);
    const mine = names.split(",");
    for (const name of word.parts) if (mine.includes(name)) missing.add(name);
    // What is told of in two places changes in both at once.
    if (live.dataset.polled) for (const name of live.dataset.polled.split(",")) missing.add(name);
    alive(false);
    fetchMissing();
  }

  function connect() {
    stream?.close();
    stream = new EventSource(events);
    stream.addEventListener("changed", hear);
    stream.addEventListener("beat", () => alive(false));
    stream.addEventListener("bye", loseSoon);
    stream.addEventListener("error", () => {
      loseSoon();
      // The browser does not try again by itself once it was refused.
      if (stream.readyState !== EventSource.CLOSED) return;
      fetch(`${parts}heading`).then((answer) => answer.status === 401 && location.reload(), () => {});
      setTimeout(connect, AGAIN * (0.5 + Math.random()));
    });
  }

  // What nobody tells of by itself is asked for now and then: a screen that waits to be let in.
  if (live.dataset.poll) {
    setInterval(() => {
      if (document.hidden) return;
      for (const name of live.dataset.polled.split(",")) missing.add(name);
      fetchMissing();
    }, Number(live.dataset.poll));
  }

  let looked = performance.now();
  setInterval(() => {
    const at = performance.now();
    // It slept: what is open may be dead, and what is shown is old.
    if (at - looked > SILENT) connect();
    looked = at;
    if (at - heard > SILENT && !main.classList.contains("stale")) {
      stale(true);
      connect();
    }
    if (!main.classList.contains("stale")) tick();
  }, 1000);

  addEventListener("offline", () => stale(true));
  addEventListener("online", connect);
  addEventListener("pageshow", (event) => event.persisted && connect());
  document.addEventListener("visibilitychange", () => document.hidden || tick());
  connect();
})();
