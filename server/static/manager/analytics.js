// Charts, each drawn from the table that stands in its place without scripts: what is seen cannot differ from what is read.
// Colours are the theme's own variables, so that another theme and the printer need no other drawing.

(() => {
  "use strict";

  const FROM_RIGHT = document.dir === "rtl";
  const HEIGHT = 208;
  const ROW_HEIGHT = 40;
  const SAYS = 180;
  // What has no letters, as “5–10”, reads from the side from which the page does.
  const MARK = FROM_RIGHT ? "\u200f" : "";
  const ink = (name) => `var(--${name})`;
  const font = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14 };
  const written = new Intl.NumberFormat(document.documentElement.dataset.numbers);

  // --- what stands in the table ---------------------------------------------------------------

  const read = (table) => {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const columns = heads.map((cell) => {
      const { key, unit } = cell.dataset;
      return { key, unit, label: cell.textContent.replace(` (${unit})`, "") };
    });
    const rows = [...table.tBodies[0].rows].map((row) => ({
      label: row.cells[0].textContent.trim(),
      short: row.cells[0].dataset.short || row.cells[0].textContent.trim(),
      says: row.dataset.says,
      href: row.querySelector("a")?.href,
      texts: [...row.cells].slice(1).map((cell) => cell.querySelector("data")?.textContent ?? "–"),
      values: [...row.cells].slice(1).map((cell) => {
        const value = cell.querySelector("data")?.value;
        return value === undefined ? null : Number(value);
      }),
    }));
    const values = (key) => {
      const at = columns.findIndex((column) => column.key === key);
      return at < 0 ? rows.map(() => null) : rows.map((row) => row.values[at]);
    };
    return { columns, rows, values };
  };

  // --- what is drawn of it --------------------------------------------------------------------

  const bars = (data, colour, more) => ({ type: "bar", silent: true, data, itemStyle: { color: ink(colour) }, barMaxWidth: 32, ...more });
  const line = (data, colour, width, more) => ({
    type: "line", silent: true, data, showSymbol: false, itemStyle: { color: ink(colour) }, lineStyle: { color: ink(colour), width }, ...more,
  });
  // From one edge to the other, over one hour as over many.
  const goal = (values) => line([[0, values[0]], [values.length, values[0]]], "ok", 2, { xAxisIndex: 1, lineStyle: { color: ink("ok"), width: 2, type: [2, 4] } });
  // What has nothing beside it is no line, but a dot.
  const alone = (values, symbolSize) =>
    values.map((value, n) => ({ value, symbol: (values[n - 1] ?? values[n + 1] ?? null) === null ? "circle" : "none", symbolSize }));
  const dots = (size) => ({ showSymbol: true, showAllSymbol: true, symbol: "circle", symbolSize: size });
  const less = (one, other) => (one === null || other === null ? null : one - other);

  // A word at one point of a line.
  const worded = (values, at, text, colour) =>
    values.map((value, n) =>
      n === at
        ? { ...value, symbol: "circle", symbolSize: 9, label: { show: true, formatter: text, position: "top", color: ink(colour), textBorderColor: ink("surface"), textBorderWidth: 4, ...font, fontWeight: 600 } }
        : value,
    );
  const last = (values) => values.reduce((found, value, at) => (value === null ? found : at), -1);
  const most = (values) => values.reduce((found, value, at) => (value !== null && value > (values[found] ?? -1) ? at : found), -1);

  const series = {
    load: ({ values }) => {
      const [room, excess] = [values("capacity"), values("excess").map((n) => n || null)];
      // From one edge of each hour to the other.
      const steps = room.flatMap((n, at) => [[at, n], [at + 1, n]]);
      return [
        bars(values("arrived").map((n, at) => n - (excess[at] ?? 0)), "accent", { stack: "all" }),
        bars(excess, "surface", { stack: "all", itemStyle: { color: ink("surface"), borderColor: ink("text"), borderWidth: 2 } }),
        line(steps, "text", 2, { xAxisIndex: 1 }),
      ];
    },
    waits: (table) => {
      const { values, rows, columns } = table;
      const nine = values("nine_in_ten");
      const peak = most(nine);
      const text = rows[peak]?.texts[columns.findIndex((column) => column.key === "nine_in_ten")];
      return [
        line(worded(alone(nine, 7), peak, text, "accent"), "accent", 2, { z: 5, showSymbol: true, areaStyle: { color: ink("accent"), opacity: 0.16 } }),
        line(alone(values("half"), 9), "accent", 4, { showSymbol: true }),
        line(alone(values("before"), 7), "control", 2, { showSymbol: true, lineStyle: { color: ink("control"), width: 2, type: [5, 4] } }),
        goal(values("goal")),
      ];
    },
    days: ({ values, rows }) => {
      const shares = values("within");
      const end = last(shares);
      return [
        line(worded(shares.map((value) => ({ value })), end, rows[end].texts[0], "accent"), "accent", 3, { z: 5, ...dots(7) }),
        goal(values("goal")),
      ];
    },
    shares: ({ values }) => [
      bars(values("serving"), "accent", { stack: "all", barWidth: 12 }),
      bars(values("free"), "line", { stack: "all", barWidth: 12 }),
      bars(values("away"), "control", { stack: "all", barWidth: 12 }),
    ],
    pairs: ({ values }) => [bars(values("left"), "accent"), bars(values("missed"), "control")],
    ranges: ({ values }) => {
      const over = (low, high) => [bars(values(low), "none", { itemStyle: { color: "none" } }), bars(values(high).map((n, at) => less(n, values(low)[at])), "accent")];
      const [under, band] = over("low", "high");
      const [foot, whisker] = over("tenth", "ninetieth");
      return [
        { ...under, stack: "promised" },
        { ...band, stack: "promised", itemStyle: { color: ink("accent"), opacity: 0.28 } },
        { ...foot, stack: "came", xAxisIndex: 1, barWidth: 2 },
        { ...whisker, stack: "came", xAxisIndex: 1, barWidth: 2, itemStyle: { color: ink("text") } },
        line(values("half"), "accent", 0, { ...dots(11), itemStyle: { color: ink("accent"), borderColor: ink("surface"), borderWidth: 2 } }),
      ];
    },
  };

  const label = { color: ink("text2"), ...font };
  const names = (rows) => ({
    type: "category", data: rows.map((row) => MARK + row.short), inverse: FROM_RIGHT, axisTick: { show: false }, axisLine: { lineStyle: { color: ink("control") } },
    axisLabel: { ...label, hideOverlap: true },
  });
  const measure = (more) => ({
    type: "value", position: FROM_RIGHT ? "right" : "left", splitNumber: 4, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: ink("line") } },
    axisLabel: { ...label, formatter: (n) => written.format(n) }, ...more,
  });

  // What is drawn over the bars has its own measure across.
  const edges = (rows) => [{ type: "value", min: 0, max: rows.length, show: false, inverse: FROM_RIGHT }];
  const above = {
    load: edges,
    waits: edges,
    days: edges,
    ranges: (rows) => [{ ...names(rows), show: false }],
  };

  // Bars that lie: each under its name, what it says at the other end.
  const lying = ({ rows }, room) => {
    const word = (text, position, more) => ({
      type: "category", inverse: true, position, data: rows.map(text), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { inside: true, align: position, verticalAlign: "bottom", margin: 0, padding: [0, 0, 11, 0], ...label, ...more },
    });
    const [start, end] = FROM_RIGHT ? ["right", "left"] : ["left", "right"];
    return {
      grid: { left: 0, right: 0, top: 10, bottom: 0, outerBoundsMode: "none" },
      xAxis: { type: "value", max: 100, show: false, inverse: FROM_RIGHT },
      yAxis: [word((row) => row.short, start, { color: ink("text"), fontWeight: 600, width: room - SAYS, overflow: "truncate" }), word((row) => row.says ?? "", end)],
    };
  };

  const standing = (kind, table) => ({
    grid: { left: FROM_RIGHT ? 12 : 40, right: FROM_RIGHT ? 40 : 12, top: 24, bottom: 28, outerBoundsMode: "none" },
    xAxis: [names(table.rows), ...(above[kind]?.(table.rows) ?? [])],
    yAxis: measure(kind === "days" ? { min: 0, max: 100, interval: 25 } : { min: 0, minInterval: 1 }),
  });

  const options = (kind, table, description, room) => ({
    animation: false,
    textStyle: font,
    aria: { enabled: true, label: { description } },
    ...(kind === "shares" ? lying(table, room) : standing(kind, table)),
    series: series[kind](table),
  });

  // --- what it says of one place, pointed at or by the arrow keys -----------------------------

  const make = (name, parent, className) => {
    const element = document.createElement(name);
    element.className = className;
    parent.append(element);
    return element;
  };

  const reading = (plot, chart, { columns, rows }, lies) => {
    const here = make("div", plot, "here");
    const said = make("p", plot, "reading");
    said.setAttribute("role", "status");
    let at = -1;

    const axis = lies ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
    const middle = (n) => chart.convertToPixel(axis, n);
    const step = () => (rows.length > 1 ? Math.abs(middle(1) - middle(0)) : lies ? ROW_HEIGHT : plot.clientWidth / 2);
    const nearest = (event) => {
      const box = plot.getBoundingClientRect();
      const place = lies ? event.clientY - box.top : event.clientX - box.left;
      return rows.reduce((best, _, n) => (Math.abs(middle(n) - place) < Math.abs(middle(best) - place) ? n : best), 0);
    };

    const show = (n) => {
      at = n;
      here.hidden = said.hidden = n < 0;
      plot.classList.toggle("opens", Boolean(rows[n]?.href));
      if (n < 0) return;
      const [from, wide] = [middle(n) - step() / 2, step()];
      Object.assign(here.style, lies ? { insetBlockStart: `${from}px`, height: `${wide}px`, insetInline: "0" } : { left: `${from}px`, width: `${wide}px` });
      said.replaceChildren();
      make("b", said, "").textContent = rows[n].label;
      for (const [c, column] of columns.entries()) {
        const part = make("span", said, "");
        part.textContent = `${column.label} `;
        make("b", part, "").textContent = rows[n].texts[c];
        part.append(` ${column.unit}`);
      }
      const room = plot.clientWidth - said.offsetWidth;
      const place = lies ? 0 : middle(n) - said.offsetWidth / 2;
      said.style.left = `${Math.max(0, Math.min(room, place))}px`;
    };
    const open = () => {
      const { href } = rows[at] ?? {};
      if (href) location.assign(href);
    };

    plot.addEventListener("pointermove", (event) => event.pointerType === "mouse" && show(nearest(event)));
    plot.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && document.activeElement !== plot && show(-1));
    plot.addEventListener("click", (event) => {
      const before = at;
      show(nearest(event));
      // A finger reads first, and opens by a second touch.
      if (event.pointerType !== "touch" || before === at) open();
    });
    plot.addEventListener("focus", () => plot.matches(":focus-visible") && show(Math.max(0, at)));
    plot.addEventListener("blur", () => show(-1));
    plot.addEventListener("keydown", (event) => {
      const forth = FROM_RIGHT ? "ArrowLeft" : "ArrowRight";
      const back = FROM_RIGHT ? "ArrowRight" : "ArrowLeft";
      const goes = { [forth]: at + 1, ArrowDown: at + 1, [back]: at - 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
      if (event.key === "Enter") open();
      else if (event.key === "Escape") show(-1);
      else if (event.key in goes) show(Math.max(0, Math.min(rows.length - 1, goes[event.key])));
      else return;
      event.preventDefault();
    });
    show(-1);
    return () => show(at);
  };

  // --- each figure ----------------------------------------------------------------------------

  const draw = (figure) => {
    const kind = figure.dataset.drawn;
    const [heading, plot, numbers] = ["h2", ".plot", "details"].map((each) => figure.querySelector(each));
    const table = read(figure.querySelector("table"));
    const lies = kind === "shares";
    plot.hidden = numbers.open = false;
    plot.tabIndex = 0;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", `${heading.textContent}. ${plot.dataset.keys}`);
    const drawing = make("div", plot, "drawing");
    drawing.style.height = `${lies ? table.rows.length * ROW_HEIGHT + 10 : HEIGHT}px`;
    const chart = echarts.init(drawing, null, { renderer: "svg" });
    const description = `${heading.textContent}. ${figure.querySelector(".sub").textContent}`;
    chart.setOption(options(kind, table, description, drawing.clientWidth));
    const again = reading(plot, chart, table, lies);
    // On paper it is as wide as the paper.
    const fit = () => {
      const svg = drawing.querySelector("svg");
      svg.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    };
    fit();
    new ResizeObserver(() => {
      if (matchMedia("print").matches) return;
      chart.resize();
      fit();
      again();
    }).observe(plot);
  };

  if (!window.echarts) return;
  for (const figure of document.querySelectorAll("figure[data-drawn]")) draw(figure);
})();
