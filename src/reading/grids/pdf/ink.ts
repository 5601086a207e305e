import { type Matrix, moved, times, unit } from './matrix.js';
import { unified } from './unified.js';

/** A character on a page; points from the top left corner, as the page is read. */
export interface Glyph {
  readonly text: string;
  /** Where it begins and ends on its line, and the line. */
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** Quarter turns clockwise: 0 reads to the right, 1 downwards. */
  readonly turn: number;
  /** Drawn without ink, as the text under a scan is. */
  readonly isInvisible: boolean;
}

/** A drawn line that is level or upright, as a thin box: `x0` to `x1`, `y0` to `y1`. */
export interface Stroke {
  readonly isLevel: boolean;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Ink {
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Stroke[];
  /** The largest part of the page that one picture covers, 0 to 1. */
  readonly picture: number;
}

/** What pdf.js knows of a font. */
export interface Font {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** A glyph of pdf.js. */
interface PdfGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[];
}

/** Thicker boxes are areas. In points. */
const thickest = 3.5;
const drawOps = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 };

interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
}

/** Follows the operators of a page (ISO 32000-1 §8, §9), by the names that pdf.js gives them, and collects what is drawn. */
export class InkReader implements Ink {
  readonly glyphs: Glyph[] = [];
  readonly strokes: Stroke[] = [];
  picture = 0;
  readonly #saved: State[] = [];
  #state: State;
  #text: Matrix = unit;
  #line: Matrix = unit;

  /** `matrix` leads to points from the top left corner; `area` is the page's. */
  constructor(
    matrix: Matrix,
    readonly area: number,
    readonly fontOf: (name: string) => Font,
    /** What the numbers of painting operators do: stroke, fill, both or neither. */
    readonly painting: (operator: number) => { readonly strokes: boolean; readonly fills: boolean },
  ) {
    const text = { font: {}, size: 0, characterSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 };
    this.#state = { matrix, ...text, fill: '#000000' };
  }

  obey(operator: string, args: readonly unknown[]): void {
    const state = this.#state;
    const [first, second] = args;
    switch (operator) {
      case 'save':
        this.#saved.push({ ...state });
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endAnnotation':
        this.#state = this.#saved.pop() ?? state;
        break;
      case 'transform':
        state.matrix = times(matrixOf(args), state.matrix);
        break;
      case 'paintFormXObjectBegin':
        this.#saved.push({ ...state });
        if (first) state.matrix = times(matrixOf(first), state.matrix);
        break;
      case 'beginAnnotation':
        this.#saved.push({ ...state });
        state.matrix = times(times(matrixOf(args[3]), matrixOf(args[2])), state.matrix);
        break;
      case 'beginText':
        this.#moveTo(unit);
        break;
      case 'setTextMatrix':
        this.#moveTo(matrixOf(isList(first) ? first : args));
        break;
      case 'setLeadingMoveText':
        state.leading = -Number(second);
        this.#moveTo(times([1, 0, 0, 1, Number(first), Number(second)], this.#line));
        break;
      case 'moveText':
        this.#moveTo(times([1, 0, 0, 1, Number(first), Number(second)], this.#line));
        break;
      case 'nextLine':
        this.#moveTo(times([1, 0, 0, 1, 0, -state.leading], this.#line));
        break;
      case 'setFont':
        [state.font, state.size] = [this.fontOf(String(first)), Number(second)];
        break;
      case 'setCharSpacing':
        state.characterSpacing = Number(first);
        break;
      case 'setWordSpacing':
        state.wordSpacing = Number(first);
        break;
      case 'setHScale':
        state.scale = Number(first) / 100;
        break;
      case 'setLeading':
        state.leading = Number(first);
        break;
      case 'setTextRise':
        state.rise = Number(first);
        break;
      case 'setTextRenderingMode':
        state.mode = Number(first);
        break;
      case 'setFillRGBColor':
        state.fill = String(first);
        break;
      case 'showText':
        this.#show(first as readonly (PdfGlyph | number)[]);
        break;
      case 'constructPath':
        this.#path(Number(first), (second as readonly (ArrayLike<number> | null)[] | undefined)?.[0]);
        break;
      case 'paintImageXObject':
      case 'paintInlineImageXObject':
      case 'paintImageMaskXObject': {
        const [a, b, c, d] = state.matrix;
        this.picture = Math.max(this.picture, Math.abs(a * d - b * c) / this.area);
        break;
      }
    }
  }

