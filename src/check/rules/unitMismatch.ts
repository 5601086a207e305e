import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { bareOf, type NameKind, nameKind } from '../indicators/nameKind.js';
import { nameSense, type ValueClass, valueClasses, valueClassOf } from '../indicators/nameSense.js';
import { isQuantity, type NumberValueAt, numberValuesOf, textValuesOf } from '../indicators/targets.js';
import { goalTexts, peopleAndVisits } from '../indicators/unitForms.js';
import { comparable, isCount, measureOf, unitSense } from '../indicators/units.js';
import { eventWords, feeWords, payingVerbs, thingWords } from '../lexicon/counted.js';
import type { UnitKind } from '../lexicon/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

type Judged = { readonly severity: 'warning' | 'hint'; readonly zh: string; readonly en: string };

/** 参与人数 230个, 护河员 45个, 正常运行率 230天, 里程 36个: the unit does not fit what the name counts. */
export const unitMismatch: Rule = {
  code: 'unit-mismatch',
  number: 'R-28',
  severity: 'warning',
  title: { zh: '计量单位与指标名称相配', en: 'the unit fits what the indicator counts' },
  wrong: { zh: '计量单位与指标名称不相配', en: 'a unit does not fit what the indicator counts' },
  why: {
    zh: '人数用“人”，比率用“%”，时间用天、小时，里程用公里，面积用平方米、亩；单位不配的多半是填错行或选错单位。',
    en: 'People are counted in 人, rates in %, times in days or hours, lengths and areas in theirs; another unit is mostly a slip of the row or the list.',
  },
  source: {
    zh: '四川省井研县 2023 年公开表“230 个”（人）、天津市 2023 年“正常运行率≥230天”、广州市 2025 年“（项）”写 2场',
    en: 'published tables of Jingyan 2023, Tianjin 2023 and Guangzhou 2025',
  },
  mend: { zh: '改单位，或改指标名称，使两者相配', en: 'correct the unit or the name' },
  looksAt: { zh: '三级指标名称与计量单位', en: 'names of indicators and units of their values' },
  fails: {
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '参与活动人数',
      annualTarget: { sign: '≥', value: '3000', unit: '个' },
    },
  },
  passes: {
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '参与活动人数',
      annualTarget: { sign: '≥', value: '0.3', unit: '万人' },
    },
  },
  *find(subject: Subject): Generator<Found> {
    for (const { path, target, indicator } of textValuesOf(subject)) {
      if (!wordsWithPercent.test(target.text.trim())) continue;
      const [name, value] = [quoted(indicator.name), quoted(target.text)];
      yield {
        path: [...path, 'text'],
        message: {
          zh: `指标${name}的指标值${value}是文字，不带 %`,
          en: `the value ${value} of ${name} is words, with a %`,
        },
        hint: { zh: '删去 %，或写出百分数', en: 'delete the %, or give the number' },
      };
    }
    for (const owner of subject.owners)
      for (const { name, at, other } of peopleAndVisits(goalTexts(owner)))
        yield {
          path: at.path,
          related: [other.path],
          severity: 'hint',
          message: {
            zh: `“${name}”一处以人计，一处以人次计`,
            en: `${name} is once of people and once of visits`,
          },
        };
    for (const each of numberValuesOf(subject)) {
      const judged = judge(each) ?? lostMeasure(each);
      if (!judged) continue;
      const [name, value] = [quoted(each.indicator.name), quoted(each.written)];
      yield {
        path: each.partAt('unit'),
        severity: judged.severity,
        message: {
          zh: `指标${name}的指标值${value}${judged.zh}`,
          en: `the value ${value} of the indicator ${name} ${judged.en}`,
        },
      };
    }
  },
};

/** 应保尽保%: the form's unit behind words. 提高 % lost its number, which other rules tell. */
const wordsWithPercent =
  /^(?=[\u4e00-\u9fff、，]{2})(?!.*(?:提高|提升|降低|下降|增长|增加|减少|不低于|不少于|不高于|不超过|达到|以上|大于|小于)\s*[%％])[^\d０-９零〇一二两三四五六七八九十百千半点%％]{2,20}[%％]$/;

const counted = /(?:数量|次数|场次|场数|人数|人次|件数|份数|篇数)$/;

