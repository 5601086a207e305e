import type { Bilingual, Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import type { CssDeclaration, CssNode } from './css.js';
import { type Change, properties } from './properties.js';
import { spellingHint } from './spelling.js';
import type { ElementName } from './subset.js';
import type { Reading } from './values.js';

/** A declaration: what it changes, and its place. */
export interface Declaration {
  readonly property: string;
  readonly change: Change;
  readonly place: Place;
}

/** Finds the place of a CSS node; in a `style` attribute that is the template line. */
export type Locate = (node: CssNode) => Place;

/** Reads the declarations of a rule or a `style` attribute; adds a problem for anything else. */
export function readDeclarations(nodes: readonly CssNode[], locate: Locate, problems: Problem[]): Declaration[] {
  const declarations: Declaration[] = [];
  for (const css of plainDeclarations(nodes, locate, problems)) {
    const place = locate(css);
    const property = properties.get(css.prop);
    if (!property) problems.push(unknownProperty(css.prop, [...properties.keys()], place));
    else {
      const change = accept(property.read(css.value), css, place, problems);
      if (change) declarations.push({ property: css.prop, change, place });
    }
  }
  return declarations;
}

/** The declarations among the nodes of a block. Nested rules, `!important` and prefix hacks become problems. */
export function plainDeclarations(nodes: readonly CssNode[], locate: Locate, problems: Problem[]): CssDeclaration[] {
  return nodes.filter((node): node is CssDeclaration => {
    if (node.type !== 'decl') problems.push(nested(locate(node)));
    else if (node.hack) problems.push(unknownProperty(`${node.hack}${node.prop}`, [node.prop], locate(node)));
    else if (node.important) problems.push(importance(locate(node)));
    else return true;
    return false;
  });
}

/** The value that was read; a refusal becomes a problem that quotes the declaration. */
export function accept<T>(reading: Reading<T>, css: CssDeclaration, place: Place, problems: Problem[]): T | undefined {
  if (reading.ok) return reading.value;
  const written = `${css.prop}: ${css.value}`;
  const message: Bilingual =
    reading.code === 'css-unit'
      ? { zh: `“${written}”的单位不对`, en: `"${written}" has a wrong unit` }
      : { zh: `“${written}”的值不能用`, en: `"${written}" has a value that cannot be used` };
  problems.push(markupFault(reading.code, message, place, reading.hint));
  return undefined;
}

export function unknownProperty(name: string, allowed: readonly string[], place: Place): Problem {
  const message = { zh: `没有 ${name} 这个样式属性`, en: `there is no property ${name}` };
  return markupFault('css-property', message, place, spellingHint(name, allowed, meantProperties));
}

/** The problem of a property that has no effect on an element. */
export function uselessProperty(property: string, element: ElementName, place: Place): Problem {
  const on = properties.get(property)?.on ?? [];
  return markupFault(
    'css-property',
    { zh: `${property} 不能用在 <${element}> 上`, en: `${property} means nothing on <${element}>` },
    place,
    { zh: `可用于 ${on.join('、')}`, en: `use it on ${on.join(', ')}` },
  );
}

/** Pages cannot be broken inside a cell, and a table's title cannot be in one. */
export const outsideCellsOnly: readonly string[] = ['break-before', 'break-after', 'continued'];

export function uselessInCell(property: string, place: Place): Problem {
  return markupFault(
    'css-property',
    { zh: `${property} 不能用在单元格里`, en: `${property} means nothing in a cell` },
    place,
    { zh: '写在表格或表格外的段落上', en: 'put it on the table or on a block outside it' },
  );
}

/** Whether a property has an effect on an element. */
export function applies(property: string, element: ElementName): boolean {
  return properties.get(property)?.on.includes(element) ?? false;
}

const meantProperties: Readonly<Record<string, string>> = {
  font: 'font-family',
  'page-break-before': 'break-before',
  'border-width': 'border',
  'border-style': 'border',
};

function importance(place: Place): Problem {
  const hint = { zh: '删去 !important，把选择器写得更具体', en: 'remove it and make the selector more specific' };
  return markupFault('css-value', { zh: '不能写 !important', en: '!important is not allowed' }, place, hint);
}

function nested(place: Place): Problem {
  const hint = { zh: '写成后代选择器，如 table td { … }', en: 'write a descendant selector such as table td { … }' };
  return markupFault('css-syntax', { zh: '规则不能嵌套', en: 'rules do not nest' }, place, hint);
}
