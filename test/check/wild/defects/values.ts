import type { Indicator, Target } from '../../../../src/report/schema.js';
import {
  type Defect,
  isCost,
  isCount,
  isOf,
  isRate,
  isSatisfaction,
  isWorded,
  listed,
  nthOf,
  projectOf,
  quantityOf,
  type Row,
  replaced,
  rowOf,
  setAnnual,
  setTarget,
} from './draft.js';

type Sign = '≥' | '≤' | '=';

function quantity(sign: Sign | undefined, value: string, unit?: string): Target {
  return { ...(sign && { sign }), value, ...(unit !== undefined && { unit }) };
}

/** Rows of which the unit does not measure what the name says. */
const mismatched: readonly (readonly [name: string, value: string, unit: string])[] = [
  ['改造供热管网长度', '12', '个'],
  ['栽植行道树面积', '300', '株'],
  ['硬化村道里程', '3600', '平方米'],
  ['疏浚沟渠长度', '9', '吨'],
  ['采购图书册数', '5000', '公里'],
  ['羊只免疫头数', '2600', '亩'],
  ['巡查堤防次数', '48', '人'],
  ['发放农机补贴户数', '180', '万元'],
  ['绿化提升面积', '42', '公里'],
  ['设备抢修时长', '20', '个'],
  ['增殖放流鱼苗数量', '60', '场次'],
  ['补贴资金足额兑付', '1', '户/月'],
  ['救治危重患者人次', '900', '吨'],
  ['修复古建筑面积', '620', '座'],
];

/** Rows that count people, most without saying 人数. */
const people: readonly (readonly [name: string, value: string])[] = [
  ['聘用护林员', '45'],
  ['培训乡村医生', '320'],
  ['资助困难学生', '1260'],
  ['慰问老党员', '86'],
  ['配备辅警', '150'],
  ['参训骨干教师人数', '420'],
  ['补助高龄老人', '2300'],
  ['服务残疾人', '640'],
  ['招募志愿者', '500'],
  ['选派科技特派员', '38'],
  ['养路工人数', '72'],
  ['聘用图书管理员', '60'],
];

/** Rows whose unit is a letter or a magnitude alone. */
const letters: readonly (readonly [name: string, sign: Sign, value: string, unit: string])[] = [
  ['清运建筑垃圾量', '≥', '260', 'T'],
  ['铺设光缆长度', '≥', '8000', 'M'],
  ['储备成品粮规模', '≥', '500', 'T'],
  ['拓宽路面长度', '≥', '1200', 'M'],
  ['单位收储成本', '≤', '3', '千/吨'],
  ['采购良种数量', '≥', '900', 'G'],
  ['秸秆还田数量', '≥', '4000', 'T'],
  ['总投资控制', '≤', '1', '亿'],
  ['护栏安装长度', '≥', '650', 'M'],
  ['月人工费用', '≤', '20', '万/月'],
  ['设备租赁费用', '≤', '5', '万'],
  ['船舶租用费用', '≤', '6', '千/次'],
];

/** Names that begin as their values do, and the values. */
const repeated: readonly (readonly [name: string, text: string])[] = [
  ['稳步扩大供水范围', '稳步扩大'],
  ['提升档案数字化水平', '提升'],
  ['费用不超预算额度', '费用不超预算'],
  ['提高林农收入水平', '提高林农收入水平'],
  ['改善就医环境', '改善就医环境'],
  ['增强群众防骗意识', '增强防骗意识'],
  ['保障校园安全稳定', '保障校园安全'],
  ['有效缓解停车难问题', '有效缓解停车难'],
  ['丰富群众文化生活', '丰富群众文化生活。'],
  ['促进产业融合发展', '促进'],
  ['逐步完善管护机制', '逐步完善'],
  ['推进病虫害绿色防控', '推进绿色防控'],
];

