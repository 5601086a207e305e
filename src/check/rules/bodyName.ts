import type { Path } from '../../json/pointer.js';
import { quoted } from '../../json/pointer.js';
import { abolished } from '../lexicon/bodies.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { isBlank } from '../text/blankText.js';
import { type BodyFault, BodyIndex } from '../text/bodyNames.js';
import { foreignPlace, otherNumbered } from '../text/foreignPlaces.js';
import { placeVariants } from '../text/placeVariants.js';
import { foreignSelf } from '../text/selfWords.js';
import { groupsOf } from '../text/slip.js';
import type { TextKind } from '../texts.js';

/** 青禾区人社局 beside 青禾区人力资源和社会保障局, 石桥乡 for its government, 工程管理中: one body has one name, and a whole one. */
export const bodyName: Rule = {
  code: 'body-name',
  number: 'R-43',
  severity: 'warning',
  title: { zh: '单位写全称，前后一致', en: 'a body has its full name, the same everywhere' },
  wrong: { zh: '单位名称不全或前后不一', en: 'a body is named in part, or in two ways' },
  why: {
    zh: '同一个单位一处写全称、一处写简称，一处带地区、一处不带，或只写了地名、掉了末字，读者会当成两个单位，系统也对不上。',
    en: 'A body named here in full and there in short, with its region and without, by its place only or without its last character reads as two.',
  },
  source: {
    zh: 'GB/T 9704-2012：机关名称用全称或规范化简称；《地方各级人民代表大会和地方各级人民政府组织法》；公开表主管部门、实施单位栏',
    en: 'GB/T 9704-2012: full or standard names of bodies; cells of department and implementing unit in published tables',
  },
  mend: { zh: '写全称，各处一致', en: 'write the full name, the same everywhere' },
  looksAt: {
    zh: '部门名称、单位名称，实施、主管、组织单位，资金主管部门；文字里的简称',
    en: 'names of the department and its units, of implementing and supervising units, authorities of funds; short forms in texts',
  },
  fails: {
    '/department/name': '示例市科协',
    '/units/0/name': '示例市科学技术协会',
  },
  passes: { '/units/0/projects/0/implementingUnit': '示例市科学技术协会科普部' },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    const cells = cellsOf(subject);
    const index = new BodyIndex([...cells.keys()], subject.report.region.name);
    yield* shortForms(subject, index, cells);
    yield* foreignTexts(subject);
    yield* alikeNames(cells);
    yield* withoutPlace(subject, index);
    yield* withoutPeople(cells);
    for (const [name, [first, ...others]] of cells) {
      const fault = first && index.faultOf(name);
      if (first && !fault) yield* noMore(name, [first, ...others], subject.report.year);
      if (!first || !fault) continue;
      yield {
        path: first,
        ...(others.length > 0 && { related: others }),
        ...(!fault.isSure && { severity: 'hint' as const }),
        message: saidOf(name, fault),
        ...hintOf(fault),
      };
    }
  },
};

const prose: ReadonlySet<TextKind> = new Set(['prose', 'goal', 'note']);

/** Running texts may be short, as long as they do so everywhere: a hint. */
function* shortForms({ texts }: Subject, index: BodyIndex, cells: ReadonlyMap<string, Path[]>): Generator<Found> {
  for (const { text, kind, places } of groupsOf(texts)) {
    const [first] = prose.has(kind) && !cells.has(text.trim()) && !text.includes('简称') ? index.shortIn(text) : [];
    if (first === undefined) continue;
    const fault: BodyFault = { kind: 'short', full: first.full, isSure: true };
    for (const { path } of places) yield { path, severity: 'hint', message: saidOf(first.written, fault) };
  }
}

/** 卫生和计划生育局 in a table of 2022. */
function* noMore(name: string, [path = [], ...related]: readonly Path[], year: number): Generator<Found> {
  const [, last, now] = abolished.find(([ending, last]) => year > last && ending.test(name)) ?? [];
  if (last === undefined || now === undefined) return;
  yield {
    path,
    related,
    severity: 'hint',
    message: {
      zh: `${quoted(name)} 是机构改革前的名称，${year} 年应是 ${now}`,
      en: `${quoted(name)} was the body's name until ${last}`,
    },
    hint: { zh: '核对单位现在的名称', en: 'look up what the body is called now' },
  };
}

