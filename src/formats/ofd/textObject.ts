import type { Color } from '../../document/drawing.js';
import type { Line, Span } from '../../typeset/pages.js';
import { xml } from '../office/parts.js';
import { colorElement, isBlack } from './color.js';
import type { EmbeddedFace, EmbeddedFaces, OfdGlyph } from './embeddedFace.js';
import { mm, outwards, rounded } from './xml.js';

/** Glyphs that follow each other on one baseline, in one face, size and colour. Points from the page's top left corner. */
interface Run {
  readonly face: EmbeddedFace;
  readonly size: number;
  readonly color: Color;
  readonly baseline: number;
  /** A UTF-16 unit for each glyph; or, where one glyph draws more than that, its text, and that glyph alone. */
  text: string;
  readonly glyphs: OfdGlyph[];
  /** Where each glyph's origin is. */
  readonly places: number[];
}

/** A line as text objects (GB/T 33190-2016 §11.2), one for each run of a face on it (GB/T 42133-2022 §6.6 a). */
export function textObjects(line: Line, faces: EmbeddedFaces, nextId: () => number): string {
  let written = '';
  for (const run of runsOf(line, faces)) {
    const shown = withoutOuterSpaces(run);
    if (shown.glyphs.length > 0) written += textObject(shown, nextId());
  }
  return written;
}

function runsOf(line: Line, faces: EmbeddedFaces): Run[] {
  const runs: Run[] = [];
  for (const span of line.spans) addSpan(runs, span, line, faces);
  if (line.hyphen) addSpan(runs, line.hyphen, line, faces);
  return runs;
}

function addSpan(runs: Run[], span: Span, line: Line, faces: EmbeddedFaces): void {
  const { size, form, text, spacing } = span;
  const face = faces.of(span.face);
  const color = span.color ?? line.color ?? 0;
  const add = (character: string, glyph: OfdGlyph, place: number, baseline: number): void => {
    let run = runs.at(-1);
    if (!run || character.length !== 1 || !continues(run, face, size, color, baseline)) {
      run = { face, size, color, baseline, text: '', glyphs: [], places: [] };
      runs.push(run);
    }
    run.text += character;
    run.glyphs.push(glyph);
    run.places.push(place);
  };
  let pen = span.x;
  if (form === 'cluster') {
    for (const { glyph, text: part, x, y } of face.face.cluster(text)?.glyphs ?? []) {
      add(part, face.glyph(glyph), pen + x * size, line.baseline - y * size);
    }
    return;
  }
  for (const character of text) {
    const glyph = face.code(character.codePointAt(0) as number, form);
    add(character, glyph, pen, line.baseline);
    pen += glyph.advance * size + spacing;
  }
}

/**
 * Whether the next character can be in the same object. Not behind one of several UTF-16 units: some readers count characters,
 * others units.
 */
function continues(run: Run, face: EmbeddedFace, size: number, color: Color, baseline: number): boolean {
  return (
    run.face === face &&
    run.size === size &&
    run.baseline === baseline &&
    run.text.length === run.glyphs.length &&
    (run.color === color || String(run.color) === String(color))
  );
}

/** Readers drop spaces at the ends of an XML text, and would then move what is behind them. */
function withoutOuterSpaces(run: Run): Run {
  const text = run.text.trim();
  if (text === run.text || run.text.length !== run.glyphs.length) return run;
  const from = run.text.length - run.text.trimStart().length;
  const to = from + text.length;
  return { ...run, text, glyphs: run.glyphs.slice(from, to), places: run.places.slice(from, to) };
}

function textObject(run: Run, id: number): string {
  const { face, size, color, baseline, text, glyphs } = run;
  const codes = text.length === glyphs.length ? text.length : Array.from(text).length;
  const { lead, rise, right, fall } = reach(run);
  const [x, y] = [rounded(mm(run.places[0] as number) - lead), rounded(mm(baseline) - rise)];
  const delta = codes === 1 ? '' : ` DeltaX="${deltas(run, codes, x + lead)}"`;
  const counts = `${counted('CodeCount', codes)}${counted('GlyphCount', glyphs.length)}`;
  let numbers = '';
  for (const { number } of glyphs) numbers += numbers === '' ? number : ` ${number}`;
  return (
    `<ofd:TextObject ID="${id}" Boundary="${x} ${y} ${outwards(right - x, 10)} ${outwards(rise + fall)}"` +
    ` Font="${face.id}" Size="${fine(mm(size))}">${isBlack(color) ? '' : colorElement('FillColor', color)}` +
    `<ofd:CGTransform CodePosition="0"${counts}><ofd:Glyphs>${numbers}</ofd:Glyphs></ofd:CGTransform>` +
    `<ofd:TextCode X="${lead}" Y="${rise}"${delta}>${xml(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** The number of codes or glyphs of a transform; 1 where absent (GB/T 33190-2016 table 48). */
function counted(name: 'CodeCount' | 'GlyphCount', count: number): string {
  return count === 1 ? '' : ` ${name}="${count}"`;
}

/** How far the em box of 汉字 reaches above and below the baseline, in em. */
const [ascent, descent] = [0.88, 0.12];

/**
 * How far the em boxes of glyphs and their ink reach, in millimetres: before the first glyph's origin, above the baseline, from
 * the page's left edge to the right, below the baseline.
 */
function reach({ glyphs, places, size }: Run) {
  const origin = places[0] as number;
  let [left, right, top, bottom] = [origin, origin, ascent, -descent];
  glyphs.forEach(({ ink, advance }, index) => {
    const place = places[index] as number;
    left = Math.min(left, place, place + ink.left * size);
    right = Math.max(right, place + advance * size, place + ink.right * size);
    top = Math.max(top, ink.top);
    bottom = Math.min(bottom, ink.bottom);
  });
  return {
    lead: outwards(mm(origin - left)),
    rise: outwards(mm(top * size)),
    right: mm(right),
    fall: mm(-bottom * size),
  };
}

/** To a ten-thousandth of a millimetre: distances add up. */
function fine(millimetres: number): number {
  return rounded(millimetres, 10_000);
}

/** How far written places may be from the true ones, in millimetres, before a distance makes up for it; the first is rounded. */
const drift = 0.0055;

/**
 * The distances in millimetres of all codes from the one before, the first of which stands at `start`; `g n v` stands for n times
 * v (GB/T 33190-2016 §11.3). Several codes that one glyph draws stand in one place.
 */
function deltas({ places }: Run, codes: number, start: number): string {
  let written = '';
  let [last, times, at] = [0, 0, start];
  const flush = (): void => {
    const group = times > 2 ? `g ${times} ${last}` : new Array(times).fill(last).join(' ');
    written += written === '' ? group : ` ${group}`;
  };
  for (let code = 1; code < codes; code++) {
    const [before, place] = [places[code - 1] ?? places[0], places[code] ?? places[0]].map((each) =>
      mm(each as number),
    );
    const step = fine((place as number) - (Math.abs((before as number) - at) > drift ? at : (before as number)));
    at += step;
    if (step !== last && times > 0) {
      flush();
      times = 0;
    }
    last = step;
    times += 1;
  }
  flush();
  return written;
}
