// The ticket page, live: puts the words of the newest view into the phrases that the server wrote into the page.
// Without it the page is complete, only not live. `server/web/phone/words.py` makes the same words.

(() => {
  "use strict";

  const main = document.querySelector("main.ticket");
  const { page, queue, numbers: locale, zone: timeZone } = main.dataset;
  const rules = {
    cardinal: new Intl.PluralRules(locale),
    ordinal: new Intl.PluralRules(locale, { type: "ordinal" }),
  };
  const written = new Intl.NumberFormat(locale);
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });

  // --- what the page says -----------------------------------------------------------------

  const filled = (phrase, words) => phrase.replace(/{(\w+)}/g, (_, name) => words[name] ?? "");

  // As shared/wire/estimates.py: whole minutes, widened outwards, the longer the coarser.
  function inMinutes({ low_s, high_s }) {
    let low = Math.floor(low_s / 60);
    let high = Math.ceil(high_s / 60);
    low -= low % stepMin(low);
    high = Math.ceil(high / stepMin(high)) * stepMin(high);
    low = Math.max(1, low);
    return [low, Math.max(low, high)];
  }

  function stepMin(minutes) {
    if (minutes <= 15) return 1;
    if (minutes <= 60) return 5;
    return minutes <= 240 ? 15 : 60;
  }

  function numbersOf(view) {
    const [low, high] = view.estimate ? inMinutes(view.estimate) : [];
    const place = view.ahead === null ? undefined : view.ahead + 1;
    return { place, ahead: view.ahead ?? undefined, behind: view.behind ?? undefined, low, high };
  }

  function estimateOf({ low, high }) {
    if (low === undefined) return "none";
    return low === high ? "about" : "range";
  }

  function show(view) {
    const waits = view.state === "waiting";
    // Who ended it, and for how long it may be taken again, stands in the page alone.
    if (view.state === "left" && main.dataset.state !== "left") return location.replace(page);
    const state = waits && view.next ? "next" : waits && !view.ahead ? "first" : view.state;
    const numbers = numbersOf(view);
    const words = { label: view.label, desk: view.desk ?? "", servicer: view.servicer ?? "" };
    words.called = view.called_at ? clock.format(new Date(view.called_at)) : "";
    words.kept = view.kept_until ? clock.format(new Date(view.kept_until)) : "";
    words.desk_name = inLanguage(view.desk_names);
    words.message = inLanguage(view.message ?? {});
    for (const [name, number] of Object.entries(numbers)) {
      if (number !== undefined) words[name] = written.format(number);
    }
    for (const element of main.querySelectorAll("[data-count]")) {
      const { count, kind } = element.dataset;
      const number = numbers[count];
      const forms = element.dataset;
      const form = number === undefined ? "" : forms[rules[kind].select(number)] ?? forms.other;
      element.textContent = filled(form, words);
      if (count === "ahead") words.ahead_phrase = element.textContent;
    }
    for (const element of main.querySelectorAll(":is(.stub, .kept) [data-say], .message")) {
      element.textContent = filled(element.dataset.say, words);
    }
    main.querySelector(".message").hidden = !words.message;
    keep(view.kept_until);
    Object.assign(main.dataset, {
      state,
      served: view.served ? "yes" : "no",
      behind: view.behind ?? 0,
      estimate: estimateOf(numbers),
      longLabel: view.label.length > 5 ? "yes" : "no",
      longDesk: String(words.desk).length > 2 ? "yes" : "no",
    });
    document.title = filled(main.getAttribute(`data-title-${state}`), words);
    colourBrowser();
  }

  const inLanguage = (texts) => texts[document.documentElement.lang] ?? Object.values(texts)[0] ?? "";

  // A phone's clock may be wrong; the server's was right when it made the page.
  const ahead = Number(main.dataset.now) - Date.now();
  let keeping = 0;

  // A place is kept for a while; what is offered until then is not offered later.
  function keep(until) {
    clearTimeout(keeping);
    const left = until ? new Date(until) - Date.now() - ahead : 0;
    main.dataset.kept = left > 0 ? "yes" : "no";
    if (left > 0) keeping = setTimeout(keep, left, until);
  }

  // So does a place that was given up.
  const backUntil = Date.now() + Number(main.dataset.backFor) * 1000;

  function giveUp() {
    if (Date.now() >= backUntil) main.dataset.back = "no";
  }

  const browserColour = document.head.appendChild(document.createElement("meta"));
  browserColour.name = "theme-color";

  function colourBrowser() {
    browserColour.content = getComputedStyle(main).backgroundColor;
  }

  // --- the link to the server -------------------------------------------------------------

  const BRIEF = 1500; // A link that is back within this was hardly away.
  const SILENT = 25000; // The server says something every 16 s; a beat may be late.
  const AGAIN = 4000;
  const ANSWERED = 2000; // Whoever is asked and says nothing for so long is asked anew, then after twice as long, and so on.
  const AT_ONCE = 1000; // A phone wakes up with several events: one question answers them all.
  const LOOK = 1000;
  const JUMP = 3000;

  // Silence is measured by a clock that nobody sets; some stand still while the phone sleeps.
  const steady = () => performance.now();

  let stream;
  let heard = steady();
  let heardAt = Date.now();
  let asked = { steady: heard, wall: heardAt };
  let losing = 0;
  let trying = 0;
  let tries = 0;
  let soon = 0;
  let answered = false;

  function alive() {
    heard = steady();
    heardAt = Date.now();
    tries = 0;
    answered = true;
    clearTimeout(trying);
    clearTimeout(losing);
    losing = 0;
    main.dataset.link = "live";
  }

  function lose() {
    clearTimeout(losing);
    losing = 0;
    const asOf = clock.format(heardAt);
    const element = main.querySelector(".link-lost");
    element.textContent = filled(element.dataset.say, { as_of: asOf });
    main.dataset.link = "lost";
  }

  function loseSoon() {
    if (main.dataset.link !== "lost" && !losing) losing = setTimeout(lose, BRIEF);
  }

  function hear(event) {
    const view = JSON.parse(event.data);
    if (view.queue !== queue) return location.replace(page);
    show(view);
    alive();
    main.dispatchEvent(new CustomEvent("ticket", { detail: view }));
  }

  function again(after) {
    clearTimeout(trying);
    trying = setTimeout(connect, after * (0.5 + Math.random()));
  }

  function connect() {
    stream?.close();
    asked = { steady: steady(), wall: Date.now() };
    answered = false;
    stream = new EventSource(`${page}/events`);
    stream.addEventListener("ticket", hear);
    stream.addEventListener("beat", alive);
    stream.addEventListener("bye", loseSoon);
    stream.addEventListener("error", () => {
      loseSoon();
      // The browser does not try again by itself once it was refused.
      if (stream.readyState === EventSource.CLOSED) again(AGAIN);
    });
    clearTimeout(trying);
    trying = setTimeout(connect, Math.min(SILENT, ANSWERED * 2 ** tries++));
  }

  // Whatever was heard when: a stream that slept may look open and be dead. Its first word is how things stand.
  function ask() {
    const since = Math.max(steady() - asked.steady, Math.abs(Date.now() - asked.wall));
    if (since < AT_ONCE && stream.readyState !== EventSource.CLOSED) {
      // What was answered may be old already; what was not is on its way.
      if (answered) soon ||= setTimeout(ask, AT_ONCE);
      return;
    }
    clearTimeout(soon);
    soon = 0;
    loseSoon();
    tries = 0;
    connect();
  }

  const askIfSeen = () => document.hidden || ask();
  let looked = { steady: heard, wall: heardAt };

  setInterval(() => {
    giveUp();
    const now = { steady: steady(), wall: Date.now() };
    const passed = { steady: now.steady - looked.steady, wall: now.wall - looked.wall };
    looked = now;
    // It slept, or its clock was set: that proves nothing, and is worth a question.
    if (passed.steady > LOOK + JUMP || Math.abs(passed.wall - passed.steady) > JUMP) askIfSeen();
    if (now.steady - heard > SILENT && now.steady - asked.steady > SILENT) {
      lose();
      connect();
    }
  }, LOOK);

  addEventListener("offline", lose);
  addEventListener("online", ask);
  addEventListener("pageshow", (event) => event.persisted && ask());
  document.addEventListener("resume", askIfSeen);
  document.addEventListener("visibilitychange", askIfSeen);

  // After a refused form the address is the form's; a reload is to show the page.
  if (location.pathname !== page) history.replaceState(null, "", page);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colourBrowser);
  colourBrowser();
  connect();
})();
