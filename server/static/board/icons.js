// The board's icons, by Lucide (lucide-static 1.62.0, ISC): a 24-grid, strokes of 2.

import { box } from "./dom.js";

const DISC = "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20";

const PATHS = {
  "arrow-right": "M5 12h14m-7-7 7 7-7 7",
  unplug:
    "m19 5 3-3M2 22l3-3M6.3 20.3a2.4 2.4 0 0 0 3.4 0L12 18l-6-6-2.3 2.3a2.4 2.4 0 0 0 0 3.4ZM7.5 13.5 10 11M10.5 16.5 13 14m-1-8 6 6 2.3-2.3a2.4 2.4 0 0 0 0-3.4l-2.6-2.6a2.4 2.4 0 0 0-3.4 0Z",
  megaphone:
    "M11 6a13 13 0 0 0 8.4-2.8A1 1 0 0 1 21 4v12a1 1 0 0 1-1.6.8A13 13 0 0 0 11 14H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM6 14a12 12 0 0 0 2.4 7.2 2 2 0 0 0 3.2-2.4A8 8 0 0 1 10 14M8 6v8",
  clock: `${DISC}M12 6v6l4 2`,
  users:
    "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.128a4 4 0 0 1 0 7.744M22 21v-2a4 4 0 0 0-3-3.87M9 3a4 4 0 1 0 0 8 4 4 0 1 0 0-8",
  "triangle-alert": "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4m0 4h.01",
  "volume-2":
    "M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298zM16 9a5 5 0 0 1 0 6M19.364 18.364a9 9 0 0 0 0-12.728",
};

// An icon of this side; `mirrors` turns it round where people read from the right.
export function icon(name, side, { mirrors = false, style = {} } = {}) {
  const looks = {
    tag: "svg",
    kind: mirrors ? "icon mirrors" : "icon",
    attributes: { viewBox: "0 0 24 24", "aria-hidden": "true", "data-icon": name },
    style: Object.assign({ width: side, height: side }, style),
  };
  return box(`icon-${name}`, looks, [box("path", { tag: "path", drawn: true, attributes: { d: PATHS[name] } })]);
}
