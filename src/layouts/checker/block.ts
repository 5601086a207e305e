import { nearestHint } from '../../json/nearest.js';
import { type Kind, listOf, number, unknownKind, wordsFor } from '../kinds.js';
import { kindOfExpression, namedArguments } from './expression.js';
import { note, noteOutside, noteUnknown } from './faults.js';
import { type CheckState, inside, type Scope, type Unchecked } from './scope.js';

const blocks = ['if', 'unless', 'each', 'with'] as const;
type BlockName = (typeof blocks)[number];

/** How many block parameters each takes: `as |item index|`, `as |value|`. */
const parameters: Record<BlockName, number> = { if: 0, unless: 0, each: 2, with: 1 };

/** Checks a block's name and arguments; returns its branches, which are still to be checked. */
export function checkBlock(node: hbs.AST.BlockStatement, scope: Scope, check: CheckState): readonly Unchecked[] {
  const name = blocks.find((block) => block === node.path.original);
  if (!name || isRaw(node)) {
    noteSection(node, scope, check);
    return [];
  }
  const [subject] = node.params;
  const kind = subject ? kindOfExpression(subject, scope, check) : unknownKind;
  if (node.params.length !== 1) {
    note(check, scope, 'template-argument-count', node.path.loc, {
      zh: `${name} 要 1 个参数，这里有 ${node.params.length} 个`,
      en: `${name} takes 1 argument, not ${node.params.length}`,
    });
  }
  for (const pair of namedArguments(node, scope, check)) noteUnknown(check, scope, 'argument', pair.loc, pair.key, []);
  return [
    { program: node.program, scope: bodyScope(name, kind, node, scope, check) },
    { program: node.inverse, scope },
  ];
}

/** Whether a block is raw, `{{{{…}}}}`: Handlebars gives these no strip flags. */
function isRaw(node: hbs.AST.BlockStatement): boolean {
  return node.openStrip.open === undefined;
}

function noteSection(node: hbs.AST.BlockStatement, scope: Scope, check: CheckState): void {
  if (isRaw(node)) {
    const what = { zh: '原样块 {{{{…}}}}', en: 'raw blocks {{{{…}}}}' };
    noteOutside(check, scope, node.loc, what, { zh: '请用两个花括号', en: 'use two braces' });
    return;
  }
  const name = String(node.path.original);
  const what = { zh: ` {{#${name}}} 块`, en: `the block {{#${name}}}` };
  noteOutside(check, scope, node.path.loc, what, nearestHint(name, blocks));
}

function bodyScope(name: BlockName, kind: Kind, node: hbs.AST.BlockStatement, scope: Scope, check: CheckState): Scope {
  const names = node.program?.blockParams ?? [];
  if (names.length > parameters[name]) {
    note(check, scope, 'template-argument-count', node.path.loc, {
      zh: `${name} 最多有 ${parameters[name]} 个块参数`,
      en: `${name} has at most ${parameters[name]} block parameters`,
    });
  }
  if (name === 'if' || name === 'unless') return scope;
  const context = name === 'each' ? itemOf(kind, node, scope, check) : kind;
  const kinds: readonly Kind[] = [context, number];
  const named = names
    .slice(0, parameters[name])
    .map((word, index): [string, Kind] => [word, kinds[index] ?? unknownKind]);
  return inside(scope, context, named, name === 'each');
}

function itemOf(kind: Kind, node: hbs.AST.BlockStatement, scope: Scope, check: CheckState): Kind {
  if (kind.type === 'list') return kind.item;
  if (kind.type !== 'unknown') {
    const [is, list] = [wordsFor(kind), wordsFor(listOf(unknownKind))];
    const loc = node.params[0]?.loc ?? node.loc;
    note(check, scope, 'template-not-a-list', loc, {
      zh: `{{#each}} 要${list.zh}，不能是${is.zh}`,
      en: `{{#each}} needs ${list.en}, not ${is.en}`,
    });
  }
  return unknownKind;
}
