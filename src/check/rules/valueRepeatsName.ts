import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { levelOf } from '../../report/taxonomy.js';
import { isNoName } from '../indicators/noName.js';
import { isQuantity } from '../indicators/targets.js';
import { adverbs, changeVerbs, toldAsDone } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { wordsOf } from '../text/blankText.js';
import { isNone } from '../text/placeholders.js';

/** A qualitative value says how good it is to be, not what the indicator is called. */
export const valueRepeatsName: Rule = {
  code: 'value-repeats-name',
  number: 'R-12',
  severity: 'warning',
  title: { zh: '定性指标值不重复指标名称', en: 'a qualitative value does not repeat the name of its indicator' },
  wrong: { zh: '定性指标值只是重复指标名称', en: 'a qualitative value only repeats the name of its indicator' },
  why: {
    zh: '“提升科普活动质量：提升科普活动质量”没有可评价的标准，年底无法判断完没完成。',
    en: 'A value that says its name again gives nothing to judge by at the end of the year.',
  },
  source: {
    zh: '天津市 2023 年公开表 3 处名称、描述、指标值相同',
    en: 'three rows of the published table of Tianjin 2023',
  },
  mend: {
    zh: '写明做到什么程度、按什么标准；能量化的改为数值',
    en: 'say to what degree or by what standard, or give a number',
  },
  looksAt: { zh: '三级指标名称和文字指标值', en: 'names of indicators and their values in words' },
  fails: { '/units/0/projects/1/indicators/2/annualTarget': { text: '学会学术影响力。' } },
  passes: { '/units/0/projects/1/indicators/2/annualTarget': { text: '学会学术影响力明显提升' } },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const at of indicators) yield* repeats(at);
    }
  },
};

/** What may be left of a value besides the name without making it one that can be judged. */
const emptyVerbs: ReadonlySet<string> = new Set(
  '做好 开展 进行 发挥 加强 推进 推动 促进 落实 实施 完善 的 工作 作用 情况 指标'.split(' '),
);

/** A value that is this much longer than the name, marks included, says more than the name. */
const mostBesides = 12;

/** One finding for an indicator: its value of the whole period is mostly a copy of the year's. */
function* repeats({ indicator, targets }: IndicatorAt): Generator<Found> {
  if (indicator.name.length > 200) return;
  const name = wordsOf(indicator.name);
  const copied = targets.find(
    ({ target }) => isQuantity(target) && name !== '' && wordsOf(composeTarget(target)) === name,
  );
  if (copied && !isNoName(indicator.name)) {
    const said = quoted(composeTarget(copied.target));
    yield {
      path: copied.path,
      message: { zh: `指标值 ${said} 与指标名称相同`, en: `the value ${said} is the name of its indicator` },
    };
  }
  if (targets.every(({ target }) => isQuantity(target))) return;
  const same = targets.flatMap(({ path, target }) => {
    if (isQuantity(target)) return [];
    const repeated = repeatOfName(indicator, target.text);
    // 提升了扶持力度 is told by value-not-value.
    if (repeated?.isDoubtful && toldAsDone.test(target.text)) return [];
    return repeated ? [{ path: [...path, 'text'], text: target.text, ...repeated }] : [];
  });
  const [first, ...others] = same;
  if (!first) return;
  yield {
    path: first.path,
    ...(first.isDoubtful && { severity: 'hint' }),
    ...(others.length > 0 && { related: others.map(({ path }) => path) }),
    message: {
      zh: `指标值 ${quoted(first.text)} ${first.zh}，没有可评价的标准`,
      en: `the value ${quoted(first.text)} ${first.en}: nothing to judge by`,
    },
  };
}

/** What a value in words says again of its indicator's name, if it says no more. */
export function repeatOfName(indicator: Indicator, text: string): Repeated | undefined {
  if (indicator.name.length > 200 || text.length > indicator.name.length + mostBesides) return undefined;
  const [value, name] = [wordsOf(text), wordsOf(indicator.name)];
  return repeatedIn(value, name, indicator) ?? withoutLightWords(value, name, indicator);
}

function repeatedIn(value: string, name: string, indicator: Indicator): Repeated | undefined {
  return repeatOf(value, name) ?? ofLevel(value, indicator) ?? inPart(value, name) ?? quality(value, name);
}

