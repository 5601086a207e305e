import Handlebars from 'handlebars';
import { type Bilingual, fault, type Place, type Problem } from '../problem.js';
import { deepestTemplate } from './limits.js';

/** A file of a layout, named relative to its templates folder (`guangzhou/project-2023/template.hbs`), and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** The syntax tree of a template, before Handlebars' white space control; or the problem that stopped the parser. */
export function parseTemplate(source: SourceFile): hbs.AST.Program | Problem {
  const deep = nestedLine(source.text);
  if (deep !== undefined) return depthFault({ file: source.file, line: deep });
  try {
    const program = Handlebars.parseWithoutProcessing(source.text, { srcName: source.file });
    return tooDeep(program) ?? program;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return syntaxFault(source.file, cause);
  }
}

const opening = /\{\{~?#|\{\{~?\^(?!~?\})|\{\{~?\s{0,9}else\b|\{\{~?\^|\{\{~?\/|\}\}|\(|\)/g;

/**
 * The line on which blocks, else branches or parentheses are nested too deep, found before the parser, which would take long. What
 * looks like a block in a comment counts too: no template written by a person has that many.
 */
function nestedLine(text: string): number | undefined {
  const elses: number[] = [];
  let [branches, inner] = [0, 0];
  for (const { 0: token, index } of text.matchAll(opening)) {
    if (token === '(') inner += 1;
    else if (token === ')' || token === '}}') inner = 0;
    else if (token.includes('/')) branches -= elses.pop() ?? 0;
    else if (token.includes('#') || (token.includes('^') && text[index + token.length] !== '}')) elses.push(0);
    else if (elses.length > 0) {
      elses.push((elses.pop() ?? 0) + 1);
      branches += 1;
    }
    if (elses.length + branches > deepestTemplate || inner > deepestTemplate)
      return text.slice(0, index).split('\n').length;
  }
  return undefined;
}

/** Not recursive itself, because it protects what comes after, which is. */
function tooDeep(program: hbs.AST.Program): Problem | undefined {
  const open: { readonly node: hbs.AST.Node; readonly depth: number }[] = [{ node: program, depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, depth } = at;
    if (depth > 2 * deepestTemplate) return depthFault(placeOf(node.loc));
    for (const inner of Object.values(node).flat()) if (isNode(inner)) open.push({ node: inner, depth: depth + 1 });
  }
  return undefined;
}

function depthFault(place: Place): Problem {
  const message = {
    zh: `模板的块和助手嵌套超过 ${deepestTemplate} 层`,
    en: `blocks and helpers of the template are nested more than ${deepestTemplate} levels deep`,
  };
  return fault('template-too-deep', message, place, {
    zh: '请把内层放进片段',
    en: 'put the inner ones into a partial',
  });
}

function isNode(value: unknown): value is hbs.AST.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'loc' in value;
}

/** The place of a node in a template. Handlebars counts columns from 0, we from 1. */
export function placeOf(loc: hbs.AST.SourceLocation): Place {
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}

/** Jison says "Parse error on line 2: … got 'EOF'"; Handlebars' own exceptions carry line and column. */
function syntaxFault(file: string, cause: Error & { lineNumber?: number; column?: number }): Problem {
  const line = cause.lineNumber ?? Number(/error on line (\d+)/.exec(cause.message)?.[1] ?? 1);
  const place = { file, line, ...(cause.column !== undefined && { column: cause.column + 1 }) };
  return fault('template-syntax', reasonOf(cause), place, {
    zh: '请检查花括号是否成对，每个 {{#…}} 是否都有对应的 {{/…}}',
    en: 'check that braces are paired and that every {{#…}} has its {{/…}}',
  });
}

function reasonOf(cause: Error): Bilingual {
  if (cause.message.includes("got 'EOF'")) {
    return {
      zh: '模板在不该结束的地方结束：有没关上的 {{…}} 块',
      en: 'the template ends too early: a {{…}} block is not closed',
    };
  }
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(cause.message);
  if (mismatch) {
    const [, open, close] = mismatch;
    return { zh: `{{#${open}}} 被 {{/${close}}} 关上了`, en: `{{#${open}}} is closed by {{/${close}}}` };
  }
  const invalid = /^Invalid path: (.*) - \d+:\d+$/.exec(cause.message);
  if (invalid) return { zh: `名称 ${invalid[1]} 写法不对`, en: `${invalid[1]} is no valid name` };
  return { zh: '模板语法有误：花括号里的写法读不懂', en: 'template syntax: what stands in the braces cannot be read' };
}