/** Rows whose value is the name of a measure, or a duration without a time. */
const unvalued: readonly (readonly [name: string, text: string, level?: RegExp])[] = [
  ['管网巡检', '巡检覆盖率'],
  ['反诈宣讲', '增强参与率'],
  ['图书流通', '借阅次数'],
  ['门诊预约', '预约就诊率'],
  ['疫木清理', '清理合格率'],
  ['教师培训', '参训人数'],
  ['公路巡查', '巡查里程'],
  ['管护期限', '初步建成', /时效/],
  ['工期', '按要求推进', /时效/],
  ['租用年限', '基本稳定', /时效/],
  ['系统运维', '系统可用率'],
  ['农机作业', '作业面积'],
];

/** Rows of rates, counts and indices that need a figure. */
const unnumbered: readonly (readonly [name: string, text: string])[] = [
  ['材料损耗率', '控制在定额内'],
  ['违规排口数', '减少'],
  ['水体感官指数', '改善'],
  ['设备完好率', '较高'],
  ['新增就业岗位数', '若干'],
  ['病床使用率', '达标'],
  ['纠纷调解成功率', '逐年提高'],
  ['道路坑槽数量', '明显下降'],
  ['图书借阅量', '有所增加'],
  ['森林病虫害成灾率', '控制在较低水平'],
  ['投诉件数', '逐步减少'],
  ['学生体质达标率', '稳步提升'],
];

/** Rows under a second level that is not theirs: the level's beginning, the name and the value. */
const misplaced: readonly (readonly [level: RegExp, name: string, target: Target])[] = [
  [/社会效益/, '沿岸商户满意率', quantity('≥', '90', '%')],
  [/质量/, '疫苗配送及时率', quantity('=', '100', '%')],
  [/质量/, '参训学员人数', quantity('≥', '300', '人')],
  [/数量/, '培训合格率', quantity('≥', '95', '%')],
  [/数量/, '项目投资控制率', quantity('≤', '100', '%')],
  [/质量/, '工程完工时间', { text: '12月底前' }],
  [/满意/, '应急响应时间', quantity('≤', '30', '分钟')],
  [/时效/, '栽植苗木数量', quantity('≥', '3000', '株')],
  [/社会效益/, '患者满意度', quantity('≥', '92', '%')],
  [/时效/, '设备验收合格率', quantity('=', '100', '%')],
  [/数量/, '项目总成本', quantity('≤', '50', '万元')],
  [/可持续/, '居民满意度', quantity('≥', '90', '%')],
];

/** Other writings of a unit that a second row has as usual. */
const writings: Readonly<Record<string, readonly string[]>> = {
  平方米: ['㎡', '平米', 'm²'],
  公里: ['km', '千米', 'KM'],
  立方米: ['m³', '方'],
  吨: ['t'],
};

