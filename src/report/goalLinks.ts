import type { Finding } from '../json/finding.js';
import { type Path, quoted } from '../json/pointer.js';
import { nearest } from './fields.js';
import { fieldOf, type LooseProject } from './projects.js';

/**
 * An indicator's `goal` is the `id` of a goal beside it, in its project or in the department as a whole: error `unknown-goal`.
 * Two goals of one id are `repeated-goal`. Values of a wrong shape are skipped.
 */
export function goalFindings(report: unknown, projects: readonly LooseProject[]): Finding[] {
  const overall = fieldOf(fieldOf(report, 'department'), 'overall');
  return [
    ...ownFindings(['department', 'overall'], overall),
    ...projects.flatMap(({ path, fields }) => ownFindings(path, fields)),
  ];
}

function ownFindings(path: Path, owner: unknown): Finding[] {
  const ids = listOf(owner, 'goals').map((goal) => fieldOf(goal, 'id'));
  const known = new Set(ids.filter((id) => typeof id === 'string'));
  const repeated = ids.flatMap((id, index): Finding[] => {
    if (typeof id !== 'string' || ids.indexOf(id) === index) return [];
    return [{ path: [...path, 'goals', String(index), 'id'], at: 'value', say: () => repeatedWords(id) }];
  });
  const unknown = listOf(owner, 'indicators').flatMap((indicator, index): Finding[] => {
    const goal = fieldOf(indicator, 'goal');
    if (typeof goal !== 'string' || known.has(goal)) return [];
    return [
      { path: [...path, 'indicators', String(index), 'goal'], at: 'value', say: () => unknownWords(goal, known) },
    ];
  });
  return [...repeated, ...unknown];
}

function listOf(owner: unknown, name: string): readonly unknown[] {
  const list = fieldOf(owner, name);
  return Array.isArray(list) ? list : [];
}

function repeatedWords(id: string) {
  return {
    code: 'repeated-goal',
    message: { zh: `目标标识 ${quoted(id)} 重复`, en: `the goal id ${quoted(id)} stands twice` },
    hint: { zh: '每个目标的 id 各不相同', en: 'give each goal an id of its own' },
  };
}

function unknownWords(goal: string, known: ReadonlySet<string>) {
  const meant = nearest(
    goal,
    [...known].map((id) => [id] as const),
  );
  return {
    code: 'unknown-goal',
    message: { zh: `没有标识为 ${quoted(goal)} 的目标`, en: `no goal has the id ${quoted(goal)}` },
    hint:
      meant === undefined
        ? { zh: '先给目标写 id，再在这里引用', en: 'give the goal an id and name it here' }
        : { zh: `是否应写 ${quoted(meant)}？`, en: `is ${quoted(meant)} meant?` },
  };
}
