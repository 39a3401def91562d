// The board, put together: carries what happens, and the passing of time, onto the screen, and says each call.

import { makeAnnouncer } from "./announcer.js";
import { derive } from "./derive.js";
import { draw } from "./draw.js";
import { forget } from "./measure.js";
import { makePairing } from "./pairing.js";
import { awake, wholeScreen } from "./screen_use.js";
import { makePlayer, speakAloud, voiceOf } from "./sound.js";
import * as folds from "./state.js";
import { follow } from "./stream.js";
import { known, learn } from "./words.js";

const root = document.querySelector("main");
const asked = new URLSearchParams(window.location.search);
const { events, device, reports, chime, qr, address } = root.dataset;
root.textContent = "";
learn(JSON.parse(document.querySelector("#words").content.textContent));

// How long it is asked for sound; whoever wants it hears of it by then, and nobody else reads it all day.
const ASKS_FOR = 120000;

// How long its name is shown to who looks for it.
const FOUND_FOR = 8000;

const number = (name, most) => Math.min(most, Math.max(0, Number(asked.get(name)) || 0));

// What whoever hangs the screen says in its address; 0 is unknown.
const options = {
  diagonal: number("diagonal", 300),
  distance: number("distance", 100),
  columns: asked.has("columns") && asked.get("columns") !== "0",
};
const firstLanguage = asked.get("language");
const wantsSound = asked.get("sound") !== "off";

// A clock that no correction of the machine's own sets back or forward.
const began = Date.now() - performance.now();
const now = () => began + performance.now();

let state = folds.blank(now(), firstLanguage);
let timer = 0;
let asksFrom = null;
let pairing = null;
let looksFor = "";
let reported = null;

const player = wantsSound ? makePlayer(chime, soundChanged) : null;

const announcer = makeAnnouncer({
  stateNow: () => state,
  chime: () => (player ? player.chime() : Promise.resolve()),
  speak: (text, language) => (player && !player.blocked ? speakAloud(text, language) : Promise.resolve()),
  busy: (saying) => become(folds.spoke(timely(), saying)),
  speaks: asked.get("speech") !== "off",
  pause: (wait) => new Promise((resolve) => setTimeout(resolve, wait)),
});

const stream = follow(events, {
  now,
  began: (snapshot) => {
    remember("paired");
    report();
    become(folds.began(timely(), snapshot));
  },
  happened: (event) => become(folds.happened(timely(), event)),
  asked: ({ task }) => task === "beep" && beFound(),
  stood: (link) => {
    become(folds.stood(timely(), link));
    if (link.refused) pair();
  },
});

const pairings = makePairing({
  changed: (found) => {
    pairing = Object.assign({ until: now() + found.lasts }, found);
    repaint();
  },
  paired: () => {
    pairing = null;
    become(folds.blank(now(), firstLanguage));
    stream.start();
  },
});

// Somebody stands in the hall and looks for this screen.
async function beFound() {
  if (player) player.chime();
  const answer = await fetch(device, { cache: "no-store", credentials: "same-origin" });
  if (!answer.ok) return;
  looksFor = (await answer.json()).name;
  repaint();
  setTimeout(() => {
    looksFor = "";
    repaint();
  }, FOUND_FOR);
}

// What is heard here; nothing where no sound is wanted.
function soundHere() {
  if (!player) return null;
  if (player.mute) return "mute";
  return asked.get("speech") !== "off" && !voiceOf(shownIn()) ? "no-voice" : "there";
}

function soundChanged() {
  repaint();
  if (reported !== null && reported !== soundHere()) report();
}

// Browsers learn of their voices after a while.
if (player && window.speechSynthesis) speechSynthesis.onvoiceschanged = soundChanged;

// What managers see of this screen; that it cannot be told is no harm.
function report() {
  const screen = `${Math.round(window.innerWidth * devicePixelRatio)}×${Math.round(window.innerHeight * devicePixelRatio)}`;
  const sound = soundHere();
  reported = sound || "";
  const body = JSON.stringify({ version: "browser", screen, sound });
  const headers = { "Content-Type": "application/json" };
  fetch(reports, { method: "POST", body, headers, credentials: "same-origin" }).catch(() => {});
}

// A board that was paired before was removed meanwhile.
function pair() {
  const why = remembered("paired") ? "removed" : "";
  forgetThat("paired");
  pairing = { state: why, code: "", until: 0 };
  repaint();
  pairings.start(why);
}

const timely = () => folds.ticked(state, now());

function become(next) {
  const before = state;
  state = next;
  if (folds.beginsMoment(before, state)) announcer.announce(state.moment.call);
  repaint();
  const wait = folds.nextDue(state) - state.now;
  clearTimeout(timer);
  timer = setTimeout(() => become(timely()), Math.max(1, Math.round(wait)));
}

function soundNow() {
  if (!player || !player.blocked) return "on";
  if (asksFrom === null) {
    asksFrom = now();
    setTimeout(repaint, ASKS_FOR);
  }
  return now() - asksFrom < ASKS_FOR ? "asks" : "off";
}

// The language in which there are words.
const shownIn = () => known(firstLanguage, state.followed ? folds.languageOf(state) : root.dataset.language);

function pairingNow() {
  if (pairing === null) return null;
  const seconds = Math.floor(Math.max(0, pairing.until - now()) / 1000);
  return {
    state: pairing.state,
    characters: pairing.code,
    address: pairing.code === "" ? "" : address,
    picture: pairing.code === "" ? "" : `${qr}?code=${encodeURIComponent(pairing.code)}`,
    left: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
  };
}

function repaint() {
  draw(root, derive(state), options, shownIn(), { sound: soundNow(), pairing: pairingNow(), looksFor });
}

// A browser may keep nothing: then a board that was removed only does not say so.
function stored(what) {
  try {
    return what(window.localStorage);
  } catch (error) {
    return null;
  }
}

const remembered = (name) => stored((store) => store.getItem(`board.${name}`)) === "yes";
const remember = (name) => stored((store) => store.setItem(`board.${name}`, "yes"));
const forgetThat = (name) => stored((store) => store.removeItem(`board.${name}`));

// Whatever key is pressed, it is a gesture: sound, and the whole screen.
function pressed() {
  if (player && player.blocked) player.allow();
  wholeScreen();
}

document.addEventListener("keydown", pressed);
document.addEventListener("click", pressed);
document.addEventListener("visibilitychange", () => document.hidden || become(timely()));
window.addEventListener("resize", repaint);
window.setInterval(() => pairing && repaint(), 1000);
awake();

repaint();
document.fonts.ready.then(() => {
  forget();
  repaint();
});
stream.start();
