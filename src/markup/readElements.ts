import { SaxesParser } from 'saxes';
import type { Place, Problem } from '../problem.js';
import { readAttributes } from './attributes.js';
import { markupFault } from './codes.js';
import type { Frame, MarkupElement, MarkupNode } from './element.js';
import { deepestMarkup } from './limits.js';
import { checkText, misplacedElement, structureProblems, unknownElement } from './structure.js';
import { content, isElementName } from './subset.js';
import { explainSyntax } from './syntax.js';

export interface Elements {
  readonly nodes: readonly MarkupNode[];
  readonly problems: readonly Problem[];
}

/**
 * Reads filled markup into elements of the subset. Everything outside it becomes a problem and is left out.
 * Reading stops at the first fault of XML itself, because what follows cannot be trusted.
 */
export function readElements(markup: string, file: string): Elements {
  return new ElementReader(markup, file).read();
}

function tooDeep(place: Place): Problem {
  const message = {
    zh: `元素嵌套超过 ${deepestMarkup} 层`,
    en: `elements are nested more than ${deepestMarkup} levels deep`,
  };
  return markupFault('markup-nesting', message, place, {
    zh: '检查是否有元素没有关上',
    en: 'look for an element that is not closed',
  });
}

class ElementReader {
  private readonly parser = new SaxesParser({ fragment: true, position: true, xmlns: false } as const);
  private readonly problems: Problem[] = [];
  private readonly document: Frame;
  private readonly open: Frame[];
  private at: Place | undefined;
  private lastClosed: Frame | undefined;
  private lastPosition = 0;
  private stopped = false;

  constructor(
    private readonly markup: string,
    private readonly file: string,
  ) {
    this.document = { tag: '', place: { file, line: 1 }, inside: 'document', children: [], problemsBefore: 0 };
    this.open = [this.document];
  }

  read(): Elements {
    const { parser } = this;
    const listen =
      <T>(handle: (event: T) => void) =>
      (event: T): void => {
        if (this.stopped) return;
        handle(event);
        this.lastPosition = parser.position;
      };
    parser.on(
      'text',
      listen((text) => this.text(text)),
    );
    parser.on(
      'opentag',
      listen((tag) => this.openTag(tag.name, tag.attributes, tag.isSelfClosing)),
    );
    parser.on(
      'closetag',
      listen(() => this.closeTag()),
    );
    parser.on(
      'processinginstruction',
      listen(({ target, body }) => this.instruction(target, body)),
    );
    parser.on(
      'comment',
      listen(() => this.refuse('<!-- -->', '{{!-- --}}')),
    );
    parser.on(
      'cdata',
      listen(() => this.refuse('<![CDATA[ ]]>', '&lt; &gt; &amp;')),
    );
    parser.on(
      'error',
      listen((error) => this.syntax(error)),
    );
    parser.write(this.markup).close();
    return { nodes: this.document.children, problems: this.problems };
  }

  private get top(): Frame {
    return this.open.at(-1) ?? this.document;
  }

  private get place(): Place {
    return this.at ?? { file: this.file, line: this.parser.line };
  }

  private text(text: string): void {
    const { top } = this;
    const { children, inside, element } = top;
    const problem = checkText(text, inside, this.place);
    if (problem) {
      // In an unknown element, which is a fault already, text is not another one.
      if (element || top === this.document) this.problems.push(problem);
    } else if (typeof children.at(-1) === 'string') children.push(`${children.pop()}${text}`);
    else children.push(text);
  }

  private openTag(tag: string, written: Record<string, string>, selfClosing: boolean): void {
    const { place, top } = this;
    const problemsBefore = this.problems.length;
    if (this.open.length > deepestMarkup) {
      this.stop(tooDeep(place));
      return;
    }
    if (!isElementName(tag)) {
      this.problems.push(unknownElement(tag, top.inside, place));
      this.open.push({ tag, place, inside: top.inside, children: top.children, problemsBefore });
      return;
    }
    const attributes = readAttributes(tag, written, place, this.problems);
    const element: MarkupElement = { name: tag, attributes, children: [], place, sound: true };
    if (content[top.inside].elements.includes(tag)) top.children.push(element);
    else this.problems.push(misplacedElement(tag, top.inside, place));
    this.open.push({ tag, place, inside: tag, children: element.children, element, problemsBefore });
    if ((tag === 'br' || tag === 'col' || tag === 'img') && !selfClosing) this.refuse(`<${tag}>`, `<${tag}/>`);
  }

  private closeTag(): void {
    const frame = this.open.pop();
    this.lastClosed = frame;
    if (!frame?.element) return;
    for (const problem of structureProblems(frame.element)) this.problems.push(problem);
    frame.element.sound = this.problems.length === frame.problemsBefore;
  }

  private instruction(target: string, body: string): void {
    const [, file, line] = /^(.+):(\d+)\s*$/.exec(body) ?? [];
    if (target === 'at' && file !== undefined) this.at = { file, line: Number(line) };
    else this.refuse(`<?${target} ?>`, '{{!-- --}}');
  }

  /** Stops at a construct of XML that is not in the subset. */
  private refuse(written: string, instead: string): void {
    const message = { zh: `不能写 ${written}`, en: `${written} cannot be written here` };
    this.stop(markupFault('markup-syntax', message, this.place, { zh: `请改为 ${instead}`, en: `use ${instead}` }));
  }

  private syntax(error: Error): void {
    const { markup, open, lastClosed, place } = this;
    const { position } = this.parser;
    const since = markup.slice(this.lastPosition, position);
    const closing = /^<\/([^<>\s]*)/.exec(markup.slice(markup.lastIndexOf('</', position - 1), position))?.[1] ?? '';
    this.stop(explainSyntax(error.message, { since, closing, open, lastClosed, place }));
  }

  private stop(problem: Problem): void {
    this.problems.push(problem);
    this.stopped = true;
    for (const { element } of this.open) if (element) element.sound = false;
  }
}