function judge({ target, indicator }: NumberValueAt): Judged | undefined {
  const unit = (target.unit ?? '').trim();
  if (unit === '') return undefined;
  const { bare, stated } = partsOf(indicator.name);
  const measure = measureOf(unit)?.unit;
  if (stated !== undefined && measure !== undefined) {
    const wanted = measureOf(stated)?.unit;
    // 进出口总额（美元） in 亿元: what 元 it is, the name says.
    if (wanted !== undefined && wanted !== '美元' && !comparable(wanted, measure) && !unit.includes(stated))
      return warned(`的单位与名称里的“${stated}”不同`, `has another unit than the ${stated} of its name`);
  }
  if (/人次(?:数|数量)?$/.test(bare) && /^万?次$/.test(unit))
    return { severity: 'hint', zh: '数的是人次，单位写成次', en: 'counts visits, and its unit is 次' };
  return (
    misfit(bare, unit, measure) ??
    otherRatio(indicator.name, unit) ??
    otherKind(indicator.name, unit, target.value) ??
    byLevel(bare, unit, indicator.level2) ??
    unusual(indicator, unit, target.value)
  );
}

const ratioInName =
  /[（(][^（）()\d]{0,6}(万?元[/／][\u4e00-\u9fff]{1,3}(?:[·.．*、/／每]{1,2}[\u4e00-\u9fff]{1,2})?)[)）]/;

/** 救助标准（元/户·年） with 元/户: the name is for a year, the unit is not. */
function otherRatio(name: string, unit: string): Judged | undefined {
  const [, stated] = ratioInName.exec(name) ?? [];
  if (stated === undefined || !/^万?元[/／]/.test(unit)) return undefined;
  const parts = (written: string): string =>
    written
      .split(/[^\u4e00-\u9fff]+|每/)
      .filter((part) => part !== '')
      .map((part) => part.replace(/^[名位生]$/, '人').replace('日', '天'))
      .sort()
      .join(' ');
  return parts(stated) === parts(unit)
    ? undefined
    : hinted(`的单位与名称里的“${stated}”不同`, `has another unit than the ${stated} of its name`);
}

/** By how much another kind of unit fits a name better than the one that it has, before it is told; words, before a share is. */
const [better, wordsBetter] = [1.8, 2.4];
const commonUnits: Readonly<Record<Exclude<ValueClass, 'manner'>, string>> = {
  people: '人、人次',
  household: '户',
  count: '个、项、次等',
  length: '米、公里',
  area: '平方米、亩',
  bulk: '吨、立方米',
  share: '%',
  money: '元、万元',
  time: '天、年或日期',
};

const inTime = /[按准及]时|按期|如期|规定(?:的)?(?:时间|时限|期限)|时限内|限期内/;

const counts: ReadonlySet<ValueClass> = new Set(['count', 'people', 'household']);

/** Units of another kind than names that are called so are ever counted in: 安置小区物业费 8个, 资金使用合规性 98%. Two things or a ratio are let be. */
function unusual({ name, level1 }: Indicator, unit: string, value: string): Judged | undefined {
  const own = valueClassOf(unit, name);
  // 工资发放准确性（%）: the name says that it is a share.
  if (own === 'share' && /[（(]\s?[%％]\s?[)）]$/.test(name.trim())) return undefined;
  if (own === 'area' && land.test(bareOf(name))) return undefined;
  if (own === undefined || two.test(name) || unitSense(unit, name).isRatio || nameKind(name) === own) return undefined;
  const { values } = nameSense(name);
  const usual = valueClasses.reduce((best, each) => (values[each] > values[best] ? each : best));
  const by = values[usual] - values[own];
  if (values[usual] < 0.3) return undefined;
  // 按时上报 98%: how much of it is done in time.
  if (own === 'share' && usual === 'time' && inTime.test(name)) return undefined;
  if (usual !== 'manner') {
    // 入访视数 214人, 走访侨眷 150户次: who is counted may be a thing, a person or a household.
    const enough = counts.has(usual) && counts.has(own) && own !== 'count' ? wordsBetter : better;
    return by < enough
      ? undefined
      : hinted(`：这样的名称多以${commonUnits[usual]}计`, `: such names are usually measured otherwise (${usual})`);
  }
  // 100 % of an effect that nobody measures is told as filled in.
  return own === 'share' && by > wordsBetter && !(value === '100' && /效益|效果|影响/.test(level1))
    ? hinted('：名称不是比率，值却以“%”计', ': the name is of no share, but its value is in %')
    : undefined;
}

