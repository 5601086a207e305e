import { note } from './faults.js';
import { type CheckState, ofPartial, type Scope } from './scope.js';

/** Where in the markup we are: in text, in a tag, or in an attribute value in double or single quotes. */
type Position = 'text' | 'tag' | 'double' | 'single';

/**
 * Checks that data stands only in text or in a quoted attribute value, where escaping makes it harmless, and that every branch
 * and partial ends at the position where it began, so that this holds for every branch. Returns the position at the end.
 */
export function checkPositions(
  program: hbs.AST.Program | undefined,
  start: Position,
  scope: Scope,
  check: CheckState,
): Position {
  let position = start;
  for (const node of program?.body ?? []) {
    if (node.type === 'ContentStatement') position = after((node as hbs.AST.ContentStatement).value, position);
    if (node.type === 'MustacheStatement' && position === 'tag') noteInTag(node, scope, check);
    for (const [branch, inner] of branchesOf(node, scope, check)) {
      if (checkPositions(branch, position, inner, check) !== position) noteUneven(node, scope, check);
    }
  }
  return position;
}

function branchesOf(node: hbs.AST.Statement, scope: Scope, check: CheckState): [hbs.AST.Program | undefined, Scope][] {
  if (node.type === 'BlockStatement') {
    const { program, inverse } = node as hbs.AST.BlockStatement;
    return [
      [program, scope],
      [inverse, scope],
    ];
  }
  if (node.type !== 'PartialStatement') return [];
  const name = String(((node as hbs.AST.PartialStatement).name as hbs.AST.PathExpression).original);
  return [[check.parsed.get(name), ofPartial(scope, name, scope.root, node.loc)]];
}

function after(content: string, start: Position): Position {
  let position = start;
  for (const character of content) {
    if (position === 'text') position = character === '<' ? 'tag' : 'text';
    else if (position === 'double') position = character === '"' ? 'tag' : 'double';
    else if (position === 'single') position = character === "'" ? 'tag' : 'single';
    else position = inTag(character);
  }
  return position;
}

function inTag(character: string): Position {
  if (character === '"') return 'double';
  if (character === "'") return 'single';
  return character === '>' ? 'text' : 'tag';
}

function noteInTag(node: hbs.AST.Statement, scope: Scope, check: CheckState): void {
  const message = { zh: '数据不能直接写在标签里', en: 'data cannot stand in a tag itself' };
  note(check, scope, 'template-data-place', node.loc, message, {
    zh: '请写在引号里，如 colspan="{{…}}"，或写在标签之间',
    en: 'put it into quotes, as in colspan="{{…}}", or between tags',
  });
}

function noteUneven(node: hbs.AST.Statement, scope: Scope, check: CheckState): void {
  const message = {
    zh: '这一块开始与结束的地方不同：一处在标签或引号内，一处在外',
    en: 'this block begins and ends at different places: one in a tag or in quotes, one outside',
  };
  note(check, scope, 'template-data-place', node.loc, message, {
    zh: '请把整个标签或整个引号写在同一块里',
    en: 'keep a whole tag, or all that is in quotes, in one block',
  });
}
