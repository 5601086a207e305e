import type { Bilingual, Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import { spellingHint } from './spelling.js';
import { type ElementName, elementNames, isElementName, meantElements } from './subset.js';

/** `type.class.class`, either part may be absent. */
interface Compound {
  readonly type?: ElementName;
  readonly classes: readonly string[];
}

/** Compounds from the outermost ancestor to the subject. */
export interface Selector {
  readonly subject: Compound;
  readonly ancestors: readonly Compound[];
  readonly specificity: number;
}

/** What a selector looks at. */
export interface Selectable {
  readonly name?: ElementName;
  readonly classes: readonly string[];
  readonly parent?: Selectable;
}

/** Reads one selector (no commas); adds a problem and gives nothing if it is outside the subset. */
export function readSelector(text: string, place: Place, problems: Problem[]): Selector | undefined {
  const compounds: Compound[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const [, type, classes] = inLatin(part) ?? inAnyLetters(part) ?? [];
    if (part === '' || classes === undefined) {
      problems.push(badSelector(text, place, syntaxHint(part)));
      return undefined;
    }
    if (type !== undefined && !isElementName(type)) {
      problems.push(badSelector(text, place, spellingHint(type, elementNames, meantElements)));
      return undefined;
    }
    compounds.push({ ...(type && { type }), classes: classes.split('.').slice(1) });
  }
  const subject = compounds.at(-1);
  return subject && { subject, ancestors: compounds.slice(0, -1), specificity: specificity(compounds) };
}

/** A part as a whole, its type and its classes. */
const inLatin = (part: string) => /^([a-z][a-z0-9]*)?((?:\.[a-z_][a-z0-9_-]*)*)$/i.exec(part);

/** The same with classes of any letters. Their table takes two milliseconds to make, and most sheets need none. */
const inAnyLetters = (part: string) => /^([a-z][a-z0-9]*)?((?:\.[\p{L}_][\p{L}\p{N}_-]*)*)$/iu.exec(part);

/** Whether the selector chooses the element. With descendants only, taking the nearest ancestor that fits is enough. */
export function matches(selector: Selector, element: Selectable): boolean {
  if (!fits(selector.subject, element)) return false;
  let ancestor = element.parent;
  for (const compound of selector.ancestors.toReversed()) {
    while (ancestor && !fits(compound, ancestor)) ancestor = ancestor.parent;
    if (!ancestor) return false;
    ancestor = ancestor.parent;
  }
  return true;
}

function fits(compound: Compound, element: Selectable): boolean {
  if (compound.type !== undefined && compound.type !== element.name) return false;
  return element.name !== undefined && compound.classes.every((name) => element.classes.includes(name));
}

/** Classes outweigh any number of types (Selectors Level 4, 17). */
function specificity(compounds: readonly Compound[]): number {
  const classes = compounds.reduce((sum, compound) => sum + compound.classes.length, 0);
  return classes * 1000 + compounds.filter((compound) => compound.type !== undefined).length;
}

function badSelector(text: string, place: Place, hint: Bilingual): Problem {
  return markupFault(
    'css-selector',
    { zh: `不能用选择器“${text}”`, en: `selector "${text}" cannot be used` },
    place,
    hint,
  );
}

function syntaxHint(part: string): Bilingual {
  if (part.startsWith('#')) return { zh: `请改为 .${part.slice(1)}`, en: `use .${part.slice(1)}` };
  return {
    zh: '只能用元素、.类和空格（后代），如 table td.money',
    en: 'only elements, .classes and the space (descendant), such as table td.money',
  };
}