const fee = new RegExp(`(?:${feeWords.join('|')})(?:标准|总?额|数)?$`, 'u');

function misfit(name: string, unit: string, measure: string | undefined): Judged | undefined {
  if (/人[口员]?(?:总?数|数量)$|人口$/.test(name) && measure === '户')
    return warned('：人口以“人”计，不以户计', 'counts people, not households');
  if (/人员?数$/.test(name) && measure === '人次')
    return { severity: 'hint', zh: '：人数用“人”，人次是参加的次数', en: 'counts visits, not people' };
  if (/人数$/.test(name) && measure !== '人' && isCount(unit))
    return warned('：人数应以“人”为单位', 'should count people in 人');
  const own = unitSense(ownUnit.exec(name.slice(-8))?.[1] ?? '', name).kind;
  const given = unitSense(unit, name);
  if (own && given.kind && !given.isRatio && (farFrom[own] ?? []).includes(given.kind))
    return warned(`：${name.slice(-2)}不以“${unit}”为单位`, `does not count in ${unit}`);
  const [, one = ''] = /(户|人|亩|生|村)均/.exec(name) ?? [];
  const [, each = ''] = /[/／]([\u4e00-\u9fff]{1,3})$/.exec(unit) ?? [];
  if (one !== '' && each !== '' && (perHead[one] ?? []).every((other) => !each.includes(other)) && perThing.test(each))
    return warned(`：名称说“${one}均”，单位却是每${each}`, `is for each ${one}, its unit for each ${each}`);
  if (counted.test(name) && measure === '%') return warned('：数量不以“%”为单位', 'is a count, but in %');
  if (/人次数?$/.test(name) && measure === '人')
    return hinted('：人次是参加的次数，应以“人次”为单位', 'counts visits, its unit people');
  // 检疫批次 as 批; 批次合格率 and the like end in another word.
  if (/批次数?$/.test(name) && measure !== '批次' && measure !== '批' && measure !== '%')
    return hinted('：名称数的是批次，单位是别的', 'counts batches, its unit is another');
  return undefined;
}

/** What 户均 may be written for each of; 元/年 beside it is for each of them a year. */
const perHead: Readonly<Record<string, readonly string[]>> = {
  户: ['户'],
  人: ['人', '生', '户'],
  亩: ['亩', '顷'],
  生: ['生', '人'],
  村: ['村'],
};
const perThing = /^(?:户|人|亩|公顷|生|村|个|件|台|套)$/;

/** The unit that a name counts in: 册数, 头数, 人次. */
const ownUnit =
  /(?<![人户])([册头只羽尾株棵辆台套座栋幢间盏块张本份件篇条处眼口根支所家项届轮批期场次门节课笔宗例](?=数$)|人次(?=数?$)|场次(?=数?$)|批次(?=数?$)|[架车]次(?=数?$))/;
/** What such a count is certainly not: 5000 公里 of books. */
const farFrom: Partial<Record<UnitKind, readonly UnitKind[]>> = {
  thing: ['length', 'area', 'volume', 'weight', 'money'],
  event: ['people', 'household', 'length', 'area', 'volume', 'weight', 'money'],
  visits: ['household', 'length', 'area', 'volume', 'weight', 'money'],
};

/** What a name of each kind is certainly not measured in. People may be named as households or as the firms they run. */
const never: Readonly<Record<NameKind, readonly (UnitKind | undefined)[]>> = {
  people: ['length', 'area', 'volume', 'weight', 'time'],
  share: ['people', 'visits', 'household', 'event', 'thing', 'length', 'area', 'volume', 'weight', 'money', 'time'],
  length: ['people', 'visits', 'household', 'event', 'thing', 'area', 'volume', 'weight', 'money', 'time'],
  area: ['people', 'visits', 'household', 'event', 'thing', 'length', 'volume', 'weight', 'money', 'time'],
  weight: ['people', 'visits', 'household', 'event', 'thing', 'length', 'area', 'money', 'time', 'share'],
  money: ['people', 'visits', 'household', 'event', 'thing', 'length', 'area', 'volume', 'weight', 'time'],
  household: ['length', 'area', 'volume', 'weight', 'money', 'time'],
  time: ['people', 'visits', 'household', 'event', 'thing', 'length', 'area', 'volume', 'weight', 'money', 'share'],
  manner: ['people', 'household', 'thing', 'length', 'area', 'weight'],
};
const wanted: Readonly<Record<NameKind, { readonly zh: string; readonly en: string }>> = {
  people: { zh: '人数应以“人”为单位', en: 'should count people in 人' },
  share: { zh: '比率、满意度应以“%”为单位', en: 'should be in %' },
  length: { zh: '长度应以米、公里等为单位', en: 'should be a length, in 米 or 公里' },
  area: { zh: '面积应以平方米、亩等为单位', en: 'should be an area, in 平方米 or 亩' },
  weight: { zh: '重量应以吨、公斤等为单位', en: 'should be a weight, in 吨 or 公斤' },
  money: { zh: '金额应以元、万元等为单位', en: 'should be money, in 元 or 万元' },
  household: { zh: '户数应以“户”为单位', en: 'should count households in 户' },
  time: { zh: '时间应以天、小时等为单位', en: 'should be in days, hours or the like' },
  manner: { zh: '说的是做得怎样，单位却在数个数', en: 'tells how it is done, and its unit counts something' },
};
/** Words for what people and households are counted in by mistake: 护河员 45个. 家 and 支 count what they run or join. */
const forThings = /^(?:个|项|件|套|台|处|份|只|块|条|座)$/;

