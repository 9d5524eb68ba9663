// Two honest ends. The fields are typed first and say everything; only when both ends are there do twenty dots and two sliders appear,
// so that nothing anchors. The server reads the fields alone.
const SVG = "http://www.w3.org/2000/svg";
const HALF = [.0627, .1891, .3186, .4538, .5978, .7554, .9346, 1.1503, 1.4395, 1.96];   // standard normal at 21/40, 23/40 ... 39/40
const Z = [...HALF.map(z => -z).reverse(), ...HALF];
const Z95 = 1.6449;
const TIMES = { k: 1e3, tsd: 1e3, m: 1e6, mn: 1e6, mio: 1e6, bn: 1e9, mrd: 1e9 };
const lang = document.documentElement.lang || "en-GB";
const marks = Object.fromEntries(new Intl.NumberFormat(lang).formatToParts(12345.6).map(part => [part.type, part.value]));
const print = value => new Intl.NumberFormat(lang, { maximumSignificantDigits: 3 }).format(value).replace("-", "−");

function read(text) {
  const bare = text.replace(/[\s'’€$£¥]|[A-Z]{3}/g, "").replace(/[−–]/, "-");
  const found = /^([+-]?)(\d[\d.,]*|[.,]\d+)(k|tsd|mn|mio|m|bn|mrd)?\.?%?$/i.exec(bare);
  if (!found) return NaN;
  let digits = found[2];
  const grouped = new RegExp(`^\\d{1,3}(\\${marks.group}\\d{3})+(\\${marks.decimal}\\d+)?$`);
  digits = grouped.test(digits) ? digits.replaceAll(marks.group, "").replace(marks.decimal, ".") : digits.replace(",", ".");
  return Number(digits) * (TIMES[found[3]?.toLowerCase()] ?? 1) * (found[1] === "-" ? -1 : 1);
}

const logit = p => Math.log(p / (1 - p));
function futures(low, high, kind) {
  const bend = { amount: [Math.log, Math.exp], share: [x => logit(x / 100), x => 100 / (1 + Math.exp(-x))], any: [x => x, x => x] };
  const fits = kind === "share" ? low > 0 && high < 100 : kind === "amount" ? low > 0 : true;
  const [to, from] = bend[fits ? kind : "any"];
  const [a, b] = [to(low), to(high)];
  return Z.map(z => from((a + b) / 2 + z * (b - a) / (2 * Z95)));
}

function make(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}

function heap(values, x) {
  const bins = 17, levels = new Map();
  const dots = values.map(value => {
    let bin = Math.min(bins - 1, Math.max(0, Math.floor(x(value) / 100 * bins)));
    for (let step = 1; (levels.get(bin) ?? 0) >= 6; step++) bin = Math.min(bins - 1, bin + step);
    const level = levels.get(bin) ?? 0;
    levels.set(bin, level + 1);
    return make("circle", { cx: `${(bin + .5) / bins * 100}%`, class: `flat n${level}` });
  });
  const rows = Math.max(...levels.values());
  const plot = make("svg", { class: `plot dots rows${rows}`, "aria-hidden": "true" });
  plot.append(...dots);
  return plot;
}

function ticks(lo, hi) {
  const rough = (hi - lo) / 4, size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(s => s * size).find(s => (hi - lo) / s <= 5);
  const found = [];
  for (let k = Math.ceil(lo / step); k * step <= hi; k++) found.push(k * step);
  return found;
}

class Range {
  constructor(fields) {
    this.fields = fields;
    [this.low, this.high] = fields.querySelectorAll(".ends input");
    this.drawn = fields.querySelector(".drawn");
    this.words = fields.querySelector("[data-says]");
    for (const input of [this.low, this.high]) input.addEventListener("input", () => this.typed());
    this.typed();
  }

  typed() {
    const low = read(this.low.value), high = read(this.high.value);
    if (!(low < high)) { this.drawn.replaceChildren(); this.words.textContent = ""; return; }
    const kind = this.fields.dataset.kind, span = high - low;
    this.lo = kind === "share" ? 0 : kind === "amount" ? Math.max(0, low - span * .4) : low - span * .4;
    this.hi = kind === "share" ? 100 : high + span * .6;
    this.frame(low, high);
  }

  frame(low, high) {
    const track = document.createElement("div");
    track.className = "track";
    this.line = make("line", { y1: 22, y2: 22, class: "on" });
    const fill = make("svg", { class: "fill", "aria-hidden": "true" });
    fill.append(make("line", { x1: 0, x2: "100%", y1: 22, y2: 22 }), this.line);
    this.sliders = [this.low, this.high].map((input, end) => this.slider(input, end));
    track.append(fill, ...this.sliders);
    const axis = make("svg", { class: "plot axis-x", height: 18, "aria-hidden": "true" });
    axis.append(...ticks(this.lo, this.hi).map(t => make("text", { x: `${this.x(t)}%`, y: 13, "text-anchor": "middle", class: "faint" }, print(t))));
    this.drawn.replaceChildren(make("svg", {}), track, axis);
    this.draw(low, high);
  }

  slider(input, end) {
    const slider = document.createElement("input");
    Object.assign(slider, { type: "range", min: 0, max: 1000, step: 1 });
    slider.setAttribute("aria-label", `${input.labels[0].textContent.trim()}, ${this.fields.dataset.unit}`);
    slider.addEventListener("input", () => {
      const other = Number(this.sliders[1 - end].value);
      slider.value = end ? Math.max(other + 10, slider.value) : Math.min(other - 10, slider.value);
      input.value = print(this.lo + slider.value / 1000 * (this.hi - this.lo));
      this.draw(read(this.low.value), read(this.high.value), false);
    });
    return slider;
  }

  x(value) { return Math.min(100, Math.max(0, 100 * (value - this.lo) / (this.hi - this.lo))); }

  draw(low, high, place = true) {
    [low, high].forEach((value, end) => {
      if (place) this.sliders[end].value = Math.round(10 * this.x(value));
      this.sliders[end].setAttribute("aria-valuetext", `${print(value)} ${this.fields.dataset.unit}`);
    });
    this.line.setAttribute("x1", `${this.x(low)}%`);
    this.line.setAttribute("x2", `${this.x(high)}%`);
    const values = futures(low, high, this.fields.dataset.kind);
    this.drawn.firstElementChild.replaceWith(heap(values, value => this.x(value)));
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.words.textContent = this.words.dataset.says.replace("{half}", print((values[9] + values[10]) / 2)).replace("{most}", print(values[16]));
    }, 400);
  }
}

const begin = place => place.querySelectorAll("[data-range]:not([data-begun])").forEach(fields => { fields.dataset.begun = ""; new Range(fields); });
begin(document);
document.addEventListener("htmx:load", event => begin(event.target.parentElement ?? document));
