// The live stream: snapshots and events as they happen, over whatever the network does; shared/qt/events.py in the browser's language.
// Not an EventSource: that hides the beats by which silence is noticed, and why the server refused.

import { instant } from "./time.js";

// How long the stream may be silent, and how long after it was heard last it is away; the server speaks every 4 s.
const SILENCE = 9000;
const AWAY = 10000;

// A call is announced only while it is fresh, so that coming back must not take long.
const MOST_BACKOFF = 10000;
const LEAST_BACKOFF = 1000;

// How long to wait before the try of this number, jittered so that a thousand boards do not return at once.
export function backoff(tries, random = Math.random) {
  const between = (least, most) => least + random() * (most - least);
  if (tries === 1) return between(300, 1000);
  const ceiling = Math.min(MOST_BACKOFF, LEAST_BACKOFF * 2 ** Math.min(tries - 1, 16));
  return between(Math.max(LEAST_BACKOFF, ceiling / 2), ceiling);
}

// Turns pieces of a stream, cut anywhere, into frames of `event` and `data`.
export function reader() {
  let rest = "";
  let event = "";
  let data = [];
  return (piece) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop();
    const frames = [];
    for (const line of lines.map((each) => each.replace(/\r$/, ""))) {
      if (line === "") {
        if (event !== "" || data.length) frames.push({ event: event || "message", data: data.join("\n") });
        event = "";
        data = [];
      } else if (line.startsWith("event:")) event = line.slice(6).trim();
      else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
    }
    return frames;
  };
}

// Follows an address and tells `began`, `happened`, `asked` (something is asked of this device) and `stood`; `start` it, `stop` it.
export function follow(address, { now, began, happened, asked, stood }) {
  let link = { state: "reconnecting", lastTruth: null, refused: false };
  let attempt = 0;
  let hangUp = () => {};
  let seq = null;
  let ahead = 0;
  let heardLast = null;
  let tries = 0;
  const timers = { silence: 0, loss: 0, retry: 0 };

  function ring(name, wait, what) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(what, wait);
  }

  function stand(changes) {
    link = Object.assign({}, link, changes);
    stood(link);
  }

  function heard() {
    heardLast = now();
    tries = 0;
    clearTimeout(timers.loss);
    ring("silence", SILENCE, lose);
    stand({ state: "live", lastTruth: heardLast + ahead, refused: false });
  }

  // Hang up, say so, and come back later, asking for what was missed.
  function lose() {
    leave();
    if (link.state === "live") {
      ring("loss", Math.max(0, AWAY - (now() - heardLast)), () => stand({ state: "away" }));
      stand({ state: "reconnecting" });
    }
    tries += 1;
    ring("retry", backoff(tries), connect);
  }

  function leave() {
    attempt += 1;
    clearTimeout(timers.silence);
    hangUp();
    hangUp = () => {};
  }

  function tell({ event, data }) {
    if (event === "reset") seq = null;
    else if (event === "bye") lose();
    else if (event === "device-asked") asked(JSON.parse(data));
    else if (event === "snapshot") begin(JSON.parse(data));
    else happen(event, JSON.parse(data));
  }

  function begin(snapshot) {
    seq = snapshot.seq;
    const serverNow = instant(snapshot.branch.now);
    ahead = serverNow - now();
    stand({ lastTruth: serverNow });
    began(snapshot);
  }

  // How the branch stands is no row of the journal and has no seq of its own.
  function happen(name, told) {
    if (name !== "branch") {
      if (typeof told.seq !== "number" || (seq !== null && told.seq <= seq)) return;
      seq = told.seq;
    }
    happened(told);
  }

  async function connect() {
    leave();
    const mine = attempt;
    const controller = typeof AbortController === "undefined" ? null : new AbortController();
    hangUp = () => controller && controller.abort();
    ring("silence", SILENCE, lose);
    try {
      const headers = { Accept: "text/event-stream" };
      if (seq !== null) headers["Last-Event-ID"] = String(seq);
      const options = { headers, credentials: "same-origin", cache: "no-store" };
      if (controller) options.signal = controller.signal;
      const answer = await fetch(address, options);
      if (mine !== attempt) return;
      if (answer.status === 401 || answer.status === 403) refuse();
      else if (answer.ok && /^text\/event-stream/.test(answer.headers.get("Content-Type"))) await read(answer, mine);
      else lose();
    } catch (error) {
      // A newer server may tell what this page cannot read: begin again from a snapshot.
      if (error instanceof SyntaxError) seq = null;
      if (mine === attempt) lose();
    }
  }

  async function read(answer, mine) {
    const stream = answer.body.getReader();
    const abort = hangUp;
    hangUp = () => {
      abort();
      stream.cancel().catch(() => {});
    };
    const decoder = new TextDecoder();
    const frames = reader();
    for (;;) {
      const { done, value } = await stream.read();
      if (mine !== attempt) return;
      if (done) break;
      heard();
      for (const frame of frames(decoder.decode(value, { stream: true }))) {
        if (mine !== attempt) return;
        tell(frame);
      }
    }
    lose();
  }

  // It answers: that it says no is no silence. It is asked again only once there is another token.
  function refuse() {
    stop();
    seq = null;
    stand({ state: "away", refused: true });
  }

  function start() {
    stop();
    tries = 0;
    ring("loss", AWAY, () => stand({ state: "away" }));
    connect();
  }

  function stop() {
    leave();
    for (const name of Object.keys(timers)) clearTimeout(timers[name]);
  }

  return { start, stop };
}