/** A name of two things; 惠及, 及时, 参与 and 和谐 are words. */
const two = /(?<![惠涉普波危])及(?!时|格|早)|(?<!参)与|(?<!温|柔)和(?!谐|平|睦)|[、，]/;

function otherKind(name: string, unit: string, value: string): Judged | undefined {
  const kind = nameKind(name);
  if (kind === undefined) return otherThanMoney(name, unit) ?? otherThanThings(name, unit);
  // 展厅面积及参观人数: two things, one unit.
  if (two.test(name)) return undefined;
  // ≥360天服务读者: the name holds the value, which another rule tells.
  if (name.includes(`${value}${unit}`)) return undefined;
  const sense = unitSense(unit, name);
  // A yield, a turnover, a price: 公斤/亩 under …率 is the unit of a ratio.
  if (sense.isRatio && kind !== 'manner') return undefined;
  if ((kind === 'share' && /周转/.test(name)) || (kind === 'time' && /占|比/.test(name))) return undefined;
  // Nothing was late: 0 次.
  if (kind === 'manner' && /^0(?:\.0*)?$/.test(value)) return undefined;
  const isWrong =
    never[kind].includes(sense.kind) || ((kind === 'people' || kind === 'household') && forThings.test(unit));
  if (isWrong) return warned(`：${wanted[kind].zh}`, wanted[kind].en);
  const isUnlikely =
    (kind === 'share' && unit === '分' && /率$/.test(bareOf(name))) ||
    (kind === 'people' && sense.kind === 'event' && !forPeople.test(name));
  return isUnlikely ? hinted(`：${wanted[kind].zh}`, wanted[kind].en) : undefined;
}

/** What is done for or with people may be counted itself: 慰问老党员 2次. */
const forPeople =
  /慰问|走访|培训|组织|看望|服务|开展|举办|召开|评选|接待|选派|招聘|体检|救助|帮扶|宣传|表彰|联系|出动|调解|培养|动员|巡/;

const things = new RegExp(`(?:${thingWords.join('|')})(?:数量?|建设|购置|更新|配备|安装|制作|印制)?$`, 'u');
const events = new RegExp(`(?:${eventWords.join('|')})(?:数量?)?$`, 'u');

const land =
  /(?:基地|园区?|果园|茶园|林地?|田|绿地|草地|草场|牧场|农场|苗圃|大棚|温室|广场|公园|湿地|池塘|鱼塘|场地|用地|道路|路面|墙面|屋面|外墙|住房|校舍|厂房|用房|展厅|展馆)(?:数量?|建设|购置|更新|配备|安装|制作|印制)?$/u;

/** 监测断面 12公里, 宣传资料 300人: a thing has no length, and people may be those who get it. */
function otherThanThings(name: string, unit: string): Judged | undefined {
  const end = bareOf(name).slice(-14);
  const isThing = things.test(end);
  if ((!isThing && !events.test(end)) || two.test(name)) return undefined;
  const { kind, isRatio } = unitSense(unit, name);
  if (isRatio || kind === undefined) return undefined;
  const said = [`：应数出个数，不以“${unit}”为单位`, `is of things that are counted, not of ${unit}`] as const;
  if (kind === 'length' || kind === 'weight' || kind === 'volume' || (isThing && kind === 'time'))
    return warned(...said);
  // 种薯繁育基地 8000亩: what is land may be measured.
  const mayBeArea = kind === 'area' && !land.test(end);
  return kind === 'people' || kind === 'household' || mayBeArea ? hinted(...said) : undefined;
}

