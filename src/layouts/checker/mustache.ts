import type { Bilingual } from '../../problem.js';
import { type Kind, wordsFor } from '../kinds.js';
import { kindOfCall } from './expression.js';
import { note, noteOutside } from './faults.js';
import { kindOfPath } from './path.js';
import type { CheckState, Scope } from './scope.js';

/** Checks what a mustache prints. */
export function checkMustache(node: hbs.AST.MustacheStatement, scope: Scope, check: CheckState): void {
  if (!node.escaped) {
    noteOutside(
      check,
      scope,
      node.loc,
      { zh: '不转义的 {{{…}}} 与 {{&…}}', en: 'unescaped {{{…}}} and {{&…}}' },
      {
        zh: '请写两个花括号 {{…}}',
        en: 'write two braces {{…}}',
      },
    );
    return;
  }
  if (node.path.type !== 'PathExpression') {
    noteOutside(
      check,
      scope,
      node.path.loc,
      { zh: '花括号里的字面值', en: 'a literal in braces' },
      {
        zh: '文字请直接写在模板里',
        en: 'write the text itself',
      },
    );
    return;
  }
  checkPrintable(kindOfMustache(node, scope, check), node, scope, check);
}

/** A mustache without arguments is a field, even if a helper has the same name (`code`, `date`); see compile.ts. */
function kindOfMustache(node: hbs.AST.MustacheStatement, scope: Scope, check: CheckState): Kind {
  const path = node.path as hbs.AST.PathExpression;
  return node.params.length > 0 || node.hash
    ? kindOfCall({ ...node, path }, scope, check)
    : kindOfPath(path, scope, check);
}

function checkPrintable(kind: Kind, node: hbs.AST.MustacheStatement, scope: Scope, check: CheckState): void {
  if (kind.type === 'text' || kind.type === 'number' || kind.type === 'unknown') return;
  const is = wordsFor(kind);
  const hint = {
    record: fieldHint(kind, node),
    list: { zh: '请用 {{#each}} 逐项印出', en: 'print its items with {{#each}}' },
    flag: { zh: '请用 {{#if}} 印出相应的字', en: 'print a word with {{#if}}' },
    mixed: { zh: '请分开写', en: 'print them apart' },
  }[kind.type];
  note(
    check,
    scope,
    'template-not-printable',
    node.path.loc,
    { zh: `${is.zh}不能直接印出`, en: `${is.en} cannot be printed` },
    hint,
  );
}

/** A hint to name a field; for a text in two languages, `zh` or `en`. */
function fieldHint(kind: Kind, { path }: hbs.AST.MustacheStatement): Bilingual {
  const isPair = kind.type === 'record' && kind.fields.has('zh') && kind.fields.has('en');
  const name = String((path as hbs.AST.PathExpression).original);
  return isPair
    ? { zh: `请写 {{${name}.zh}} 或 {{${name}.en}}`, en: `write {{${name}.zh}} or {{${name}.en}}` }
    : { zh: '请写出要印的字段，如 {{project.name}}', en: 'name the field to print, as in {{project.name}}' };
}