/** 新成路街道办事处 and 新城路街道办事处: bodies of two places whose names differ by a character of the same sound or look. */
function* alikeNames(cells: ReadonlyMap<string, Path[]>): Generator<Found> {
  const names = [...cells.keys()].slice(0, mostAlike);
  for (const { one, other, first, second } of placeVariants(names)) {
    const [path, ...others] = cells.get(names[second] ?? '') ?? [];
    if (!path || first === second) continue;
    yield {
      path,
      related: [...others, ...(cells.get(names[first] ?? '') ?? [])],
      message: {
        zh: `单位名称里 ${quoted(other)} 与 ${quoted(one)} 只差一个音近或形近的字，疑为同一单位`,
        en: `${quoted(other)} and ${quoted(one)} differ by a character that sounds or looks alike: one body?`,
      },
    };
  }
}

const mostAlike = 60;

/** 第七师胡杨河市总工会 as the department, 第七师总工会 as its only unit: one body, once without a place inside of its name. */
function* withoutPlace({ report: { department, units } }: Subject, index: BodyIndex): Generator<Found> {
  const [only, second] = units;
  if (!only || second || index.faultOf(only.name) || index.faultOf(department.name)) return;
  const [long, short] =
    department.name.length > only.name.length ? [department.name, only.name] : [only.name, department.name];
  const from = [...short].findIndex((char, at) => long.charAt(at) !== char);
  if (from < 2 || short.length - from < 3 || !long.endsWith(short.slice(from))) return;
  const lost = long.slice(from, long.length - (short.length - from));
  if (!/[市县区旗州师镇乡]$/.test(lost)) return;
  yield {
    path: ['units', '0', 'name'],
    related: [['department', 'name']],
    severity: 'hint',
    message: {
      zh: `部门是 ${quoted(department.name)}，单位是 ${quoted(only.name)}，只差 ${quoted(lost)}，疑为同一单位`,
      en: `${quoted(department.name)} and ${quoted(only.name)} differ by ${quoted(lost)}: one body?`,
    },
  };
}

const autonomous = /(?:^|[省市州区盟])([^省市州区盟县]{2,}族)自治([县旗])/;

/** 互助县就业服务局 beside 互助土族自治县人力资源和社会保障局: the county of both has one name. */
function* withoutPeople(cells: ReadonlyMap<string, Path[]>): Generator<Found> {
  const full = [...cells.keys()].find((name) => autonomous.test(name));
  const [, whole, kind] = (full !== undefined && autonomous.exec(full)) || [];
  if (full === undefined || whole === undefined || kind === undefined) return;
  // Where the county's own name ends and its peoples begin: 积石山 of 积石山保安族东乡族撒拉族.
  const shorts = [2, 3, 4].map((length) => whole.slice(0, length) + kind);
  for (const [name, [path, ...others]] of cells) {
    const short = shorts.find((each) => name.includes(each));
    if (!path || short === undefined) continue;
    yield {
      path,
      related: [...others, ...(cells.get(full) ?? [])],
      severity: 'hint',
      message: {
        zh: `${quoted(name)} 里的 ${quoted(short)}，${quoted(full)} 写全称`,
        en: `${quoted(short)} in ${quoted(name)} is named in full in ${quoted(full)}`,
      },
    };
  }
}

