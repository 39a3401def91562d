// "Alert me": tones, vibration, a screen that stays on, and push where the page is on HTTPS. Hears from ticket.js.

(() => {
  "use strict";

  const main = document.querySelector("main.ticket");
  const box = main.querySelector(".alert");
  const [ask, test, off] = [".ask", ".test", ".off"].map((each) => box.querySelector(each));
  const [what, why] = [".what", ".why"].map((each) => box.querySelector(each));
  const choices = [...box.querySelectorAll("[name=near]")];
  const sinceLoad = () => performance.now();
  const page = main.dataset.page;

  // --- what is remembered, for this ticket, over reloads and in every tab -------------------

  const A_DAY = 86400000;
  const PREFIX = "alert:";
  const key = PREFIX + page;
  let memory = {};

  function recall() {
    try {
      memory = JSON.parse(localStorage.getItem(key)) ?? memory;
    } catch {
      // Storage is forbidden here: what this tab knows has to do.
    }
    return memory;
  }

  function remember(news) {
    memory = { ...recall(), ...news, at: Date.now() };
    // Whoever never asked for anything leaves no trace.
    if (memory.on === undefined) return;
    try {
      localStorage.setItem(key, JSON.stringify(memory));
    } catch {
      // As above.
    }
  }

  function forgetOld() {
    try {
      for (const each of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX) && name !== key)) {
        // Also what comes from the future: a clock was set.
        if (!(Math.abs(JSON.parse(localStorage.getItem(each)).at - Date.now()) < A_DAY)) localStorage.removeItem(each);
      }
    } catch {
      // As above.
    }
  }

  // --- sound and vibration ------------------------------------------------------------------

  const AT_ONCE = 2000;
  const VIBRATION = [300, 150, 300, 150, 300];
  const SHORT_VIBRATION = [200];
  let audio;

  function tone(start, pitch, length) {
    const volume = audio.createGain();
    const voice = audio.createOscillator();
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.5, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    voice.frequency.value = pitch;
    voice.connect(volume).connect(audio.destination);
    voice.start(start);
    voice.stop(start + length);
  }

  function prepare() {
    audio = new AudioContext();
    audio.addEventListener("statechange", showWhetherOn);
  }

  async function sound(times, pitch, length) {
    try {
      if (!audio) prepare();
      const asked = sinceLoad();
      // Without a tap since the reload this waits for one, and a call is not to sound long after it.
      if (audio.state !== "running") await audio.resume();
      if (sinceLoad() - asked > AT_ONCE) return;
      for (let turn = 0; turn < times; turn++) tone(audio.currentTime + turn * length * 1.6, pitch, length);
    } catch {
      // A browser without sound still vibrates.
    }
  }

  // Browsers let no page sound that nobody has touched; iPhones also take the sound away for a call, or while they are locked.
  const SETTLES = 1000;
  let waking = 0;
  let stubborn = false;
  const silent = () => Boolean(audio) && audio.state !== "running";
  const asleep = () => Boolean(recall().on) && silent() && !waking;

  function wakeUp({ type, target }) {
    // The button's own click follows.
    if (type === "keydown" && target === off) return;
    if (recall().on && silent()) rouse();
  }

  // A request to resume may be refused, or never be answered at all.
  function rouse() {
    if (stubborn) {
      audio.close?.();
      prepare();
    }
    audio.resume().catch(() => {});
    clearTimeout(waking);
    waking = setTimeout(() => {
      waking = 0;
      stubborn = silent();
      showWhetherOn();
    }, SETTLES);
    showWhetherOn();
  }

  function lookedAt() {
    stayOn();
    if (document.hidden || !recall().on || !silent()) return;
    // Some give the sound back without a tap; who does not is asked for one.
    audio.resume().catch(() => {});
    showWhetherOn();
  }

  // --- a screen that stays on ---------------------------------------------------------------

  const awaited = () => ["waiting", "next", "first", "held", "called"].includes(main.dataset.state);
  const wanted = () => !document.hidden && awaited() && recall().on;
  let asking = false;
  let lock;

  async function stayOn() {
    if (!wanted() || asking || (lock && !lock.released)) return;
    asking = true;
    try {
      lock = await navigator.wakeLock?.request("screen");
    } catch {
      // Low battery, for one: the phone may sleep then.
    }
    asking = false;
    if (!wanted()) maySleep();
  }

  function maySleep() {
    lock?.release();
    lock = undefined;
  }

  // --- push ---------------------------------------------------------------------------------

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const pushes = box.dataset.push && isSecureContext && "PushManager" in window && "serviceWorker" in navigator;

  async function subscription(make) {
    await navigator.serviceWorker.register("/sw.js", { scope: "/t/" });
    const { pushManager } = await navigator.serviceWorker.ready;
    const there = await pushManager.getSubscription();
    if (there || !make) return there;
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(box.dataset.push) });
  }

  async function tellServer(method, wanted, more = {}, below = "") {
    if (!pushes) return;
    try {
      const there = await subscription(wanted);
      if (!there) return;
      const body = JSON.stringify({ ...JSON.parse(JSON.stringify(there)), ...more });
      await fetch(`${page}/push${below}`, { method, headers: { "Content-Type": "application/json" }, body });
    } catch {
      // The page goes on sounding by itself.
    }
  }

  const near = () => recall().near ?? 0;
  const subscribe = () => tellServer("POST", true, { ahead: near() });

  async function askForPush() {
    if (pushes && (await Notification.requestPermission()) === "granted") await subscribe();
  }

  // --- on and off ---------------------------------------------------------------------------

  function switchOn() {
    remember({ on: true });
    tryOut();
    stayOn();
    askForPush().then(showWhetherOn);
    showWhetherOn();
  }

  function switchOff() {
    // The tap that the page asks for may well be on the button; one that did not help is meant to switch it off.
    if (asleep() && !stubborn) return;
    remember({ on: false });
    maySleep();
    tellServer("DELETE", false);
    showWhetherOn();
  }

  function tryOut() {
    sound(1, 660, 0.15);
  }

  function testIt() {
    if (can()) tellServer("POST", true, {}, "/test");
    tryOut();
    navigator.vibrate?.(SHORT_VIBRATION);
  }

  function choose({ target }) {
    const ahead = Number(target.value);
    // Whoever is that near already knows it.
    remember({ near: ahead, told: place <= ahead });
    if (can()) subscribe();
  }

  const can = () => pushes && Notification.permission === "granted";
  // Safari's tabs on iPhones get no pushes; what was added to the home screen does.
  const atHome = () => box.dataset.push && isSecureContext && navigator.standalone === false && navigator.maxTouchPoints > 0;

  function stands() {
    if (!recall().on) return "off";
    if (asleep()) return "asleep";
    if (can()) return "push";
    return atHome() ? "home" : "sound";
  }

  function showWhetherOn() {
    const is = stands();
    Object.assign(box.dataset, { is, tests: can() ? "push" : "sound" });
    what.textContent = box.getAttribute(`data-what-${is}`) ?? "";
    why.textContent = box.getAttribute(`data-why-${is}`) ?? "";
    for (const each of choices) each.checked = Number(each.value) === near();
  }

  // --- news ---------------------------------------------------------------------------------

  let flashing = 0;
  let place = Infinity;

  function flash(label) {
    const [called, plain] = [document.title, label];
    let odd = false;
    clearInterval(flashing);
    flashing = setInterval(() => {
      odd = document.hidden && !odd;
      document.title = odd ? plain : called;
    }, 1000);
  }

  function hear({ state, ahead, next, label, called_at: call }) {
    clearInterval(flashing);
    const { on, call: announced, told: saidNear } = recall();
    place = state === "waiting" ? (next ? 0 : ahead) : Infinity;
    const told = place <= near();
    for (const each of choices) each.parentElement.hidden = Number(each.value) >= Math.max(1, place);
    box.querySelector(".near").hidden = place <= 1;
    if (awaited()) stayOn();
    else maySleep();
    showWhetherOn();
    if (on && state === "called") {
      flash(label);
      if (call !== announced) {
        sound(3, 880, 0.35);
        navigator.vibrate?.(VIBRATION);
      }
    } else if (on && told && !saidNear) {
      sound(1, 660, 0.25);
      navigator.vibrate?.(SHORT_VIBRATION);
    }
    // Whatever was seen is no news later, also if nobody wanted to hear it.
    remember({ told, ...(state === "called" && { call }) });
  }

  forgetOld();
  box.hidden = false;
  ask.addEventListener("click", switchOn);
  test.addEventListener("click", testIt);
  off.addEventListener("click", switchOff);
  for (const each of choices) each.addEventListener("change", choose);
  main.addEventListener("ticket", (event) => hear(event.detail));
  document.addEventListener("visibilitychange", lookedAt);
  for (const gesture of ["click", "keydown"]) document.addEventListener(gesture, wakeUp);
  addEventListener("storage", (event) => event.key === key && showWhetherOn());
  if (recall().on) {
    if (window.AudioContext) prepare();
    stayOn();
    if (pushes && awaited() && Notification.permission === "granted") subscribe();
  }
  showWhetherOn();
})();
