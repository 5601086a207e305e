import { type Path, quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import type { Indicator } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { type NumberAt, numbersOf, someOf } from '../indicators/habits.js';
import { isNoName } from '../indicators/noName.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { isQuantity } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import { changeVerbs, growing, shareLike } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject, TargetAt } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { isNone } from '../text/placeholders.js';

/** 维护稳定, 带动经济, 保护环境 all ≥92%; nothing but 88 and 100; 是 for a benefit; 0.00% where there is no indicator: cells filled. */
export const filler: Rule = {
  code: 'filler',
  number: 'R-11',
  severity: 'warning',
  title: { zh: '指标值不是凑数', en: 'values are not filler' },
  wrong: { zh: '指标值是凑数的', en: 'a value that fills its cell and says nothing' },
  why: {
    zh: '“维护稳定”“带动经济”“保护环境”都是 ≥92%，整张表只有 88、100 两个数，效益写“是”，“不适用”也占一行，多半是为填满格子写的，没有依据，也无法自评。',
    en: 'Stability, economy and nature all at ≥92%, a table of nothing but 88 and 100, a benefit that is 是, a row for what does not apply: cells are filled, and nobody can evaluate them.',
  },
  source: {
    zh: '湖南省宁乡市 2021 年公开表每行都是 88、100，浙江省临海市 2024 年效益都写“是”，重庆市奉节县 2023 年没有指标而填 0.00%；财预〔2015〕88号 细化量化、合理可行',
    en: 'published tables of Ningxiang 2021 (88 and 100 in each row), Linhai 2024 (benefits that are 是) and Fengjie 2023 (0.00% without an indicator); circular 财预〔2015〕88号',
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
      const yeses = owner.indicators.filter(isYesOfBenefit).length;
      for (const at of owner.indicators) yield* filled(at, yeses);
      if (!few) yield* wholeShares(owner);
      const same = sameDescriptions(owner);
      if (same) yield same;
      told ||= few !== undefined;
    }
    const few = told || owners.length < 2 ? undefined : fewNumbers(all, { zh: '全表', en: 'the whole table' });
    if (few) yield few;
  },
};

/** What answers a question; names that ask one may have it. */
const yes = /^(?:是|否|对|√|✓|✔|是的|[Yy](?:es)?)$/;
const asked = /是否|有无|能否|可否|有没有/;
const notOfIt =
  /^(?:本项目|该项目|此项目|本单位|此项|该项|本项)?(?:均|暂)?(?:不适用|不涉及|无此|无该|没有此|没有该|不产生|不设|未设)(?:置)?(?:本|此|该)?(?:[一二三]级)?(?:经济|社会|生态|环境|可持续)*(?:项|类|指标|情况|内容|方面|成本|效益|影响)*$/;

/** 社会公益服务无经济效益. */
const noBenefit = /(?:^|[\u4e00-\u9fff])(?:无|没有|不产生)(?:直接|明显)?(?:经济|社会|生态|环境)(?:效益|影响|收益)$/;

/** One row: nothing is measured and yet it has a value, a value that answers nothing, an explanation that is 0. */
function* filled({ path, indicator, targets }: IndicatorAt, yeses: number): Generator<Found> {
  const { name, description } = indicator;
  const plain = name.replace(/[\s，。、（）()]/g, '');
  const isWithout = noBenefit.test(plain);
  if (plain.length < 24 && (notOfIt.test(plain) || isWithout))
    yield {
      path: [...path, 'name'],
      ...(targets.length > 0 && { related: targets.map((at) => at.path) }),
      ...(isWithout && { severity: 'hint' }),
      message: {
        zh: `${quoted(name)}不是指标，不适用的不必占一行`,
        en: `${quoted(name)} is no indicator: what does not apply needs no row`,
      },
    };
  // 社会成本指标 /: the form's row is kept, and nothing is in it.
  if (/^[-—–/／\\]{1,4}$/.test(plain) && targets.every(saysNone))
    yield {
      path,
      severity: 'hint',
      message: {
        zh: `${quoted(name)}占了一行，没有指标的不必列`,
        en: `a row with the name ${quoted(name)}: what does not apply needs no row`,
      },
    };
  for (const at of targets) yield* filledValue(at, indicator, yeses);
  if (description !== undefined && /^[0０]+(?:\.0+)?$/.test(description.trim()))
    yield {
      path: [...path, 'description'],
      message: { zh: `指标解释写的是 ${quoted(description)}`, en: `the explanation is ${quoted(description)}` },
    };
}

/** Of an output 是 may be an answer, and one of a benefit too: 资产移交 是. */
function isYesOfBenefit({ indicator, targets: [at] }: IndicatorAt): boolean {
  return (
    at !== undefined && !isQuantity(at.target) && yes.test(at.target.text.trim()) && !/产出|成本/.test(indicator.level1)
  );
}

function saysNone({ target }: TargetAt): boolean {
  return !isQuantity(target) && (saysNothing(target.text) || isNone(target.text));
}

