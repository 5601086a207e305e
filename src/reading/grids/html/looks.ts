import { attribute, type Element, outermost, sourceText } from './tree.js';

type Look = 'hidden' | 'spaced';

const said: Readonly<Record<Look, RegExp>> = {
  hidden: /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i,
  spaced: /(?:^|[;{\s])white-space\s*:\s*(?:pre(?:-wrap|-line)?|break-spaces)(?![-\w])/i,
};

/** What CSS says of an element that changes its text: by its own style, or by a rule for its name or class. */
export class Looks {
  /** Of `p`, `.class`, `p.class`. */
  readonly #rules: Readonly<Record<Look, Set<string>>> = { hidden: new Set(), spaced: new Set() };

  constructor(root: Parameters<typeof outermost>[0]) {
    for (const style of outermost(root, ['style'])) this.#add(sourceText(style));
  }

  /** Rules inside `@media` and the like are left out. */
  #add(css: string): void {
    const bare = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '');
    let depth = 0;
    let start = 0;
    for (const { 0: brace, index } of bare.matchAll(/[{};]/g)) {
      if (brace === '{') depth += 1;
      else if (brace === '}' && depth > 0) depth -= 1;
      else if (depth > 0) continue;
      if (depth > 0) continue;
      this.#rule(bare.slice(start, index));
      start = index + 1;
    }
  }

  #rule(rule: string): void {
    const [selectors = '', declarations = ''] = rule.split('{');
    if (/^\s*@/.test(selectors)) return;
    for (const look of ['hidden', 'spaced'] as const) {
      if (!said[look].test(declarations)) continue;
      for (const selector of selectors.split(',')) this.#rules[look].add(selector.trim());
    }
  }

  isHidden(element: Element): boolean {
    return attribute(element, 'hidden') !== undefined || this.#has(element, 'hidden');
  }

  /** White space is text, as in `pre`. */
  isSpaced(element: Element): boolean {
    return ['pre', 'textarea', 'listing'].includes(element.tagName) || this.#has(element, 'spaced');
  }

  #has(element: Element, look: Look): boolean {
    if (said[look].test(attribute(element, 'style') ?? '')) return true;
    const rules = this.#rules[look];
    if (rules.size === 0) return false;
    const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
    return (
      rules.has(element.tagName) ||
      classes.some((one) => rules.has(`.${one}`) || rules.has(`${element.tagName}.${one}`))
    );
  }
}
