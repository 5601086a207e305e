import type { Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import type { CssAtRule, CssFault, CssNode, CssRule } from './css.js';
import { applies, type Declaration, readDeclarations, uselessProperty } from './declaration.js';
import { readCss } from './readCss.js';
import { readSelector, type Selector } from './selector.js';
import { allowedHint, spellingHint } from './spelling.js';

/** A file of CSS and its name for messages. */
export interface LookFile {
  readonly file: string;
  readonly text: string;
}

export interface StyleRule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

/** An `@page` rule; `page.ts` reads what is in it. */
export interface PageRule {
  readonly file: string;
  readonly css: CssAtRule;
}

export interface Look {
  /** Weakest first: by specificity, then in order of writing. */
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
  readonly problems: readonly Problem[];
}

/** Reads all style sheets in order; one that is not CSS becomes a problem and does not stop the others. */
export function readLooks(files: readonly LookFile[]): Look {
  const rules: StyleRule[] = [];
  const pages: PageRule[] = [];
  const problems: Problem[] = [];
  for (const { file, text } of files) {
    for (const node of cssNodes(text, ({ at }) => ({ file, ...at }), problems)) {
      if (node.type === 'rule') for (const rule of readRule(node, file, problems)) rules.push(rule);
      else if (node.type === 'atrule' && node.name === 'page' && node.params === '') pages.push({ file, css: node });
      else problems.push(outside(node, cssPlace(file, node)));
    }
  }
  const sorted = rules.toSorted((a, b) => a.selector.specificity - b.selector.specificity);
  return { rules: sorted, pages, problems };
}

export function cssPlace(file: string, { line, column }: CssNode): Place {
  return { file, line, column };
}

/** The top level nodes of a CSS text; none, and a problem, for a text that is not CSS. */
export function cssNodes(text: string, locate: (fault: CssFault) => Place, problems: Problem[]): readonly CssNode[] {
  const reading = readCss(text);
  if ('nodes' in reading) return reading.nodes;
  problems.push(syntaxProblem(reading.fault, locate(reading.fault)));
  return [];
}

/** What the parser could not read, as a problem in plain words. */
function syntaxProblem({ reason }: CssFault, place: Place): Problem {
  const hints = [
    ['Missed semicolon', '在这里补上 ;', 'add ; here'],
    ['Unclosed block', '补上 }', 'add }'],
    ['Unclosed string', '补上引号', 'add the closing quote'],
    ['Unclosed comment', '补上 */', 'add */'],
    ['Unclosed bracket', '补上 )', 'add )'],
    ['Unexpected }', '删去多余的 }', 'remove the }'],
    ['Unknown word', '写成 属性: 值;', 'write property: value;'],
  ] as const;
  const [, zh, en] = hints.find(([start]) => reason.startsWith(start)) ?? [];
  const message = { zh: `样式写法有误（${reason.trim()}）`, en: `broken CSS: ${reason.trim()}` };
  return markupFault('css-syntax', message, place, zh && en ? { zh, en } : undefined);
}

function readRule(rule: CssRule, file: string, problems: Problem[]): StyleRule[] {
  const declarations = readDeclarations(rule.nodes, (node) => cssPlace(file, node), problems);
  return rule.selectors.flatMap((text) => {
    const selector = readSelector(text, cssPlace(file, rule), problems);
    return selector ? [{ selector, declarations: meaningful(declarations, selector, problems) }] : [];
  });
}

/** Drops, with a problem, properties that have no effect on the selector's element; for a selector of classes the cascade checks. */
function meaningful(all: readonly Declaration[], { subject }: Selector, problems: Problem[]): Declaration[] {
  return all.filter(({ property, place }) => {
    const { type } = subject;
    if (type === undefined || applies(property, type)) return true;
    problems.push(uselessProperty(property, type, place));
    return false;
  });
}

function outside(node: CssNode, place: Place): Problem {
  if (node.type !== 'atrule') {
    const message = { zh: '声明要写在规则里', en: 'a declaration must stand in a rule' };
    return markupFault('css-syntax', message, place, { zh: '写成 td { … }', en: 'write td { … }' });
  }
  const written = `@${node.name} ${node.params}`.trim();
  const message = { zh: `不能用 ${written}`, en: `${written} cannot be used` };
  const hint = node.name === 'page' ? allowedHint(['@page { … }']) : spellingHint(`@${node.name}`, ['@page']);
  return markupFault('css-at-rule', message, place, hint);
}
