import type { Figure } from '../document/document.js';
import type { Drawn } from '../document/drawing.js';
import { nearestHint } from '../nearest.js';
import type { Place, Problem } from '../problem.js';
import { withoutIsolates } from '../script/direction.js';
import type { Styled } from './cascade.js';
import { markupFault } from './codes.js';
import type { MarkupElement } from './element.js';

/** The drawings that a template may show, by name. */
export type Figures = ReadonlyMap<string, Drawn>;

const source = /^chart:(.+)$/u;

/** A figure as its `img` names it; undefined, with a problem, where that is not one of `figures` or says nothing. */
export function buildFigure(
  element: MarkupElement,
  { style }: Styled,
  figures: Figures,
  problems: Problem[],
): Figure | undefined {
  const image = element.children.find((child) => typeof child !== 'string');
  // Told when the element was read.
  if (!image || !element.sound) return undefined;
  const { src, alt } = image.attributes;
  const name = source.exec(src)?.[1];
  const drawn = name === undefined ? undefined : figures.get(name);
  if (alt.trim() === '') problems.push(wordless(image.place));
  if (!drawn) problems.push(name === undefined ? sourceless(src, image.place) : unknown(name, figures, image.place));
  if (!drawn || alt.trim() === '') return undefined;
  const { drawing, width, height } = drawn;
  const align = style.align === 'center' || style.align === 'right' ? style.align : 'left';
  const space = { before: style.marginTop, after: style.marginBottom };
  return { type: 'figure', drawing, alt: withoutIsolates(alt).trim(), width, height, ...space, align };
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
