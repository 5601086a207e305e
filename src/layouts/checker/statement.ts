import { longestTemplate, mostFaults } from '../limits.js';
import { checkBlock } from './block.js';
import { note, noteOutside } from './faults.js';
import { checkMustache } from './mustache.js';
import { checkPartial } from './partial.js';
import type { CheckState, Scope, Unchecked } from './scope.js';

/** Checks every statement of a program, in all branches. */
export function checkProgram({ program, scope }: Unchecked, check: CheckState): void {
  for (const statement of program?.body ?? []) {
    // As much work as partials are open, whose names each call looks through.
    check.length +=
      1 +
      scope.partials.length +
      (statement.type === 'ContentStatement' ? (statement as hbs.AST.ContentStatement).value.length : 0);
    if (check.length > longestTemplate || check.problems.length >= mostFaults) {
      noteTooLong(statement, scope, check);
      return;
    }
    for (const inner of checkStatement(statement, scope, check)) checkProgram(inner, check);
  }
}

/** Checks a statement; returns the programs in it, still to be checked. */
function checkStatement(node: hbs.AST.Statement, scope: Scope, check: CheckState): readonly Unchecked[] {
  switch (node.type) {
    case 'BlockStatement':
      return checkBlock(node as hbs.AST.BlockStatement, scope, check);
    case 'PartialStatement':
      return checkPartial(node as hbs.AST.PartialStatement, scope, check);
    case 'MustacheStatement':
      checkMustache(node as hbs.AST.MustacheStatement, scope, check);
      return [];
    case 'ContentStatement':
      checkContent(node as hbs.AST.ContentStatement, scope, check);
      return [];
    case 'CommentStatement':
      return [];
    default:
      noteUnusable(node, scope, check);
      return [];
  }
}

function noteTooLong(node: hbs.AST.Statement, scope: Scope, check: CheckState): void {
  // Only once, where the limit was reached, not again for each enclosing program.
  if (check.problems.some(({ code }) => code === 'template-too-long')) return;
  const message = {
    zh: `模板连同反复引用的片段太长，超过 ${longestTemplate / 10_000} 万字符`,
    en: `the template with the partials that it calls again and again has more than ${longestTemplate / 1_000_000} million characters`,
  };
  const hint = { zh: '请减少片段套片段的引用', en: 'call fewer partials from partials' };
  if (check.length > longestTemplate) note(check, scope, 'template-too-long', node.loc, message, hint);
}

function noteUnusable(node: hbs.AST.Statement, scope: Scope, check: CheckState): void {
  if (node.type === 'PartialBlockStatement') {
    const what = { zh: '片段块 {{#>…}}', en: 'partial blocks {{#>…}}' };
    const instead = {
      zh: '请用 {{> 片段}}，内容放进片段文件',
      en: 'use {{> partial}} and put the content into its file',
    };
    noteOutside(check, scope, node.loc, what, instead);
    return;
  }
  const what = { zh: '装饰器与内联片段', en: 'decorators and inline partials' };
  const instead = { zh: '片段请放在 partials 文件夹里', en: 'put partials into the partials folder' };
  noteOutside(check, scope, node.loc, what, instead);
}

/** Refuses comments and instructions of XML: data in them would escape the checks of markup, as a `--` ends a comment. */
function checkContent(node: hbs.AST.ContentStatement, scope: Scope, check: CheckState): void {
  for (const match of node.value.matchAll(/<[!?]/g)) {
    const before = node.value.slice(0, match.index).split(/\r\n?|\n/);
    const start = {
      line: node.loc.start.line + before.length - 1,
      column: (before.length > 1 ? 0 : node.loc.start.column) + (before.at(-1)?.length ?? 0),
    };
    noteOutside(
      check,
      scope,
      { ...node.loc, start },
      { zh: ` ${match[0]}…>`, en: `${match[0]}…>` },
      {
        zh: '注释请写 {{!-- … --}}',
        en: 'write comments as {{!-- … --}}',
      },
    );
  }
}
