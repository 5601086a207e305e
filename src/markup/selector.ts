import type { Bilingual, Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import { spellingHint } from './spelling.js';
import { type ElementName, elementNames, isElementName, meantElements } from './subset.js';

/** `type.class.class`; type or classes may be absent. */
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

/** What a selector is matched against. */
export interface Selectable {
  readonly name?: ElementName;
  readonly classes: readonly string[];
  readonly parent?: Selectable;
}

/** Reads one selector (no commas); undefined, and a problem, if it is outside the subset. */
export function readSelector(text: string, place: Place, problems: Problem[]): Selector | undefined {
  const compounds: Compound[] = [];
  for (const compound of text.trim().split(/\s+/)) {
    const [, type, classes] = inLatin(compound) ?? inAnyLetters(compound) ?? [];
    if (compound === '' || classes === undefined) {
      problems.push(badSelector(text, place, syntaxHint(compound)));
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

/** Matches a compound: its type and its classes. */
const inLatin = (compound: string) => /^([a-z][a-z0-9]*)?((?:\.[a-z_][a-z0-9_-]*)*)$/i.exec(compound);

/** The same with classes of any letters: two milliseconds to compile, and most sheets do not need it. */
const inAnyLetters = (compound: string) => /^([a-z][a-z0-9]*)?((?:\.[\p{L}_][\p{L}\p{N}_-]*)*)$/iu.exec(compound);

/** Whether the selector matches. As there are only descendant combinators, the nearest ancestor that fits is enough. */
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

function syntaxHint(compound: string): Bilingual {
  if (compound.startsWith('#')) return { zh: `请改为 .${compound.slice(1)}`, en: `use .${compound.slice(1)}` };
  return {
    zh: '只能用元素、.类和空格（后代），如 table td.money',
    en: 'only elements, .classes and the space (descendant), such as table td.money',
  };
}