/** Words before a value that add nothing to it: 得到维护, 进一步凝聚侨心侨力, 提升了办学水平. */
const lightStart = /^(?:得到|得以|有所|予以|实现|做到|达到|更加|进一步|切实)+/;

function withoutLightWords(value: string, name: string, indicator: Indicator): Repeated | undefined {
  const bare = value.replace(lightStart, '').replace(/(?<=[\u4e00-\u9fff]{2})了(?![解结断])/g, '');
  if (bare === value || bare.length < 4) return undefined;
  const repeated = repeatedIn(bare, name, indicator);
  if (repeated) return repeated.isDoubtful || !tellsDegree.test(value) ? repeated : { ...repeated, isDoubtful: true };
  return undefined;
}

export interface Repeated {
  readonly zh: string;
  readonly en: string;
  readonly isDoubtful?: true;
}

const degree = /良好|较好|显著|明显|有效|提升|提高|增强|增长|扩大|深远|长期|(?<!可)持续/g;

/** 影响可持续 under 可持续影响指标, 经济效益良好 under 经济效益指标: the words of the level and no more. */
function ofLevel(value: string, { level2 = '' }: Indicator): Repeated | undefined {
  if (value.length < 4 || value.length > 8) return undefined;
  const bare = value.replace(degree, '');
  const label = wordsOf(level2).replace(/指标.*$/, '');
  const isAll = bare.length > 2 && [...bare].every((char) => label.includes(char));
  if (!isAll) return undefined;
  const said = { zh: '只是重复二级指标的名称', en: 'only repeats the name of its level' };
  return bare === value ? said : { ...said, isDoubtful: true };
}

const numbers = /[\d０-９一二两三四五六七八九十百%％]/;
const state =
  /及时|合格|规范|安全|正常|稳定|完好|健全|完善|准确|良好|优良|齐全|无|不|未|零|达到|符合(?!政策)|标准|满意|按时|按期|到位/;

/** 及时 for 结算款支付及时性, 完整 for 资料完整性: the quality that the name asks about, and no measure of it. */
function quality(value: string, name: string): Repeated | undefined {
  if (value.length < 2 || value.length > 4 || numbers.test(value) || /长[期效]/.test(value)) return undefined;
  const [, thing] = inTime.exec(value) ?? [];
  if (thing !== undefined && name.includes(thing) && /(?:及时|时效|按时|准时|按期)性?$/.test(name))
    return { zh: '只是指标名称问的那个词', en: 'is the word that the name asks about', isDoubtful: true };
  const plain = value.replace(/^(?:做到|保证|确保)|[性的]$/g, '');
  const isAsked = plain.length > 1 && qualityEnd.exec(name)?.[1]?.endsWith(plain);
  return isAsked
    ? { zh: '只是指标名称问的那个词', en: 'is the word that the name asks about', isDoubtful: true }
    : undefined;
}

/** 及时支出 for 经费支出时效性. */
const inTime = /^(?:及时|按时|按期|准时)(..)$/;
const qualityEnd = /([\u4e00-\u9fff]{2,})(?:性|程度|与否)$/;

