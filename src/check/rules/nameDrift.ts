import type { Path } from '../../json/pointer.js';
import { quoted } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, ProjectAt, Subject } from '../subject.js';
import { wordsOf } from '../text/blankText.js';
import { bareName, isNear, NameIndex, nearName, sortedKey } from '../text/nameDrift.js';
import { nearlyIn } from '../text/nearlyIn.js';
import { placeVariants } from '../text/placeVariants.js';
import { quotedDrift } from '../text/quotedParts.js';
import { namedTwice } from '../text/sameThings.js';
import { groupsOf } from '../text/slip.js';
import type { TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'note', 'value']);
const cited = /[“《]([^“”《》\n]{4,42})[”》](?:项目|专项|经费)?/g;
/** How a project's name mostly ends; where a text has the ending, the characters before it are held against the name. */
const endings = /项目|经费|工程|专项|补助资金|计划/;
const lastEnding = /(?:项目|经费|工程|专项|补助资金|计划)$/;

export const nameDrift: Rule = {
  code: 'name-drift',
  number: 'R-43',
  severity: 'warning',
  title: { zh: '同一项目名称前后一致', en: 'a project has one name everywhere' },
  wrong: { zh: '同一项目名称前后不一致', en: 'a project is named in two ways' },
  why: {
    zh: '表里叫“降尘抑尘”，文字里叫“抑尘降尘”，读者会当成两个项目。',
    en: 'A project that the table and the text name differently reads as two.',
  },
  source: {
    zh: '湖南省湘潭市 2023 年公开表“降尘抑尘”“抑尘降尘”混用',
    en: 'published tables of Xiangtan 2023 have 降尘抑尘 and 抑尘降尘',
  },
  mend: { zh: '核对项目名称，统一写法', en: 'find the right name and write it everywhere' },
  looksAt: {
    zh: '目标、用途、说明、注里用“”《》引用的名称，项目自己的名称；同一单位各项目、部门任务的名称',
    en: 'names quoted in goals, uses, prose and notes, a project’s own name in its texts; names of projects of a unit, and of tasks',
  },
  fails: {
    '/units/0/projects/0/name': '降尘抑尘项目',
    '/units/0/projects/0/goals/0/text': '实施抑尘降尘项目，全年举办科普活动不少于20场，服务公众不少于3000人次。',
  },
  passes: {
    '/units/0/projects/0/name': '降尘抑尘二期项目',
    '/units/0/projects/0/goals/0/text': '接续“降尘抑尘一期项目”，全年举办科普活动不少于20场，服务公众不少于3000人次。',
  },
  whole: true,
  *find({ texts, projects, owners, report }: Subject): Generator<Found> {
    const tasks = report.department.overall?.tasks ?? [];
    const index = new NameIndex([...projects.map(({ project }) => project.name), ...tasks.map(({ name }) => name)]);
    for (const { text, kind, places } of groupsOf(texts)) {
      if (!kinds.has(kind)) continue;
      const mayNameOne = endings.test(text);
      const quotedOnes = [...citedDrifts(text, index)];
      for (const { path } of places) {
        const own = ownName(path, report);
        const drifted = own && mayNameOne ? [...quotedOnes, ...ownDrifts(text, own, index)] : quotedOnes;
        const said = new Map(drifted);
        for (const [written, name] of said) yield found(path, written, name);
        if (own === undefined || said.size > 0) continue;
        for (const [written, name] of turnedOwn(text, own, index))
          yield { ...found(path, written, name), severity: 'hint' };
      }
    }
    const within = [...lostWithinNames(projects, report, index)];
    yield* within;
    for (const owner of owners) {
      yield* otherWords(owner);
      yield* thingsInTwoWays(owner);
    }
    for (const owner of owners)
      if (!within.some(({ path }) => path[1] === owner.path[1] && path[3] === owner.path[3]))
        yield* placesInTwoWays(owner);
    yield* turnedNames(projects);
    yield* taskNames(tasks, new NameIndex(projects.map(({ project }) => project.name)));
  },
};

const shortestWithin = 8;
const mostLost = 3;
/** A numeral, a phase or a place within makes another name of it. */
const ofKind = /[0-9A-Za-z一二三四五六七八九十（）()、]|[省市县区镇乡村期批]/;
const villages = /(?<=[镇乡街道办县区市])[\u4e00-\u9fff]{2,4}村/g;

/** 林业草原生态保护恢复资金 in a table of 林业生态保护恢复资金; 大青冈村 in the name and 大青杠村 alone in the texts. */
function* lostWithinNames(
  projects: readonly ProjectAt[],
  report: Subject['report'],
  index: NameIndex,
): Generator<Found> {
  for (const { path, project } of projects) {
    const own = bareName(project.name);
    if (own.length > 40) continue;
    const texts = [
      ...(projects.length === 1 && report.title !== undefined ? [report.title] : []),
      ...[project.summary, project.content, project.programme?.name].filter((text) => text !== undefined),
      ...(project.goals ?? []).map(({ text }) => text),
    ].map((text) => bareName(text.slice(0, 2000)));
    const written = lostWithin(own, texts, index) ?? otherVillage(own, texts);
    if (written !== undefined) yield { ...found([...path, 'name'], written, project.name), severity: 'hint' };
    const prose = textsOfProject(project);
    const part = quotedDrift(project.name, prose);
    if (part) yield { ...found([...path, 'name'], part.written, part.right), severity: 'hint' };
  }
}

