import type { CellStyle, Language, ParagraphStyle, Source, TextStyle } from '../document/document.js';
import type { Place, Problem } from '../problem.js';
import { atPlace } from './codes.js';
import {
  applies,
  type Declaration,
  outsideCellsOnly,
  readDeclarations,
  uselessInCell,
  uselessProperty,
} from './declaration.js';
import type { MarkupElement } from './element.js';
import { cssNodes, type StyleRule } from './look.js';
import { matches } from './selector.js';
import { cellStyle, initialStyle, paragraphStyle, type Style, startingStyle, textStyle } from './style.js';
import type { ElementName } from './subset.js';

/**
 * The style of every element with the same name, classes and `style` under the same ancestors: computed once and shared by
 * the thousands of cells of a table.
 */
export interface Styled {
  readonly name?: ElementName;
  readonly classes: readonly string[];
  readonly parent?: Styled;
  readonly style: Style;
  readonly language: Language;
  readonly text: TextStyle;
  readonly paragraph: ParagraphStyle;
  readonly cell: CellStyle;
  /** Faults of the `style` attribute, to be reported at each element that has it. */
  readonly styleFaults: readonly Problem[];
  readonly children: Map<string, Styled>;
}

/** For the faults of a `style` attribute, until the element's place is known. */
const nowhere: Place = { file: '' };

/** Computes styles: the element's own, then rules by specificity and order, then the `style` attribute. */
export class Cascade {
  readonly root: Styled;

  /** `language` is the document's. */
  constructor(
    private readonly rules: readonly StyleRule[],
    private readonly problems: Problem[],
    readonly language: Language,
    /** The sources that marks in the markup name (sourceMarks.ts). */
    readonly sources: readonly Source[] = [],
  ) {
    this.root = styled(initialStyle, { classes: [], language, styleFaults: [] });
  }

  /** The style of an element inside one with the style `parent`. */
  styleOf(element: MarkupElement, parent: Styled): Styled {
    const { name, attributes, place } = element;
    const key = `${name}|${attributes.class}|${attributes.style}|${attributes.lang ?? ''}`;
    let found = parent.children.get(key);
    if (!found) {
      found = this.compute(element, parent);
      parent.children.set(key, found);
    }
    for (const problem of found.styleFaults) this.problems.push(atPlace(problem, place));
    return found;
  }

  private compute({ name, attributes }: MarkupElement, parent: Styled): Styled {
    const classes = attributes.class.split(/\s+/).filter(Boolean);
    const self = { name, classes, parent };
    const fromRules = this.rules.filter(({ selector }) => matches(selector, self)).flatMap((rule) => rule.declarations);
    const styleFaults: Problem[] = [];
    const own = readStyleAttribute(attributes.style, styleFaults);
    const style = applied(
      [...meaningful(fromRules, self, this.problems), ...meaningful(own, self, styleFaults)],
      startingStyle(parent.style, name),
    );
    return styled(style, { ...self, language: attributes.lang ?? parent.language, styleFaults });
  }
}

function styled(style: Style, rest: Pick<Styled, 'name' | 'classes' | 'parent' | 'language' | 'styleFaults'>): Styled {
  const shared = { text: textStyle(style), paragraph: paragraphStyle(style), cell: cellStyle(style) };
  return { ...rest, style, ...shared, children: new Map() };
}

/** Later declarations win; `font-size` goes first because `em` depends on it. */
function applied(declarations: readonly Declaration[], start: Style): Style {
  const sizes = declarations.filter(({ property }) => property === 'font-size');
  const others = declarations.filter(({ property }) => property !== 'font-size');
  let style = start;
  for (const { change } of [...sizes, ...others]) style = { ...style, ...change(style) };
  return style;
}

function meaningful(
  declarations: readonly Declaration[],
  { name, parent }: { readonly name: ElementName; readonly parent: Styled },
  problems: Problem[],
): Declaration[] {
  return declarations.filter(({ property, place }) => {
    const useful = applies(property, name);
    if (!useful) problems.push(uselessProperty(property, name, place));
    else if (outsideCellsOnly.includes(property) && inCell(parent)) problems.push(uselessInCell(property, place));
    else return true;
    return false;
  });
}

function inCell(ancestor: Styled | undefined): boolean {
  return ancestor !== undefined && (ancestor.name === 'td' || ancestor.name === 'th' || inCell(ancestor.parent));
}

function readStyleAttribute(text: string, problems: Problem[]): Declaration[] {
  if (text === '') return [];
  return readDeclarations(
    cssNodes(text, () => nowhere, problems),
    () => nowhere,
    problems,
  );
}