/** 安置小区物业费 8个: what is paid is no count; of people, households and months it may be the number of those who get it. */
function otherThanMoney(name: string, unit: string): Judged | undefined {
  const bare = bareOf(name);
  if (!fee.test(bare.slice(-12)) || payingVerbs.test(bare) || two.test(bare)) return undefined;
  const { kind, isRatio } = unitSense(unit, name);
  if (isRatio || kind === undefined || !never.money.includes(kind)) return undefined;
  const mayBeTheirs = kind === 'people' || kind === 'household' || kind === 'time' || kind === 'visits';
  return mayBeTheirs
    ? hinted(`：${wanted.money.zh}`, wanted.money.en)
    : warned(`：${wanted.money.zh}`, wanted.money.en);
}

const sized = /\d(?:平方米|平米|㎡|m²|米|公里|亩|立方米)$/;

/** 防疫室84平米 1050元 beside 饲料库120平米 490元/平米: the rows of its kind have a price for each. */
function lostMeasure({ target, indicator, owner }: NumberValueAt): Judged | undefined {
  if (target.unit?.trim() !== '元' || !sized.test(indicator.name.trim())) return undefined;
  const priced = owner.indicators.filter(
    ({ indicator: other, targets }) =>
      other.level2 === indicator.level2 &&
      sized.test(other.name.trim()) &&
      targets.some(({ target: each }) => isQuantity(each) && /^元[/／]/.test(each.unit ?? '')),
  );
  if (priced.length < 2) return undefined;
  return warned('：同表同类的都是每平方米、每米的价', 'has no measure behind 元/, which the rows like it have');
}

/** What is made or bought, by the verb before it; services, rents and insurance are had for a time. */
const made =
  /^(?:制作|印制|印刷|购置|采购|购买|安装|新建|修建|栽植|种植|铺设|更换|配备|设置|悬挂)(?!\S*(?:服务|租|保险|运维|维护|维保|托管|外包|监测|网络|宽带|权|许可|软件|系统|时[间限长]|工期|周期|期限|年限|[年月天期]数?$))/;
/** What a name says of households without 户 at its end: 家庭进行扶助. */
const families = /家庭(?:进行)?(?:扶助|补助|救助|慰问|帮扶|走访|资助|奖励|扶持|关怀)?(?:数量?)?$/;
const flatPrice =
  /^(?!\S*(?:比例|率)$)\S*(?:补助|补贴|奖励|资助|救助|收费|发放|奖补|建设|硬化|改造|保障|供养|投资)标准$/;

/** 户数 101人/次, 制作横幅 1年, 补助标准 120万元: told by what is counted, the verb, or what a standard is for each of. */
function byLevel(name: string, unit: string, level2 = ''): Judged | undefined {
  const { kind, isRatio } = unitSense(unit, name);
  if (isRatio) return undefined;
  const isOfPeople = kind === 'people' || kind === 'visits';
  if (isOfPeople && /(?:户数|户次)$/.test(name)) return warned('：户数应以“户”为单位', 'should count households in 户');
  if (isOfPeople && families.test(name)) return hinted('：家庭以“户”计', 'counts households');
  if (kind === 'time' && /数量/.test(level2) && made.test(name))
    return warned('：做的、买的是东西，不以时间为单位', 'is of things, not of time');
  if (kind === 'money' && unit.startsWith('万') && flatPrice.test(name))
    return hinted('：标准应写每什么多少，如 万元/公里', 'should be money for each of something');
  return undefined;
}

/** The name without its bracket, and the unit that the bracket states: 转化情况（项）. */
function partsOf(name: string): { bare: string; stated?: string } {
  const match = /[（(]([^（()）]{1,6})[)）]$/.exec(name.slice(-200).trim());
  const stated = match?.[1]?.split(/[/／、]/)[0]?.trim();
  const bare = match ? name.trim().slice(0, -match[0].length) : name.trim();
  return stated === undefined ? { bare } : { bare, stated };
}

function hinted(zh: string, en: string): Judged {
  return { severity: 'hint', zh, en };
}

function warned(zh: string, en: string): Judged {
  return { severity: 'warning', zh, en };
}
