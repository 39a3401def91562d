// The board while nobody is called.

import { callList } from "./calls.js";
import { box } from "./dom.js";
import { icon } from "./icons.js";
import { fitting } from "./measure.js";
import { RADIUS, SPACE, TEXT, line, placed, words } from "./parts.js";
import { nobodyRest, nobodyTitle, nobodyWait, openDesks, waitsTable } from "./queues.js";

// How long a number taken now would wait in each queue, which desks are open, and who was called last.
export function idleBoard(look) {
  const { props, plan } = look;
  const { scale } = plan;
  const width = look.wall.width - 2 * plan.hero.x;
  const height = plan.rowsArea.y + plan.rowsArea.height - plan.hero.y;
  const upright = height > width;
  const side = upright ? width : (width - SPACE[5] * scale) / 2;
  const title = 38 * scale;
  const under = props.onBreak || props.closing ? nobodyRest(props) : nobodyWait(props);
  // Two lines have their room where one would be too small.
  const two = fitting(under, 20 * scale, side) < 14 * scale;
  const underHeight = (two ? 2 : 1) * 20 * scale * 1.21;
  const deskRoom = props.openDesks.length ? 44 * scale + SPACE[4] * scale : 0;
  const y = title * 1.36 + underHeight + SPACE[3] * scale;
  const lines = props.queues.length > 7 ? Math.ceil(props.queues.length / 2) : props.queues.length;
  const room = upright ? height * (lines > 3 ? 0.38 : 0.33) : height - y - deskRoom;
  const waits = waitsTable(look, { x: 0, y, width: side, room, unit: scale });
  const deskY = upright ? y + waits.height + SPACE[4] * scale : height - 44 * scale;
  const desks = openDesks(look, { x: 0, y: deskY, width: side });
  const listY = upright ? deskY + deskRoom : SPACE[2] * scale;
  const list = { x: upright ? 0 : width - side, y: listY, width: side, height: height - listY };
  return box("idle", { attributes: { role: "status" }, style: placed({ x: plan.hero.x, y: plan.hero.y, width, height }) }, [
    line("title", nobodyTitle(props), title, side, { kind: "bold", height: 1.12 }),
    words("under", under, two ? 18 * scale : fitting(under, 20 * scale, side), {
      kind: "second",
      lines: two ? 2 : 1,
      style: { width: side },
    }),
    waits.node,
    desks.node,
    // On a board for far away, too: nobody has to go where these were called.
    callList(look, list, { past: true, rows: Math.max(props.named ? 3 : 4, plan.rows) }),
  ]);
}

// That nobody is called, in the place of a call.
export function nobodyCalled(look) {
  const { props, plan } = look;
  const { scale, wide } = plan;
  const area = plan.hero;
  const inner = area.width - 2 * SPACE[6] * scale;
  const options = { kind: "bold centred", height: 1.12, style: { width: inner } };
  const title = nobodyTitle(props);
  const rest = nobodyRest(props);
  const gap = (wide ? SPACE[1] : SPACE[4]) * scale;
  const attributes = { role: "status" };
  return box("nobody", { kind: "card hero", attributes, style: placed(area, { borderRadius: RADIUS.card * scale }) }, [
    box("content", { kind: "content" }, [
      box("column", { kind: "column" }, [
        !wide && area.height > 300 * scale && icon("clock", SPACE[8] * scale, { style: { marginBottom: gap, color: "var(--text2)" } }),
        wide
          ? line("title", title, 44 * scale, inner, options)
          : words("title", title, Math.min(38 * scale, area.width * 0.11), options),
        wide
          ? line("rest", rest, TEXT[22] * scale, inner, { kind: "second centred", style: { width: inner, marginTop: gap } })
          : words("rest", rest, Math.min(TEXT[28] * scale, area.width * 0.085), {
              kind: "second centred",
              style: { width: inner, marginTop: gap },
            }),
      ]),
    ]),
  ]);
}
