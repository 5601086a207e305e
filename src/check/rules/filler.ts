import { type Path, quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { composeTarget } from '../../report/target.js';
import { type NumberAt, numbersOf, someOf } from '../indicators/habits.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { isQuantity } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import { growing, shareLike } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';

/** 维护稳定, 带动经济, 保护环境 all ≥92%; nothing but 88 and 100: numbers that fill cells. */
export const filler: Rule = {
  code: 'filler',
  number: 'R-11',
  severity: 'warning',
  title: { zh: '指标值不是凑数', en: 'values are not filler' },
  wrong: { zh: '不相干的指标填了同一个数', en: 'unlike indicators have one and the same number' },
  why: {
    zh: '“维护稳定”“带动经济”“保护环境”都是 ≥92%，或整张表只有 88、100 两个数，多半是为填满格子写的，没有依据，也无法自评。',
    en: 'Stability, economy and nature all at ≥92%, or a table of nothing but 88 and 100: numbers to fill cells, without grounds.',
  },
  source: {
    zh: '湖南省宁乡市 2021 年公开表每行都是 88、100；财预〔2015〕88号 细化量化、合理可行',
    en: 'a published table of Ningxiang 2021 has 88 and 100 in each row; circular 财预〔2015〕88号',
  },
  mend: {
    zh: '不能按百分数考核的写定性要求，或换成能数出来的指标',
    en: 'state a quality where no share can be told, or measure what can be counted',
  },
  looksAt: { zh: '同一项目各指标的名称与指标值', en: 'names and values of the indicators of one project' },
  fails: {
    '/units/0/projects/0/indicators/2': {
      level1: '产出指标',
      level2: '时效指标',
      name: '活动组织时效',
      annualTarget: { sign: '≥', value: '92', unit: '%' },
    },
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '经济效益指标',
      name: '带动文化消费',
      annualTarget: { sign: '≥', value: '92', unit: '%' },
    },
    '/units/0/projects/0/indicators/-': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '维护社会稳定',
      group: 2,
      annualTarget: { sign: '≥', value: '92', unit: '%' },
    },
  },
  passes: {
    '/units/0/projects/0/indicators/2': {
      level1: '产出指标',
      level2: '时效指标',
      name: '活动按期举办率',
      annualTarget: { sign: '≥', value: '92', unit: '%' },
    },
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '科普知识知晓率',
      annualTarget: { sign: '≥', value: '92', unit: '%' },
    },
    '/units/0/projects/0/indicators/-': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '社区覆盖率',
      group: 2,
      annualTarget: { sign: '≥', value: '92', unit: '%' },
    },
  },
  whole: true,
  *find({ owners }: Subject): Generator<Found> {
    const all: NumberAt[] = [];
    let told = false;
    for (const owner of owners) {
      const numbers = numbersOf(owner).filter(({ period }) => period === 'year');
      all.push(...numbers);
      const few = fewNumbers(numbers, { zh: ownerName(owner), en: ownerTitle(owner) });
      if (few) yield few;
      else yield* oneShare(owner);
      told ||= few !== undefined;
    }
    const few = told || owners.length < 2 ? undefined : fewNumbers(all, { zh: '全表', en: 'the whole table' });
    if (few) yield few;
  },
};

interface Cell {
  readonly path: Path;
  readonly name: string;
  readonly written: string;
}

/** One share, or one change in per cent, for three indicators or more that are no rates. 100 % is a natural bound of anything. */
function* oneShare(owner: OwnerAt): Generator<Found> {
  if (owner.indicators.length < 3) return;
  const groups = new Map<string, Cell[]>();
  for (const cell of shareCells(owner)) {
    const group = groups.get(cell.written);
    if (group) group.push(cell);
    else groups.set(cell.written, [cell]);
  }
  for (const [written, cells] of groups) {
    const [first, ...others] = cells;
    const isBound = written.includes('100');
    // Two may be alike by chance.
    if (!first || cells.length < (isBound ? 3 : 2)) continue;
    const names = someOf(cells, ({ name }) => quoted(name));
    yield {
      path: first.path,
      related: others.map(({ path }) => path),
      ...((cells.length < 3 || isBound) && { severity: 'hint' as const }),
      message: {
        zh: `${cells.length} 个不相干的指标都填 ${quoted(written)}：${names.zh}`,
        en: `${cells.length} unlike indicators all have ${quoted(written)}: ${names.en}`,
      },
    };
  }
}

const percent = /(\d{1,3}(?:\.\d{1,2})?)[%％]/;

function* shareCells({ indicators }: OwnerAt): Generator<Cell> {
  for (const { indicator, targets } of indicators) {
    const [at] = targets;
    if (!at) continue;
    const { target } = at;
    const isNumber = isQuantity(target);
    // Most values are no share: they are passed over before any words are put together.
    if (isNumber ? target.unit !== '%' && target.unit !== '％' : target.text.length > 14) continue;
    const written = composeTarget(target).trim();
    const [, number] = percent.exec(written) ?? [];
    if (number === undefined) continue;
    const share = Number(number);
    // 100 % is a natural bound of anything but of a benefit that nobody measures.
    if ((share === 100 && !/^效益/.test(indicator.level1)) || share === 0 || written.length > 14) continue;
    if (shareLike.test(indicator.name) || (share <= 30 && growing.test(indicator.name))) continue;
    yield { path: [...at.path, isNumber ? 'value' : 'text'], name: indicator.name, written };
  }
}

/** Eight numbers or more of which there are but one or two, though four and more count or measure something. */
function fewNumbers(numbers: readonly NumberAt[], whose: Bilingual): Found | undefined {
  if (numbers.length < 8) return undefined;
  const values = new Set<number>();
  for (const { value } of numbers) if (values.add(Number(value.replaceAll(',', ''))).size > 2) return undefined;
  const counted = numbers.filter(
    ({ unit, value, indicator: { name } }) =>
      Number(value) > 12 && (unitSense(unit, name).kind !== 'share' || !shareLike.test(name)),
  );
  const [first, ...others] = numbers;
  if (!first || counted.length < 4) return undefined;
  const said = [...values].join('、');
  return {
    path: [...first.path, first.field],
    related: others.map(({ path, field }) => [...path, field]),
    message: {
      zh: `${whose.zh}的 ${numbers.length} 个指标值只有 ${said} ${values.size === 1 ? '一个数' : '两个数'}`,
      en: `the ${numbers.length} values of ${whose.en} are but ${said}`,
    },
  };
}
