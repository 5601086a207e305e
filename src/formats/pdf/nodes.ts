import type { Content } from 'pdfmake/interfaces.js';
import type { PageStyle } from '../../document/document.js';
import type { Outline } from '../../document/drawing.js';
import { drawingSvg, svgColor } from '../../document/drawingSvg.js';
import type { Face } from '../../fonts/face.js';
import type { Line, Page, Rule, SpanForm } from '../../typeset/pages.js';
import { drawnSpans, type FaceNames } from './faces.js';

/** One page as pdfmake nodes, each at its absolute place: borders first, then text in reading order. */
export function pageNode(page: Page, index: number, outlines: readonly Content[], names: FaceNames): Content {
  const figures = page.parts.flatMap(({ drawing }) => (drawing ? [drawingNode(drawing, page.style)] : []));
  const texts = page.parts.flatMap((part) => part.lines.flatMap((line) => lineNodes(line, names)));
  return {
    stack: [anchor(names), ...stampNodes(page), ...outlines, ...ruleNodes(page.rules), ...figures, ...texts],
    ...(index > 0 && {
      pageBreak: 'before' as const,
      pageOrientation: page.style.width > page.style.height ? ('landscape' as const) : ('portrait' as const),
    }),
  };
}

/** Without a node in the flow pdfmake would not begin the page. */
function anchor(names: FaceNames): Content {
  return { text: '', fontSize: 1, lineHeight: 1, font: names.first };
}

/** What a figure draws under its words, on a sheet as large as the page. */
function drawingNode(drawing: readonly Outline[], { width, height }: PageStyle): Content {
  return { svg: drawingSvg({ drawing, width, height }), absolutePosition: { x: 0, y: 0 } };
}

/** A stamp drawn as it is in `stamp.ts`, from an SVG path, whose y runs down. */
function stampNodes({ stamp, style }: Page): Content[] {
  if (!stamp) return [];
  const { characters, size, angle, x, y } = stamp;
  const paths = characters.map(({ face, codePoint, x: at }) => {
    const moved = `translate(${at} 0) scale(${size} ${-size})`;
    return `<path transform="${moved}" fill="#d9d9d9" d="${svgPath(face.outline(codePoint))}"/>`;
  });
  const turned = `translate(${rounded(x)} ${rounded(y)}) rotate(${rounded((-angle * 180) / Math.PI)})`;
  const paper = `width="${style.width}" height="${style.height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${paper}><g transform="${turned}">${paths.join('')}</g></svg>`;
  return [{ svg, absolutePosition: { x: 0, y: 0 } }];
}

const svgCommands: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

function svgPath(outline: ReturnType<Face['outline']>): string {
  return outline.map(({ command, args }) => `${svgCommands[command] ?? ''}${args.map(rounded).join(' ')}`).join('');
}

/**
 * Advances are summed unshaped (typeset), so what would change them stays off: kerning, and the local forms that Noto has for
 * digits and ellipses next to Latin letters. What is drawn is as wide as what was measured.
 */
const plainShapes = { kern: false, locl: false } as unknown as NonNullable<
  Extract<Content, { fontFeatures?: unknown }>['fontFeatures']
>;

const shapesOf: Readonly<Record<SpanForm, typeof plainShapes>> = {
  western: { ...plainShapes, pwid: true } as typeof plainShapes,
  /** Marks that a face turns only by another code point (— and half-width brackets) stay upright here: pdfmake cannot name them. */
  vertical: { ...plainShapes, vert: true } as typeof plainShapes,
  cluster: plainShapes,
};

/** Text is placed by its baseline; pdfmake places it by the top of the face's ascent. */
function lineNodes(line: Line, names: FaceNames): Content[] {
  return drawnSpans(line).flatMap((span) =>
    names.split(span).map(({ name, text, x }) => ({
      text,
      font: name,
      fontSize: span.size,
      fontFeatures: span.form ? shapesOf[span.form] : plainShapes,
      noWrap: true,
      ...(span.spacing > 0 && { characterSpacing: rounded(span.spacing) }),
      ...(line.color !== undefined && { color: svgColor(line.color) }),
      preserveLeadingSpaces: true,
      preserveTrailingSpaces: true,
      absolutePosition: { x: rounded(x), y: rounded(line.baseline - span.face.ascent * span.size) },
    })),
  );
}

function ruleNodes(rules: readonly Rule[]): Content[] {
  if (rules.length === 0) return [];
  const canvas = rules.map((rule) => ({
    type: 'line' as const,
    x1: rounded(rule.x1),
    y1: rounded(rule.y1),
    x2: rounded(rule.x2),
    y2: rounded(rule.y2),
    lineWidth: rule.width,
  }));
  return [{ canvas, absolutePosition: { x: 0, y: 0 } }];
}

/** A thousandth of a point is finer than any printer; it keeps the file small and free of float noise. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}