function* filledValue({ path, target }: TargetAt, indicator: Indicator, yeses: number): Generator<Found> {
  const { name, level1, level2 = '' } = indicator;
  if (isQuantity(target)) {
    const isNothing = Number(target.value.replaceAll(',', '')) === 0;
    if (!isNothing || !(isNoName(name) || isNone(name) || saysNothing(name))) return;
    const value = quoted(composeTarget(target));
    yield {
      path: [...path, 'value'],
      message: { zh: `没有指标，却填了 ${value}`, en: `there is no indicator, and yet the value ${value}` },
    };
    return;
  }
  const text = target.text.trim();
  // 是否影响周边生态 否: what a benefit is not. Of a cost 是 is told by value-not-value.
  if (text.length > 6 || /成本/.test(level2) || (asked.test(name) && !(text === '否' && /效益/.test(level1)))) return;
  if (!yes.test(text)) return;
  yield {
    path: [...path, 'text'],
    ...(yeses < 2 && { severity: 'hint' }),
    message: {
      zh: `指标${quoted(name)}的值只写了 ${quoted(text)}，没有说做到什么程度`,
      en: `the value of ${quoted(name)} is but ${quoted(text)}: to what degree?`,
    },
  };
}

const fewestSame = 4;

/** 该指标值数据合理 beside each row: an explanation that fits all explains none. */
function sameDescriptions({ indicators }: OwnerAt): Found | undefined {
  if (indicators.length < fewestSame) return undefined;
  const groups = new Map<string, IndicatorAt[]>();
  for (const at of indicators) {
    const said = at.indicator.description?.trim() ?? '';
    if (said.length < 4 || isNone(said)) continue;
    const group = groups.get(said);
    if (group) group.push(at);
    else groups.set(said, [at]);
  }
  for (const [said, [first, ...others]] of groups) {
    const count = others.length + 1;
    if (!first || count < fewestSame || 2 * count <= indicators.length) continue;
    return {
      path: [...first.path, 'description'],
      related: others.map(({ path }) => [...path, 'description']),
      ...(count < indicators.length && { severity: 'hint' }),
      message: {
        zh: `${count} 个指标的解释都是 ${quoted(said)}，等于没有解释`,
        en: `${count} indicators have one description, ${quoted(said)}: it explains none`,
      },
    };
  }
  return undefined;
}

const effect = new RegExp(`^(?:进一步|有效|不断|持续|切实)?(?:${changeVerbs})`);
const measured = /[率度量数额]$|比例|占比|比重|次数|完成|覆盖|达标|合格|及时|到位|通过|执行|发放|支付|建成|开工|完工/;

/** 教学条件改善、办学水平提高: a change that has no measure. */
const effectAtEnd =
  /(?<!每)(?:改善|提升|提高|增强|改观|优化|巩固|健康发展|协调发展|可持续发展|和谐发展|均衡发展|全面发展|社会稳定|和谐稳定)$/;

/** 维护社会稳定 100%, 办学水平提高 100%: of what? One such row is a hint. */
function* wholeShares({ indicators }: OwnerAt): Generator<Found> {
  const cells = indicators.flatMap(({ indicator: { name, level1 }, targets: [at] }) => {
    if (!at || measured.test(name) || name.length > 60) return [];
    if (!effectAtEnd.test(name.trim()) && !(effect.test(name) && /效益|效果|影响/.test(level1))) return [];
    const written = composeTarget(at.target).trim();
    return /^(?:[>＞]=|[=＝≥≧])?\s?100(?:\.0+)?[%％]$/.test(written)
      ? [{ path: [...at.path, isQuantity(at.target) ? 'value' : 'text'], name, written }]
      : [];
  });
  const [first, ...others] = cells;
  if (!first) return;
  const names = someOf(cells, ({ name }) => quoted(name));
  yield {
    path: first.path,
    ...(others.length > 0 && { related: others.map(({ path }) => path) }),
    ...(cells.length < 3 && { severity: 'hint' }),
    message: {
      zh: `${names.zh}不是比率，却填了 ${quoted(first.written)}`,
      en: `${names.en} ${cells.length === 1 ? 'is no rate' : 'are no rates'}, and yet ${quoted(first.written)}`,
    },
  };
}

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

/** What is done by the rules and in time: of all of it, mostly. */
const ofRules = /合规|合法|规范|规定|符合|完整|准确|及时|[按准]时|按期/;

/** Eight numbers or more of which there are but one or two, though four and more count or measure something. */
function fewNumbers(numbers: readonly NumberAt[], whose: Bilingual): Found | undefined {
  if (numbers.length < 8) return undefined;
  const values = new Set<number>();
  for (const { value } of numbers) if (values.add(Number(value.replaceAll(',', ''))).size > 2) return undefined;
  const counted = numbers.filter(
    ({ unit, value, indicator: { name } }) =>
      Number(value) > 12 && (unitSense(unit, name).kind !== 'share' || !(shareLike.test(name) || ofRules.test(name))),
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