/** 大青冈村 here and 大青杠村 there, in one project. */
function* placesInTwoWays({ project: at, goals, indicators, path }: OwnerAt): Generator<Found> {
  const texts: { readonly path: Path; readonly text: string }[] = [
    ...goals.map(({ goal, path }) => ({ path: [...path, 'text'], text: goal.text })),
    ...indicators.map(({ indicator, path }) => ({ path: [...path, 'name'], text: indicator.name })),
  ];
  if (at) {
    texts.unshift({ path: [...path, 'name'], text: at.project.name });
    for (const field of ['summary', 'content', 'necessity', 'basis', 'schedule'] as const)
      texts.push({ path: [...path, field], text: at.project[field] ?? '' });
  }
  for (const { one, other, first, second } of placeVariants(texts.map(({ text }) => text.slice(0, 2000))))
    yield {
      path: texts[second]?.path ?? path,
      related: [texts[first]?.path ?? path],
      severity: 'hint',
      message: {
        zh: `${quoted(other)} 与 ${quoted(one)} 只差一个音近或形近的字，疑为同一处`,
        en: `${quoted(other)} and ${quoted(one)} differ by a character that sounds or looks alike: one place?`,
      },
    };
}

/** 高龄津贴 here and 高龄补贴 there: once a project, as who mends one looks for the others. */
function* thingsInTwoWays({ project, goals, indicators, path }: OwnerAt): Generator<Found> {
  const texts = [
    ...(project ? [{ path: [...path, 'name'], text: project.project.name }] : []),
    ...indicators.map(({ indicator, path }) => ({ path: [...path, 'name'], text: indicator.name })),
    ...goals.map(({ goal, path }) => ({ path: [...path, 'text'], text: goal.text.slice(0, 2000) })),
  ];
  const found = namedTwice(texts.map(({ text }) => text));
  if (found === undefined) return;
  const [one, other] = [quoted(found.one), quoted(found.other)];
  yield {
    path: texts[found.second]?.path ?? path,
    related: [texts[found.first]?.path ?? path],
    severity: 'hint',
    message: { zh: `一处写${one}，一处写${other}，疑为同一事物`, en: `${one} and ${other}: one thing?` },
    hint: { zh: '统一写法', en: 'write one name everywhere' },
  };
}

/** A scoring rule or description that repeats the name with other words in it: “进基层”宣传活动 in the name, 进社区活动 in the rule. */
function* otherWords({ indicators }: OwnerAt): Generator<Found> {
  for (const { path, indicator } of indicators) {
    const name = wordsOf(indicator.name);
    if (name.length < shortestSame || name.length > 60) continue;
    for (const field of ['scoringRule', 'description'] as const) {
      const written = nearlyIn(wordsOf((indicator[field] ?? '').slice(0, 400)), name);
      if (written === undefined) continue;
      yield {
        path: [...path, field],
        severity: 'hint',
        related: [[...path, 'name']],
        message: {
          zh: `这里写 ${quoted(written)}，指标名称是 ${quoted(indicator.name)}`,
          en: `${quoted(written)} here, ${quoted(indicator.name)} as the name`,
        },
      };
    }
  }
}

const shortestSame = 10;

/** What a project says in words, as far as it may name itself. */
function textsOfProject({ goals = [], ...project }: ProjectAt['project']): string[] {
  const { summary, content, necessity, feasibility, schedule, baseSituation } = project;
  return [summary, content, necessity, feasibility, schedule, baseSituation, ...goals.map(({ text }) => text)]
    .filter((text) => text !== undefined)
    .map((text) => text.slice(0, 2000));
}

/** The name without one to three characters within it, where no text has it whole. */
function lostWithin(own: string, texts: readonly string[], index: NameIndex): string | undefined {
  if (own.length < shortestWithin + 1 || texts.some((text) => text.includes(own.replace(lastEnding, ''))))
    return undefined;
  const near = texts.filter((text) => text.includes(own.slice(0, 2)) && text.includes(own.slice(-4)));
  if (near.length === 0) return undefined;
  for (let lost = 1; lost <= mostLost; lost += 1)
    for (let at = 2; at + lost <= own.length - 4; at += 1) {
      const shorter = own.slice(0, at) + own.slice(at + lost);
      if (shorter.length < shortestWithin || ofKind.test(own.slice(at, at + lost)) || index.names.has(shorter))
        continue;
      if (near.some((text) => text.includes(shorter))) return shorter;
    }
  return undefined;
}

