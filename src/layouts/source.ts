import Handlebars from 'handlebars';
import { type Bilingual, fault, type Place, type Problem } from '../problem.js';

/** A file of a layout, named relative to its templates folder (`guangzhou/project-2023/template.hbs`), and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** The syntax tree of a template, before Handlebars' own white space control; or the problem that stopped the parser. */
export function parseTemplate(source: SourceFile): hbs.AST.Program | Problem {
  try {
    return Handlebars.parseWithoutProcessing(source.text, { srcName: source.file });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return syntaxFault(source.file, cause);
  }
}

/** Where a node of a template stands. Handlebars counts columns from 0, we from 1. */
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