/** 我县 in a table of a 区, 我校 in one of a bureau: copied from another body. */
function* foreignTexts({ texts, report }: Subject): Generator<Found> {
  const common = `${report.region.name} ${report.department.name} ${report.title ?? ''}`;
  for (const { text, kind, path } of texts) {
    if (!prose.has(kind) && kind !== 'value' && kind !== 'indicator') continue;
    if (!/我|本[局委院校馆]|[县区旗市]|第[一二三四五六七八九十]/.test(text)) continue;
    const unit = path[0] === 'units' ? report.units[Number(path[1])] : undefined;
    const project = path[2] === 'projects' ? unit?.projects[Number(path[3])] : undefined;
    const names = [common, unit?.name, project?.name, project?.implementingUnit, project?.supervisingUnit].join(' ');
    const written = foreignSelf(text, names)?.written ?? foreignPlace(text, names) ?? otherNumbered(text, names);
    if (written === undefined) continue;
    yield {
      path,
      severity: 'hint',
      message: {
        zh: `文字写 ${quoted(written)}，本表的单位是 ${quoted(unit?.name ?? report.department.name)}，像是别的单位的文字`,
        en: `the text says ${quoted(written)} in a table of ${quoted(unit?.name ?? report.department.name)}: another body’s?`,
      },
    };
  }
}

/** The names of bodies with the cells that they stand in. */
function cellsOf({ report, projects }: Subject): ReadonlyMap<string, Path[]> {
  const cells = new Map<string, Path[]>();
  const add = (path: Path, name: string | undefined): void => {
    if (isBlank(name)) return;
    const plain = (name ?? '').trim();
    const paths = cells.get(plain);
    if (paths) paths.push(path);
    else cells.set(plain, [path]);
  };
  add(['department', 'name'], report.department.name);
  report.units.forEach((unit, u) => {
    add(['units', String(u), 'name'], unit.name);
  });
  for (const { path, project } of projects) {
    if (project.publish === false) continue;
    for (const field of ['implementingUnit', 'supervisingUnit', 'organizingUnit'] as const)
      add([...path, field], project[field]);
    for (const [index, { name }] of (project.authorities ?? []).entries())
      if (!/[、，,\s]/.test(name)) add([...path, 'authorities', String(index), 'name'], name);
  }
  return cells;
}

function hintOf({ kind, full }: BodyFault): Pick<Found, 'hint'> {
  const words = wordsFor(kind, full);
  return words === undefined ? {} : { hint: words };
}

function wordsFor(kind: BodyFault['kind'], full: string): Found['hint'] {
  if (kind === 'inner') return { zh: '写所属单位的全称', en: 'write the full name of the body that it is of' };
  if (kind === 'nowhere') return { zh: `写上地区，如 ${quoted(full)}`, en: `name its region, as in ${quoted(full)}` };
  return full === '' ? undefined : { zh: `改为全称 ${quoted(full)}`, en: `write ${quoted(full)}` };
}

function saidOf(name: string, { kind, full, isSure }: BodyFault): Found['message'] {
  const [one, other] = [quoted(name), quoted(full)];
  switch (kind) {
    case 'cut':
      return { zh: `单位名称 ${one} 掉了末字，应是 ${other}`, en: `the name ${one} lost its last character: ${other}` };
    case 'place':
      return isSure
        ? { zh: `${one} 是地名，单位是 ${other}`, en: `${one} is a place, the body is ${other}` }
        : { zh: `${one} 是地名，不是单位，如 ${other}`, en: `${one} is a place and no body such as ${other}` };
    case 'region':
      return {
        zh: `${one} 与 ${other} 是同一单位，一处没有写地区`,
        en: `${one} and ${other} are one body, one of them without its region`,
      };
    case 'nowhere':
      return { zh: `${one} 没有写是哪里的，名称不全`, en: `${one} does not say of which region it is` };
    case 'inner':
      return { zh: `${one} 是内设机构，不是单位`, en: `${one} is a section of a body, not one itself` };
    case 'part':
      return { zh: `${one} 像是 ${other} 少写了几个字`, en: `${one} looks like ${other} with a word less` };
    case 'tail':
      return { zh: `单位名称 ${one} 掉了前面的字，应是 ${other}`, en: `the name ${one} lost its beginning: ${other}` };
    case 'unended':
      return { zh: `单位名称 ${one} 像是没有写完`, en: `the name ${one} seems to be cut` };
    case 'short':
      return isSure
        ? { zh: `${one} 是简称，全称是 ${other}`, en: `${one} is short for ${other}` }
        : { zh: `${one} 是简称，全称应是 ${other}`, en: `${one} is likely short for ${other}` };
  }
}