/** The one village of the texts, where the name has another that differs by a character in its middle. */
function otherVillage(own: string, texts: readonly string[]): string | undefined {
  const [[village] = [], another] = [...own.matchAll(villages)];
  if (village === undefined || another || village.length < 4 || texts.some((text) => text.includes(village)))
    return undefined;
  const all = new Set(texts.flatMap((text) => [...text.matchAll(villages)].map(([each]) => each)));
  const [only, ...others] = all;
  if (only === undefined || others.length > 0 || only.length !== village.length || only[0] !== village[0])
    return undefined;
  const differing = [...village].filter((char, at) => char !== only[at]);
  return differing.length === 1 && !ofKind.test(differing[0] ?? '') ? only : undefined;
}

const shortestTurned = 4;
const mostAlike = 4;

/** Two projects of a unit whose names have the same characters in another order. */
function* turnedNames(projects: Subject['projects']): Generator<Found> {
  const known = new Map<string, ProjectAt[]>();
  for (const at of projects) {
    const name = bareName(at.project.name);
    if (name.length < shortestTurned || at.project.publish === false) continue;
    // The same characters have the same sum, which is cheap to tell.
    let sum = 0;
    for (let i = 0; i < name.length; i += 1) sum += name.charCodeAt(i);
    const key = `${at.unitPath[1]} ${name.length} ${sum}`;
    const alike = known.get(key) ?? [];
    known.set(key, [...alike.slice(0, mostAlike), at]);
    const before = alike.find(({ project }) => sortedKey(bareName(project.name)) === sortedKey(name));
    if (!before || bareName(before.project.name) === name) continue;
    const [left, right] = [at.project.name, before.project.name].map(quoted);
    yield {
      path: [...at.path, 'name'],
      related: [[...before.path, 'name']],
      message: {
        zh: `项目名称 ${left} 与 ${right} 只是字序不同，疑为同一项目`,
        en: `${left} and ${right} have the same characters: one project?`,
      },
    };
  }
}

/** Tasks of the department's form that nearly are projects of the same report. */
function* taskNames(tasks: readonly { readonly name: string }[], projects: NameIndex): Generator<Found> {
  for (const [index, { name }] of tasks.entries()) {
    const near = nearName(name, projects);
    if (near !== undefined) yield found(['department', 'overall', 'tasks', String(index), 'name'], name, near);
  }
}

function ownName(path: Path, report: Subject['report']): string | undefined {
  if (path[0] !== 'units' || path[2] !== 'projects') return undefined;
  return report.units[Number(path[1])]?.projects[Number(path[3])]?.name;
}

function* citedDrifts(text: string, index: NameIndex): Generator<[string, string]> {
  for (const [, written = ''] of text.matchAll(cited)) {
    const name = nearName(written, index);
    if (name !== undefined) yield [written, name];
  }
}

/** The project's own name with its characters in another order, before the same ending: 抑尘降尘项目 for 降尘抑尘项目. */
function* ownDrifts(text: string, name: string, index: NameIndex): Generator<[string, string]> {
  const own = bareName(name);
  const ending = lastEnding.exec(own)?.[0];
  if (ending === undefined || own.length - ending.length < 4 || own.length > 40) return;
  for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
    const written = text.slice(Math.max(0, at + ending.length - own.length), at + ending.length);
    if (written.length === own.length && isNear(own, written) && !index.names.has(written)) yield [written, own];
  }
}

/** The same without its ending, anywhere in the text: 森林火情监测瞭望 for 森林火情瞭望监测. 超限超载治理 for 治理超限超载 is grammar. */
function* turnedOwn(text: string, name: string, index: NameIndex): Generator<[string, string]> {
  const own = bareName(name).replace(lastEnding, '');
  if (own.length < shortestOwn || own.length > 40 || text.length > 5000) return;
  const wanted = sumOf(own);
  let sum = sumOf(text.slice(0, own.length - 1));
  for (let at = 0; at + own.length <= text.length; at += 1) {
    sum += text.charCodeAt(at + own.length - 1);
    if (sum === wanted) {
      const written = text.slice(at, at + own.length);
      if (written !== own && isTurnedWithin(own, written) && !index.names.has(written)) {
        yield [written, own];
        return;
      }
    }
    sum -= text.charCodeAt(at);
  }
}

const shortestOwn = 6;

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
  return sum;
}

/** The same characters, of which those at one end stand as they should. */
function isTurnedWithin(own: string, written: string): boolean {
  const isRotated = (own + own).includes(written);
  const isAnchored = own.slice(0, 2) === written.slice(0, 2) || own.slice(-2) === written.slice(-2);
  return !isRotated && isAnchored && sortedKey(own) === sortedKey(written);
}

function found(path: Path, written: string, name: string): Found {
  return {
    path,
    message: {
      zh: `文字里写 ${quoted(written)}，项目名称是 ${quoted(name)}`,
      en: `the text says ${quoted(written)}, the project is named ${quoted(name)}`,
    },
  };
}
