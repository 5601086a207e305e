import { quoted } from '../../json/pointer.js';
import type { Indicator, Target } from '../../report/schema.js';
import { targetsIn } from '../../report/target.js';
import { tableOf } from '../indicators/groups.js';
import { isNoName } from '../indicators/noName.js';
import { adverbs, changeVerbs } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { isNone } from '../text/placeholders.js';

/** The same 三级指标 twice in one table. */
export const duplicateIndicator: Rule = {
  code: 'duplicate-indicator',
  number: 'R-31',
  severity: 'error',
  title: { zh: '同一项目内三级指标不重名', en: 'no indicator twice in one project' },
  wrong: { zh: '同一项目内三级指标重名', en: 'an indicator stands twice in one project' },
  why: {
    zh: '同名指标分不清谁是谁：值相同是多填了一行，值不同则不知以哪个为准。',
    en: 'Two indicators of one name: with the same value one is too many, with two values nobody knows which counts.',
  },
  source: {
    zh: '各地公开表同一项目的三级指标名称各不相同',
    en: 'published tables name each indicator of a project once',
  },
  mend: { zh: '删去重复的一行，或在名称里写明区别', en: 'delete one of them, or tell them apart by name' },
  looksAt: {
    zh: '同一项目（同一指标组、同一目标）的三级指标名称',
    en: 'names of indicators of one project, group and goal',
  },
  fails: {
    '/units/0/projects/1/indicators/-': {
      level1: '产出指标',
      level2: '数量指标',
      name: '举办学术会议场次',
      annualTarget: { sign: '≥', value: '10', unit: '场' },
    },
  },
  passes: {
    '/units/0/projects/1/indicators/-': {
      level1: '产出指标',
      level2: '数量指标',
      name: '举办学术会议场次',
      group: 2,
      annualTarget: { sign: '≥', value: '10', unit: '场' },
    },
  },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      const seen = new Map<string, IndicatorAt[]>();
      yield* sameThings(indicators);
      for (const at of indicators) {
        const { indicator } = at;
        if (nameOf(indicator) === '' || isNone(indicator.name) || isNoName(indicator.name)) continue;
        const key = `${tableOf(indicator)} ${nameOf(indicator)}`;
        const before = seen.get(key) ?? [];
        seen.set(key, [...before, at]);
        const first = before.find((other) => isOfCost(other.indicator) === isOfCost(indicator));
        const [other] = before;
        if (first) yield found(at, first);
        // 黑臭水体治理 5条, and among the costs 38万元/条.
        else if (other && !isCountAndPrice(indicator, other.indicator)) yield { ...found(at, other), severity: 'hint' };
      }
    }
  },
};

/** 医保经办服务能力 提高 and 医保经办服务能力提升 显著提高: one content in two rows, with a verb and without one. */
function* sameThings(indicators: readonly IndicatorAt[]): Generator<Found> {
  const inWords = indicators.filter(({ indicator: { annualTarget } }) => annualTarget && 'text' in annualTarget);
  const things = new Map<string, IndicatorAt>();
  for (const at of inWords) {
    const thing = nameOf(at.indicator).replace(verbs, '');
    if (thing.length < 4) continue;
    const key = `${tableOf(at.indicator)} ${thing}`;
    const first = things.get(key);
    if (first === undefined) things.set(key, at);
    else if (nameOf(first.indicator) !== nameOf(at.indicator))
      yield {
        path: [...at.path, 'name'],
        severity: 'hint',
        related: [[...first.path, 'name']],
        message: {
          zh: `三级指标${quoted(at.indicator.name)}与${quoted(first.indicator.name)}说的是同一件事`,
          en: `${quoted(at.indicator.name)} and ${quoted(first.indicator.name)} are of one thing`,
        },
      };
  }
}

const verbs = new RegExp(`^(?:${adverbs})*(?:${changeVerbs})|(?:${adverbs})*(?:${changeVerbs})(?:情况|程度)?$`, 'g');

function isOfCost({ level1, level2 = '' }: Indicator): boolean {
  return /成本/.test(level2 === '' ? level1 : level1 + level2);
}

/** What is done, and its price: a number with a unit other than money, and an amount. */
function isCountAndPrice(one: Indicator, other: Indicator): boolean {
  const [cost, done] = isOfCost(one) ? [one, other] : [other, one];
  return (
    targetsIn(cost).some(({ target }) => isMoney(target)) && targetsIn(done).every(({ target }) => !isVague(target))
  );
}

function isMoney(target: Target): boolean {
  return /元|\d\s?万/.test('text' in target ? target.text : (target.unit ?? ''));
}

/** 100%达标, 合规: as well said of a price. */
function isVague(target: Target): boolean {
  return 'text' in target && !/^\D{0,4}\d+(?:\.\d+)?\s?[\u4e00-\u9fff]{1,2}$/.test(target.text);
}

function nameOf({ name }: Indicator): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[。.；;]+$/, '');
}

/** Under another second level a clerk may mean another thing: a warning; a count here and money there are two, under one bad name. */
function found({ path, indicator }: IndicatorAt, { path: firstPath, indicator: first }: IndicatorAt): Found {
  const same = first.level1 === indicator.level1 && first.level2 === indicator.level2;
  const place = `${Number(firstPath.at(-1)) + 1}`;
  return {
    path: [...path, 'name'],
    severity: same ? 'error' : isOtherMeasure(indicator, first) ? 'hint' : 'warning',
    related: [[...firstPath, 'name']],
    message: {
      zh: `三级指标${quoted(indicator.name)}与第 ${place} 个指标重名`,
      en: `the indicator ${quoted(indicator.name)} has the name of the indicator number ${place}`,
    },
  };
}

function isOtherMeasure(one: Indicator, other: Indicator): boolean {
  const [left, right] = [one.annualTarget, other.annualTarget].map((target) =>
    target && 'unit' in target ? (target.unit ?? '') : '',
  );
  return left !== '' && right !== '' && /元/.test(left ?? '') !== /元/.test(right ?? '');
}
