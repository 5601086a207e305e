import { nearest, nearestHint } from '../../json/nearest.js';
import type { Bilingual } from '../../problem.js';
import { flag, type Kind, number, unknownKind, wordsFor } from '../kinds.js';
import { note, noteOutside } from './faults.js';
import { type CheckState, mayBeSame, type Scope } from './scope.js';

/** The kind of what a path names; an unknown name is noted and its kind is unknown. */
export function kindOfPath(path: hbs.AST.PathExpression, scope: Scope, check: CheckState): Kind {
  if (path.data) return kindOfData(path, scope, check);
  const [head = ''] = path.parts;
  const named = path.depth === 0 && !isScoped(path) ? scope.names.get(head) : undefined;
  if (named) return dig(named, path, 1, scope, check);
  const context = contextAt(path, scope, check);
  return context ? dig(context, path, 0, scope, check) : unknownKind;
}

/** Whether a path is `this.x` or `./x`, a field even if a block parameter has its name. The expression is Handlebars' own. */
function isScoped(path: hbs.AST.PathExpression): boolean {
  return /^\.|this\b/.test(path.original);
}

function contextAt(path: hbs.AST.PathExpression, scope: Scope, check: CheckState): Kind | undefined {
  const { depth } = path;
  if (depth >= scope.contexts.length) {
    const message = { zh: `${path.original} 超出了最外层`, en: `${path.original} goes above the outermost level` };
    note(check, scope, 'template-parent-path', path.loc, message, {
      zh: '片段只看得到传给它的对象；根用 @root',
      en: 'a partial sees only what it is given; the root is @root',
    });
    return undefined;
  }
  for (let level = 0; level < depth; level += 1) {
    const [inner, outer] = [scope.contexts[level], scope.contexts[level + 1]];
    if (inner && outer && mayBeSame(inner, outer)) {
      noteAmbiguous(path, scope, check);
      return undefined;
    }
  }
  return scope.contexts[depth];
}

function noteAmbiguous(path: hbs.AST.PathExpression, scope: Scope, check: CheckState): void {
  const message = {
    zh: `${path.original} 指哪一层要看数据：相邻两层种类相同`,
    en: `which level ${path.original} means would depend on the data: two levels are of one kind`,
  };
  note(check, scope, 'template-parent-path', path.loc, message, {
    zh: '请用 as |名称| 给外层起名，或用 @root',
    en: 'name the outer level with as |name|, or use @root',
  });
}

const dataNames = ['@root', '@index', '@first', '@last'];

function kindOfData(path: hbs.AST.PathExpression, scope: Scope, check: CheckState): Kind {
  const [head = ''] = path.parts;
  if (!isDataThere(path, head, scope, check)) return unknownKind;
  if (head === 'root') return dig(scope.root, path, 1, scope, check);
  return dig(head === 'index' ? number : flag, path, 1, scope, check);
}

function isDataThere(path: hbs.AST.PathExpression, head: string, scope: Scope, check: CheckState): boolean {
  const name = `@${head}`;
  const say = (code: string, zh: string, en: string, hint?: Bilingual) =>
    note(check, scope, code, path.loc, { zh, en }, hint);
  if (path.depth > 0) {
    const instead = { zh: '请用 as |项 序号| 起名', en: 'name it with as |item index|' };
    noteOutside(check, scope, path.loc, { zh: ' @../', en: '@../' }, instead);
  } else if (!dataNames.includes(name)) {
    say('template-unknown-name', `没有名称 ${name}`, `there is no name ${name}`, nearestHint(name, dataNames));
  } else if (scope.names.has(head)) {
    // Handlebars 4.7 confuses @index with a block parameter that is called index.
    const instead = { zh: `请直接写 ${head}，或给块参数换个名`, en: `write ${head}, or rename the block parameter` };
    say('template-loop-data', `${name} 与块参数重名`, `${name} clashes with a block parameter`, instead);
  } else if (head !== 'root' && !scope.inLoop) {
    say('template-loop-data', `${name} 只能用在 {{#each}} 里`, `${name} is only there inside {{#each}}`);
  } else return true;
  return false;
}

/** Follows a path from its name number `from` on. */
function dig(start: Kind, path: hbs.AST.PathExpression, from: number, scope: Scope, check: CheckState): Kind {
  let kind = start;
  for (const [index, name] of path.parts.entries()) {
    if (index < from || kind.type === 'unknown') continue;
    const next: Kind | undefined = kind.type === 'record' ? kind.fields.get(name) : undefined;
    if (!next) {
      const outer = index === 0 && path.depth === 0 && !isScoped(path);
      noteNoField(check, scope, path, name, kind, outer);
      return unknownKind;
    }
    kind = next;
  }
  return kind;
}

function noteNoField(
  check: CheckState,
  scope: Scope,
  path: hbs.AST.PathExpression,
  name: string,
  kind: Kind,
  outer: boolean,
) {
  const owner = wordsFor(kind);
  const message = { zh: `${owner.zh}没有 ${name}`, en: `${owner.en} has no ${name}` };
  note(check, scope, 'template-unknown-name', path.loc, message, fieldHint(check, scope, name, kind, outer));
}

/** What may be meant: a helper without its arguments, a field of an outer level, or a similar name. */
function fieldHint(check: CheckState, scope: Scope, name: string, kind: Kind, outer: boolean): Bilingual {
  const fields = kind.type === 'record' ? [...kind.fields.keys()] : [];
  if (!outer) return nearestHint(name, fields);
  if (check.helpers.has(name)) return { zh: `助手 ${name} 要带参数`, en: `the helper ${name} needs its arguments` };
  const candidates = [...scope.names.keys(), ...fields];
  const near = nearest(name, candidates);
  const elsewhere = outerName(scope, name);
  return near === undefined && elsewhere ? nearestHint(elsewhere, [elsewhere]) : nearestHint(name, candidates);
}

function outerName(scope: Scope, name: string): string | undefined {
  const level = scope.contexts.findIndex((context) => context.type === 'record' && context.fields.has(name));
  if (level > 0) return `${'../'.repeat(level)}${name}`;
  return scope.root.type === 'record' && scope.root.fields.has(name) ? `@root.${name}` : undefined;
}