/** 符合政策规定 for 专项补助使用符合政策规定, or the other way: nothing is added but words that tell no degree. */
function inPart(value: string, name: string): Repeated | undefined {
  if (name.length < 4 || value.length < 2 || numbers.test(value)) return undefined;
  // 收入增加 增加, 职工队伍稳定 稳定, 城区环境卫生明显改善 明显改善: the end of the name, said again.
  const isShort = value.length < 4 || onlyDirection.test(value);
  if (isShort && name.endsWith(value) && !/是否|与否/.test(name))
    return { zh: '只是指标名称末尾的词', en: 'is but the end of the name', isDoubtful: true };
  if (onlyDirection.test(value))
    return value.length > 2 && !tellsHowFar.test(value) && (firstChange.test(name) || changeAtEnd.test(name))
      ? {
          zh: '只是指标名称里那个动词，没有说到什么程度',
          en: 'is but the verb of the name, not how far',
          isDoubtful: true,
        }
      : undefined;
  // 活动组织有序 有序: two of its own words; 及时 and 合格 are states that can be told.
  if (value.length < 4)
    return name.includes(value) && !state.test(value) && !/长[期效远久]/.test(value)
      ? { zh: '只是指标名称里的一个词', en: 'is but a word of the name of its indicator', isDoubtful: true }
      : undefined;
  const [short, long] = value.length < name.length ? [value, name] : [name, value];
  if (long.includes(short)) {
    const rest = long.replace(short, '');
    if (value.length > name.length && (tellsDegree.test(rest) || state.test(rest))) return undefined;
    const isState = state.test(value) || !name.endsWith(value) || value.length > name.length;
    const said = { zh: '只是重复指标名称里的话', en: 'only repeats words of the name' };
    return isState ? { ...said, isDoubtful: true } : said;
  }
  if (isTurned(value, name))
    return { zh: '只是把指标名称换了个说法', en: 'only says the name in other words', isDoubtful: true };
  const [, noun = ''] = directionAndNoun.exec(value) ?? [];
  return noun.length > 1 && name.includes(noun) && firstVerb.test(name)
    ? { zh: '只是把指标名称换了个说法', en: 'only says the name in other words', isDoubtful: true }
    : undefined;
}

/** A change that is seen, not only one that goes on. */
const tellsHowFar = /显著|明显|有效|大幅|较好|稳定|基本|全面/;
const firstChange = new RegExp(`^(?:${adverbs})?(?:${changeVerbs})[\\u4e00-\\u9fff]{2}`);
const verbThenNoun = new RegExp(`^(?:${adverbs})?(?:${changeVerbs})([\\u4e00-\\u9fff]{4,20})$`);
const changeAtEnd = new RegExp(`(?:${adverbs})?(?:${changeVerbs})$`);

/** 促进群众健康水平不断提高 for 提升全民健康水平: verb, the same noun, verb, and no figure. */
function isTurned(value: string, name: string): boolean {
  const [, noun] = verbThenNoun.exec(name) ?? [];
  if (noun === undefined || !changeAtEnd.test(value)) return false;
  return value.replace(changeAtEnd, '').endsWith(noun.slice(-4)) && firstVerbAtStart.test(value);
}

function repeatOf(value: string, name: string): Repeated | undefined {
  if (value === '' || name === '' || isNone(value)) return undefined;
  if (value === name) return { zh: '与指标名称相同', en: 'is the name of its indicator' };
  if (levelOf(value, 1) || levelOf(value, 2)) return { zh: '是指标级别的名称', en: 'is the name of a level' };
  if (name.length < 4) return undefined;
  if (isPart(value, name)) return { zh: '只是指标名称的一部分', en: 'is a part of the name of its indicator' };
  if (!value.includes(name)) return undefined;
  const rest = value.replace(name, ' ').trim().split(' ');
  return rest.every((word) => emptyVerbs.has(word))
    ? { zh: '只是重复指标名称', en: 'only repeats the name of its indicator' }
    : undefined;
}

const onlyDirection = new RegExp(`^(?:${adverbs})?(?:${changeVerbs})$`);
const directionFirst = new RegExp(`^(?:${adverbs})?(?:${changeVerbs})..`);

const directionAndNoun = new RegExp(`^(?:${adverbs})?(?:${changeVerbs})([\\u4e00-\\u9fff]{2,6})$`);
const tellsDegree = new RegExp(`${degree.source}|${changeVerbs}`);
const firstVerbAtStart = new RegExp(`^(?:${adverbs})?(?:${changeVerbs})`);
const firstVerb = new RegExp(`${changeVerbs}|提供|开发|建立`);

/** 提升 for 提升档案数字化水平, 费用不超预算 for 费用不超预算额度: the first words of the name, or the name with a word less. */
function isPart(value: string, name: string): boolean {
  if (value.length >= name.length) return false;
  if (name.startsWith(value) && (onlyDirection.test(value) || directionFirst.test(value))) return true;
  const left = name.length - value.length;
  if (value.length < 5 || left > value.length / 2) return false;
  let same = 0;
  while (same < value.length && value[same] === name[same]) same += 1;
  return name.endsWith(value.slice(same));
}