/** What is wrong with values, signs and units. */
export const values: readonly Defect[] = [
  listed('sign-lost', [isCount, isRate, isCost, isSatisfaction, isCount, isCost], (draft, is) => {
    const row = rowOf(draft, (one) => is(one) && quantityOf(one.indicator)?.sign !== '=');
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setTarget(row.indicator, quantity(undefined, target.value, target.unit));
    return [row.at];
  }),
  listed('unit-not-unit', letters, (draft, [name, sign, value, unit]) =>
    replaced(draft, sign === '≤' ? isCost : isCount, name, quantity(sign, value, unit), 'annualTarget'),
  ),
  listed('unit-word', ['百分比', '百分号', '％百分比', '个百分比'], (draft, unit) => {
    const row = rowOf(draft, (one) => isRate(one) || isSatisfaction(one));
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setTarget(row.indicator, { ...target, unit });
    return [`${row.at}/annualTarget`];
  }),
  listed(
    'ratio-word',
    [
      ['0.97', '比例'],
      ['0.9', '比率'],
      ['0.95', '比例'],
      ['0.985', '比值'],
    ] as const,
    (draft, [value, unit]) => {
      const row = rowOf(draft, (one) => isRate(one) || isSatisfaction(one));
      if (!row) return undefined;
      setTarget(row.indicator, quantity('≥', value, unit));
      return [`${row.at}/annualTarget`];
    },
  ),
  listed('unit-mismatch', mismatched, (draft, [name, value, unit]) =>
    replaced(draft, isCount, name, quantity('≥', value, unit), 'annualTarget'),
  ),
  listed('people-ge', people, (draft, [name, value]) =>
    replaced(draft, isCount, name, quantity('≥', value, '个'), 'annualTarget'),
  ),
  listed('unit-twice', ['（U）', '(U)', '（单位：U）', '[U]', 'U'], (draft, form) => {
    const row = rowOf(draft, (one) => (form === 'U' ? isRate(one) : isCount(one) || isRate(one)));
    const unit = row && quantityOf(row.indicator)?.unit;
    if (!row || unit === undefined) return undefined;
    row.indicator.name += form.replace('U', unit);
    return [row.at];
  }),
  listed('value-repeats-name', repeated, (draft, [name, text]) =>
    replaced(draft, isWorded, name, { text }, 'annualTarget'),
  ),
  listed('value-not-value', unvalued, (draft, [name, text, level]) =>
    replaced(draft, level ? isOf(level) : isCount, name, { text }, 'annualTarget'),
  ),
  listed('count-without-number', unnumbered, (draft, [name, text]) =>
    replaced(draft, (row) => isRate(row) || isWorded(row), name, { text }, 'annualTarget'),
  ),
  listed('filler', fillers(), (draft, fill) => {
    const found = projectOf(draft);
    if (!found) return undefined;
    const rows = (found.project.indicators ?? [])
      .map((indicator, index): Row => ({ at: `${found.at}/indicators/${index}`, indicator }))
      .filter((row) => isWorded(row));
    if (rows.length < 2) return undefined;
    const others = ['维护社会稳定', '带动地方经济', '保护生态环境', '促进持续发展'];
    rows.forEach(({ indicator }, index) => {
      indicator.name = nthOf(others, index);
      setTarget(indicator, fill());
    });
    const satisfied = found.project.indicators?.find((indicator) => isSatisfaction({ at: '', indicator }));
    const target = satisfied && quantityOf(satisfied);
    const same = fill();
    if (satisfied && target && 'value' in same && same.unit === '%') setTarget(satisfied, same);
    return rows.map(({ at }) => at);
  }),
  listed('sign-in-words', ['不低于', '不少于', '大于', '超过', '不低于', '不少于'] as const, (draft, sign) => {
    const row = rowOf(draft, (one) => isCount(one) || isRate(one) || isSatisfaction(one));
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setAnnual(row.indicator, { ...target, sign });
    return [`${row.at}/annualTarget`];
  }),
  listed(
    'number-as-text',
    ['大于等于NU', '不小于NU', 'NU以上', '≥NU', '约NU', 'NU左右', '达到NU', '不得低于NU'],
    (draft, form) => {
      const row = rowOf(draft, (one) => isCount(one) || isRate(one));
      const target = row && quantityOf(row.indicator);
      if (!row || !target) return undefined;
      setAnnual(row.indicator, { text: form.replace('N', target.value).replace('U', target.unit ?? '') });
      return [`${row.at}/annualTarget`];
    },
  ),
  listed(
    'sign-misread',
    ['之N%', '三N%', '二N%', '工N%', '乏N%', '＞=N%', '》N%', '2N%', '≥≥N%', '≥ ≥N%'],
    (draft, form) => {
      const row = rowOf(draft, (one) => isRate(one) || isSatisfaction(one));
      const target = row && quantityOf(row.indicator);
      if (!row || !target) return undefined;
      const written = form.replace('N', target.value);
      setAnnual(
        row.indicator,
        /^\d/.test(written) ? quantity(undefined, written.slice(0, -1), '%') : { text: written },
      );
      return [`${row.at}/annualTarget`];
    },
  ),
  listed('sign-glyph', ['≧', '≧', '≧'] as const, (draft, sign) => {
    const row = rowOf(draft, (one) => quantityOf(one.indicator)?.sign === '≥');
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setAnnual(row.indicator, { ...target, sign });
    return [`${row.at}/annualTarget`];
  }),
  listed('unit-writing', [0, 1, 2], (draft, which) => {
    const row = rowOf(draft, (one) => isCount(one) && (quantityOf(one.indicator)?.unit ?? '') in writings);
    const target = row && quantityOf(row.indicator);
    const other = target && writings[target.unit ?? ''];
    const row2 = row && rowOf(draft, (one) => isCount(one) && one.at !== row.at && one.projectAt === row.projectAt);
    if (!row || !target || !other || !row2) return undefined;
    row2.indicator.name = `验收${row.indicator.name}`;
    setTarget(row2.indicator, { ...target, unit: nthOf(other, which) });
    return [row.at, row2.at];
  }),
  listed('wrong-level', misplaced, (draft, [level, name, target]) =>
    replaced(
      draft,
      (row) => level.test(row.indicator.level2 ?? '') && row.indicator.places === undefined,
      name,
      target,
    ),
  ),
  listed('doubled-unit', ['%%', '人人', '个个', '场场次', '公里公里', '元元', '次次', '%百分比'], (draft, unit) => {
    const row = rowOf(draft, unit.startsWith('%') ? isRate : isCount);
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setTarget(row.indicator, { ...target, unit });
    return [row.at];
  }),
  listed('name-in-unit', [0, 1, 2], (draft, how) => {
    const row = rowOf(draft, (one) => isCount(one) || isRate(one));
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    const { name } = row.indicator;
    setTarget(row.indicator, {
      ...target,
      unit: [name, `${target.unit ?? ''}${name}`, name.slice(0, -1)][how] as string,
    });
    return [`${row.at}/annualTarget`];
  }),
  listed(
    'impossible-limit',
    [
      ['≥', '100'],
      ['>', '100'],
      ['≥', '100.00'],
      ['＞', '100'],
      ['不低于', '100'],
    ] as const,
    (draft, [sign, value]) => {
      const row = rowOf(draft, (one) => isRate(one) || isSatisfaction(one));
      if (!row) return undefined;
      setTarget(row.indicator, { sign, value, unit: '%' });
      return [`${row.at}/annualTarget`];
    },
  ),
  listed('percent-over', ['105', '950', '195', '900', '120', '9500', '101'], (draft, value) => {
    const row = rowOf(draft, (one) => isRate(one) || isSatisfaction(one));
    if (!row) return undefined;
    setTarget(row.indicator, quantity('≥', value, '%'));
    return [`${row.at}/annualTarget`];
  }),
  listed('cost-sign', ['≥', '>', '＞', '不低于', '不少于', '大于'] as const, (draft, sign) => {
    const row = rowOf(draft, isCost);
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setTarget(row.indicator, { ...target, sign });
    return [row.at];
  }),
  listed('unit-missing', [isCount, isRate, isCost, isSatisfaction], (draft, is) => {
    const row = rowOf(draft, is);
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    setTarget(row.indicator, { ...(target.sign && { sign: target.sign }), value: target.value });
    return [row.at];
  }),
  listed('value-missing', [undefined, ' ', '', undefined], (draft, text) => {
    const row = rowOf(draft, () => true);
    if (!row) return undefined;
    if (text === undefined) delete row.indicator.annualTarget;
    else setAnnual(row.indicator, { text });
    return [row.at];
  }),
  listed('stray-stop', ['。', '，', '；', '、', '。'], (draft, mark) => {
    const row = rowOf(draft, () => true);
    const target = row?.indicator.annualTarget;
    if (!row || !target) return undefined;
    setAnnual(
      row.indicator,
      'text' in target ? { text: `${target.text}${mark}` } : { ...target, unit: `${target.unit ?? ''}${mark}` },
    );
    return [row.at];
  }),
  listed('wrong-weights', ['3', '-2', '7', '0', '11'], (draft, change) => {
    const found = projectOf(draft, ({ indicators }) => indicators?.some(({ weight }) => weight !== undefined) ?? false);
    const row = found?.project.indicators?.find(({ weight }) => weight !== undefined);
    if (!found || !row) return undefined;
    row.weight = change === '0' ? '0' : String(Number(row.weight) + Number(change));
    return [found.at];
  }),
  listed('annual-over-whole', [1, 2, 3], (draft, times) => {
    const row = rowOf(
      draft,
      (one) => isCount(one) && (one.indicator.wholeTarget ?? one.indicator.mediumTarget) !== undefined,
    );
    const target = row && quantityOf(row.indicator);
    if (!row || !target) return undefined;
    const less = quantity('≥', String(Math.max(1, Math.floor(Number(target.value) / (times + 1)))), target.unit);
    if (row.indicator.wholeTarget) row.indicator.wholeTarget = less;
    else row.indicator.mediumTarget = less;
    return [row.at];
  }),
  listed('same-halves', [0], (draft) => {
    const found = projectOf(draft, ({ indicators, funding }) => {
      const both = indicators?.filter((one) => one.annualTarget && (one.wholeTarget ?? one.mediumTarget)) ?? [];
      const longer = funding?.some(({ period }) => period !== 'year') ?? false;
      const differ = both.some(
        ({ annualTarget, wholeTarget, mediumTarget }) =>
          JSON.stringify(annualTarget) !== JSON.stringify(wholeTarget ?? mediumTarget),
      );
      return both.length >= 4 && longer && differ;
    });
    if (!found) return undefined;
    for (const indicator of found.project.indicators ?? []) setTarget(indicator, anyTarget(indicator) as Target);
    return [found.at];
  }),
  listed('period-half-empty', [0], (draft) => {
    const found = projectOf(
      draft,
      ({ indicators }) => indicators?.some((one) => one.wholeTarget ?? one.mediumTarget) ?? false,
    );
    if (!found) return undefined;
    for (const indicator of found.project.indicators ?? []) {
      const target = anyTarget(indicator);
      // What only the longer period has becomes the year's: no row is to lose its value.
      if (target) indicator.annualTarget = target;
      delete indicator.wholeTarget;
      delete indicator.mediumTarget;
    }
    return [found.at];
  }),
  listed('order', [0, 1, 2], (draft, how) => {
    const found = projectOf(draft, ({ indicators }) => (indicators?.length ?? 0) > 4);
    const list = found?.project.indicators;
    if (!found || !list) return undefined;
    if (how === 0) list.unshift(list.pop() as never);
    else if (how === 1) list.push(list.shift() as never);
    else list.reverse();
    return [found.at];
  }),
  listed('benefit-missing', [/效益|可持续/, /数量|质量|时效|成本/], (draft, level) => {
    const found = projectOf(
      draft,
      ({ indicators }) => indicators?.some(({ level2 }) => level.test(level2 ?? '')) ?? false,
    );
    if (!found) return undefined;
    const kept = found.project.indicators?.filter(
      ({ level2, level1 }) =>
        !level.test(level2 ?? '') && !(level.source.startsWith('数') && level1.startsWith('成本')),
    );
    if (!kept || kept.length < 2) return undefined;
    found.project.indicators = kept;
    return [found.at];
  }),
  listed('satisfaction-missing', [0], (draft) => {
    const found = projectOf(
      draft,
      ({ indicators }) => indicators?.some((indicator) => isSatisfaction({ at: '', indicator })) ?? false,
    );
    if (!found?.project.indicators) return undefined;
    found.project.indicators = found.project.indicators.filter((indicator) => !isSatisfaction({ at: '', indicator }));
    return [found.at];
  }),
];

function fillers(): (() => Target)[] {
  return [
    () => quantity('≥', '92', '%'),
    () => ({ text: '提升8%' }),
    () => quantity('≥', '88', '%'),
    () => ({ text: '提高5%' }),
    () => quantity('≥', '95', '%'),
    () => ({ text: '增长10%以上' }),
    () => quantity('=', '100', '%'),
    () => quantity('≥', '90', '%'),
  ];
}

function anyTarget({ annualTarget, wholeTarget, mediumTarget }: Indicator): Target | undefined {
  return annualTarget ?? wholeTarget ?? mediumTarget;
}
