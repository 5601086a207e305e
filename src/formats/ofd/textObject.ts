import type { Color } from '../../document/drawing.js';
import type { Line, Span } from '../../typeset/pages.js';
import { xml } from '../office/parts.js';
import { colorElement, isBlack } from './color.js';
import type { EmbeddedFace, EmbeddedFaces, OfdGlyph } from './embeddedFace.js';
import { boundary, decimal, type Edges, mm, rounded } from './xml.js';

/** A glyph and the text that it draws; `x` in points from the page's left edge. */
interface Drawn {
  readonly text: string;
  readonly glyph: OfdGlyph;
  readonly x: number;
}

/** Glyphs that follow each other on one baseline, in one face, size and colour: one text object. Points. */
interface Run {
  readonly face: EmbeddedFace;
  readonly size: number;
  readonly color: Color;
  readonly baseline: number;
  readonly drawn: Drawn[];
}

/** A line as text objects (GB/T 33190-2016 §11.2), one for each run of a face on it (GB/T 42133-2022 §6.6 a). */
export function textObjects(line: Line, faces: EmbeddedFaces, nextId: () => number): string {
  let written = '';
  for (const run of runsOf(line, faces)) {
    const drawn = withoutOuterSpaces(run.drawn);
    if (drawn.length > 0) written += textObject(run, drawn, nextId());
  }
  return written;
}

function runsOf(line: Line, faces: EmbeddedFaces): Run[] {
  const runs: Run[] = [];
  for (const span of line.hyphen ? [...line.spans, line.hyphen] : line.spans) {
    const face = faces.of(span.face);
    const color = span.color ?? line.color ?? 0;
    for (const { rise, ...drawn } of drawnOf(span, face)) {
      const baseline = line.baseline - rise;
      const last = runs.at(-1);
      const joins =
        last?.face === face &&
        last.size === span.size &&
        last.baseline === baseline &&
        String(last.color) === String(color) &&
        isOneUnit(drawn) &&
        isOneUnit(last.drawn[0] as Drawn);
      if (joins) last.drawn.push(drawn);
      else runs.push({ face, size: span.size, color, baseline, drawn: [drawn] });
    }
  }
  return runs;
}

/** Readers count places in a text by characters or by UTF-16 units: a text where these differ is an object of its own. */
function isOneUnit({ text }: Drawn): boolean {
  return text.length === 1;
}

function* drawnOf({ face, form, size, spacing, text, x }: Span, embedded: EmbeddedFace) {
  if (form === 'cluster') {
    for (const placed of face.cluster(text)?.glyphs ?? []) {
      const glyph = embedded.glyph(placed.glyph);
      yield { text: placed.text, glyph, x: x + placed.x * size, rise: placed.y * size };
    }
    return;
  }
  let pen = x;
  for (const character of text) {
    const glyph = embedded.code(character.codePointAt(0) as number, form);
    yield { text: character, glyph, x: pen, rise: 0 };
    pen += glyph.advance * size + spacing;
  }
}

/** Readers drop spaces at the ends of an XML text, and would then move what is behind them. */
function withoutOuterSpaces(drawn: readonly Drawn[]): readonly Drawn[] {
  let [from, to] = [0, drawn.length];
  while (from < to && isSpace(drawn[from])) from++;
  while (to > from && isSpace(drawn[to - 1])) to--;
  return drawn.slice(from, to);
}

function isSpace(drawn: Drawn | undefined): boolean {
  return drawn !== undefined && /^\s$/.test(drawn.text);
}

function textObject({ face, size, color, baseline }: Run, drawn: readonly Drawn[], id: number): string {
  const { x, y, text: box } = boundary(edges(drawn, size, baseline));
  const text = drawn.map((each) => each.text).join('');
  const codes = Array.from(text).length;
  const counts = `${counted('CodeCount', codes)}${counted('GlyphCount', drawn.length)}`;
  const glyphs = drawn.map(({ glyph }) => glyph.number).join(' ');
  // Several characters that one glyph draws stand in one place.
  const places = drawn.flatMap((each) => Array.from(each.text, () => mm(each.x) - x));
  const delta = codes === 1 ? '' : ` DeltaX="${deltas(places)}"`;
  return (
    `<ofd:TextObject ID="${id}" Boundary="${box}" Font="${face.id}" Size="${decimal(mm(size))}">` +
    `${isBlack(color) ? '' : colorElement('FillColor', color)}` +
    `<ofd:CGTransform CodePosition="0"${counts}><ofd:Glyphs>${glyphs}</ofd:Glyphs></ofd:CGTransform>` +
    `<ofd:TextCode X="${decimal(places[0] as number)}" Y="${decimal(mm(baseline) - y)}"${delta}>${xml(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** The number of codes or glyphs of a transform; 1 where absent (GB/T 33190-2016 table 48). */
function counted(name: 'CodeCount' | 'GlyphCount', count: number): string {
  return count === 1 ? '' : ` ${name}="${count}"`;
}

/** The em boxes of the glyphs and their ink, in millimetres. */
function edges(drawn: readonly Drawn[], size: number, baseline: number): Edges {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, ascent, -descent];
  for (const { x, glyph } of drawn) {
    const { ink, advance } = glyph;
    left = Math.min(left, x, x + ink.left * size);
    right = Math.max(right, x + advance * size, x + ink.right * size);
    top = Math.max(top, ink.top);
    bottom = Math.min(bottom, ink.bottom);
  }
  return { left: mm(left), right: mm(right), top: mm(baseline - top * size), bottom: mm(baseline - bottom * size) };
}

/** How far the em box of 汉字 reaches above and below the baseline, in em. */
const [ascent, descent] = [0.88, 0.12];

/** How far written places may be from the true ones, in millimetres, before a distance makes up for it. */
const drift = 0.002;

/** The distances from each place to the next; `g n v` stands for n times v (GB/T 33190-2016 §11.3). */
function deltas(places: readonly number[]): string {
  const steps: number[] = [];
  let at = rounded(places[0] as number);
  for (let index = 1; index < places.length; index++) {
    const [before, place] = [places[index - 1] as number, places[index] as number];
    const step = rounded(place - (Math.abs(before - at) > drift ? at : before));
    steps.push(step);
    at += step;
  }
  const written: string[] = [];
  for (let from = 0; from < steps.length; ) {
    const step = steps[from] as number;
    let to = from + 1;
    while (steps[to] === step) to++;
    written.push(to - from > 2 ? `g ${to - from} ${step}` : new Array(to - from).fill(step).join(' '));
    from = to;
  }
  return written.join(' ');
}
