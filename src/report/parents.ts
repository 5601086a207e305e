import type { Finding, Words } from '../json/finding.js';
import { mostProblems } from '../json/limits.js';
import { pointerOf, quoted } from '../json/pointer.js';
import { nearest } from './fields.js';
import type { LooseProject } from './projects.js';

/** Projects by the names that `parent` may use: id or code. */
type ByName = ReadonlyMap<string, LooseProject>;

/** Findings: ids and codes of two projects, parents that name no project, and parents in a ring. */
export function parentFindings(projects: readonly LooseProject[]): Finding[] {
  const byName = new Map<string, LooseProject>();
  const duplicates = projects.flatMap((project) => claimNames(project, byName));
  return [...duplicates, ...unknownParents(projects, byName), ...rings(projects, byName)];
}

function claimNames(project: LooseProject, byName: Map<string, LooseProject>): Finding[] {
  const findings: Finding[] = [];
  for (const field of ['id', 'code'] as const) {
    const name = project.fields[field];
    if (typeof name !== 'string') continue;
    const owner = byName.get(name) ?? project;
    byName.set(name, owner);
    if (owner === project) continue;
    findings.push({ path: [...project.path, field], at: 'value', say: () => duplicate(field, name, owner) });
  }
  return findings;
}

function duplicate(field: 'id' | 'code', name: string, owner: LooseProject): Words {
  const word = field === 'id' ? '项目标识' : '项目编码';
  const first = pointerOf(owner.path);
  return {
    code: 'duplicate-project-id',
    message: {
      zh: `${field}（${word}）${quoted(name)} 与项目 ${titleOf(owner)}（${first}）重复`,
      en: `the ${field} ${quoted(name)} is already that of the project ${titleOf(owner)} (${first})`,
    },
    hint: {
      zh: 'id 和 code 在一个文件里各不相同；同名项目要用不同的编码',
      en: 'an id or code stands for one project of the file only',
    },
  };
}

function unknownParents(projects: readonly LooseProject[], byName: ByName): Finding[] {
  const orphans = projects.filter(({ fields: { parent } }) => typeof parent === 'string' && !byName.has(parent));
  // Comparing with every name is slow, so only for as many as are reported.
  return orphans.slice(0, mostProblems).map(({ path, fields }) => {
    const said = unknownParent(String(fields.parent), byName);
    return { path: [...path, 'parent'], at: 'value', say: () => said };
  });
}

function unknownParent(parent: string, byName: ByName): Words {
  const candidates = [...byName].slice(0, mostProblems).map(([name, project]) => [name, nameOf(project)] as const);
  const meant = nearest(parent, candidates);
  const message = {
    zh: `parent（上级项目）${quoted(parent)} 不是本文件里任何项目的 id 或 code`,
    en: `parent ${quoted(parent)} is not the id or code of any project of this file`,
  };
  const owner = meant === undefined ? undefined : byName.get(meant);
  const hint =
    meant !== undefined && owner
      ? { zh: `是否应写 ${quoted(meant)}（${titleOf(owner)}）？`, en: `is ${quoted(meant)} (${titleOf(owner)}) meant?` }
      : { zh: '先给上级项目写 id，再在这里引用', en: 'give the parent project an id and name it here' };
  return { code: 'unknown-parent', message, hint };
}

/** Each ring is reported once, at its first project. */
function rings(projects: readonly LooseProject[], byName: ByName): Finding[] {
  const settled = new Set<LooseProject>();
  return projects.flatMap((start) => {
    const trail: LooseProject[] = [];
    let at: LooseProject | undefined = start;
    while (at && !settled.has(at)) {
      settled.add(at);
      trail.push(at);
      at = parentOf(at, byName);
    }
    const ring = at && trail.includes(at) ? trail.slice(trail.indexOf(at)) : [];
    return ring.length === 0 ? [] : [ringFinding(ring)];
  });
}

function parentOf({ fields }: LooseProject, byName: ByName): LooseProject | undefined {
  return typeof fields.parent === 'string' ? byName.get(fields.parent) : undefined;
}

function ringFinding(ring: readonly LooseProject[]): Finding {
  const [first] = ring;
  const names = [...ring.slice(0, 10), ...(ring.length > 10 ? [] : ring.slice(0, 1))].map(titleOf).join(' → ');
  const words = {
    code: 'parent-cycle',
    message: { zh: `上级项目绕成了圈：${names}`, en: `the parents run in a ring: ${names}` },
    hint: { zh: '删去其中一个 parent', en: 'delete one of these parent fields' },
  };
  return { path: [...(first?.path ?? []), 'parent'], at: 'value', say: () => words };
}

function nameOf(project: LooseProject): string {
  return typeof project.fields.name === 'string' ? project.fields.name : '';
}

function titleOf(project: LooseProject): string {
  return quoted(nameOf(project));
}
