import type { Figure } from '../document/document.js';
import type { Drawn } from '../document/drawing.js';
import { nearestHint } from '../json/nearest.js';
import type { Place, Problem } from '../problem.js';
import { withoutIsolates } from '../script/direction.js';
import type { Styled } from './cascade.js';
import { markupFault } from './codes.js';
import type { MarkupElement } from './element.js';

/** A drawing, or one strip of a larger drawing, with its own alternative text. */
export interface FigurePart extends Drawn {
  readonly alt?: string;
}

/** The drawings that a template may show, by name; the strips of one stand below each other without a gap. */
export type Figures = ReadonlyMap<string, readonly FigurePart[]>;

const source = /^chart:(.+)$/u;

/** The figures that an `img` names; none, and a problem, where `figures` has no such name or there is no `alt`. */
export function buildFigure(
  element: MarkupElement,
  { style }: Styled,
  figures: Figures,
  problems: Problem[],
): Figure[] {
  const image = element.children.find((child) => typeof child !== 'string');
  // Reported when the element was read.
  if (!image || !element.sound) return [];
  const { src, alt } = image.attributes;
  const name = source.exec(src)?.[1];
  const parts = name === undefined ? undefined : figures.get(name);
  if (alt.trim() === '') problems.push(wordless(image.place));
  if (!parts) problems.push(name === undefined ? sourceless(src, image.place) : unknown(name, figures, image.place));
  if (!parts || alt.trim() === '') return [];
  const align = style.align === 'center' || style.align === 'right' ? style.align : 'left';
  return parts.map(({ drawing, width, height, alt: own = withoutIsolates(alt).trim() }, index) => {
    const before = index === 0 ? style.marginTop : 0;
    const after = index === parts.length - 1 ? style.marginBottom : 0;
    return { type: 'figure', drawing, alt: own, width, height, before, after, align };
  });
}

function wordless(place: Place): Problem {
  return markupFault(
    'markup-figure',
    { zh: '图没有说明文字', en: 'the figure has no words that stand for it' },
    place,
    {
      zh: '写上 alt="…"，说出图里的要点',
      en: 'write alt="…" with what the figure shows',
    },
  );
}

function sourceless(src: string, place: Place): Problem {
  const message = { zh: `图的来源不能是“${src}”`, en: `a figure cannot come from "${src}"` };
  return markupFault('markup-figure', message, place, { zh: '写成 src="chart:名称"', en: 'write src="chart:NAME"' });
}

function unknown(name: string, figures: Figures, place: Place): Problem {
  const message = { zh: `没有名为 ${name} 的图`, en: `there is no figure ${name}` };
  return markupFault('markup-figure', message, place, nearestHint(name, [...figures.keys()]));
}