  #moveTo(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  #show(glyphs: readonly (PdfGlyph | number)[]): void {
    const { font, size, characterSpacing, wordSpacing, scale, rise, mode } = this.#state;
    const thousandth = Math.abs(font.fontMatrix?.[0] || 0.001);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#advance((-glyph / 1000) * size, font);
        continue;
      }
      const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
      const width =
        (glyph.vmetric && font.vertical ? Math.abs(glyph.vmetric[0] ?? 1000) : (glyph.width ?? 0)) * thousandth * size;
      const matrix = times([scale, 0, 0, 1, 0, rise], times(this.#text, this.#state.matrix));
      if (glyph.unicode)
        this.#glyph(glyph.unicode, matrix, width, size, font.vertical === true, mode === 3 || mode === 7);
      this.#advance(width + spacing, font);
    }
  }

  #advance(by: number, { vertical }: Font): void {
    const step: Matrix = vertical ? [1, 0, 0, 1, 0, -by] : [1, 0, 0, 1, by * this.#state.scale, 0];
    this.#text = times(step, this.#text);
  }

  /** In vertical fonts a glyph hangs from the point above its middle; it is noted as an upright character of a line of its own. */
  #glyph(text: string, matrix: Matrix, width: number, size: number, vertical: boolean, isInvisible: boolean): void {
    const [a, b, c, d] = matrix;
    const [x, y] = moved(matrix, vertical ? -size / 2 : 0, vertical ? -size * 0.88 : 0);
    const [toX, toY] = moved(matrix, vertical ? size / 2 : width, vertical ? -size * 0.88 : 0);
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
    const height = size * Math.hypot(c, d);
    this.glyphs.push({ text: unified(text), ...along(turn, x, y, toX, toY), size: height, turn, isInvisible });
  }

  #path(operator: number, path: ArrayLike<number> | null | undefined): void {
    const { strokes, fills } = this.painting(operator);
    if (!path || !(strokes || fills)) return;
    for (const points of figures(path)) {
      const there = points.map(([x, y]) => moved(this.#state.matrix, x, y));
      if (strokes) this.#outline(there);
      else if (!/^#f{6}$/i.test(this.#state.fill)) this.#area(there);
    }
  }

  #outline(points: readonly (readonly [number, number])[]): void {
    const box = boxOf(points);
    if (this.#thin(box)) return;
    points.slice(1).forEach((to, index) => {
      this.#thin(boxOf([points[index] as readonly [number, number], to]));
    });
  }

  #area(points: readonly (readonly [number, number])[]): void {
    this.#thin(boxOf(points));
  }

  #thin(box: Omit<Stroke, 'isLevel'>): boolean {
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    if (Math.min(width, height) > thickest) return false;
    if (width > 0 || height > 0) this.strokes.push({ isLevel: width >= height, ...box });
    return true;
  }
}

/** A glyph's place in the coordinates of its own turn: those of the page turned back by as many quarters. */
function along(turn: number, x: number, y: number, toX: number, toY: number): { x0: number; x1: number; y: number } {
  if (turn === 0) return { x0: x, x1: toX, y: (y + toY) / 2 };
  if (turn === 1) return { x0: y, x1: toY, y: -(x + toX) / 2 };
  if (turn === 2) return { x0: -x, x1: -toX, y: -(y + toY) / 2 };
  return { x0: -y, x1: -toY, y: (x + toX) / 2 };
}

/** The corners of each figure of a path; curves count by their ends. */
function figures(path: ArrayLike<number>): [number, number][][] {
  const all: [number, number][][] = [];
  let open: [number, number][] = [];
  for (let at = 0; at < path.length; ) {
    const operator = path[at];
    const length =
      operator === drawOps.curveTo
        ? 6
        : operator === drawOps.quadraticCurveTo
          ? 4
          : operator === drawOps.closePath
            ? 0
            : 2;
    const point: [number, number] = [path[at + length - 1] as number, path[at + length] as number];
    if (operator === drawOps.moveTo) {
      open = [point];
      all.push(open);
    } else if (operator === drawOps.closePath) open.push(...open.slice(0, 1));
    else open.push(point);
    at += length + 1;
  }
  return all.filter((points) => points.length > 1);
}

function boxOf(points: readonly (readonly [number, number])[]): Omit<Stroke, 'isLevel'> {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function isList(value: unknown): value is ArrayLike<number> {
  return typeof value === 'object' && value !== null && 'length' in value;
}

function matrixOf(value: unknown): Matrix {
  if (!isList(value) || value.length < 6) return unit;
  return Array.from({ length: 6 }, (_, index) => Number(value[index])) as unknown as Matrix;
}
