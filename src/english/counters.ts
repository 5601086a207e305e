/** A unit of measure in English. `close`: stands at the number without a space. `mass`: less, not fewer. */
export interface Counter {
  readonly one: string;
  readonly many: string;
  readonly close?: true;
  readonly mass?: true;
}

interface Row {
  readonly zh: readonly string[];
  readonly counter: Counter;
  /** Names of indicators for which another word is right; the first that matches. */
  readonly when?: readonly (readonly [RegExp, Counter])[];
}

const count = (one: string, many = `${one}s`): Counter => ({ one, many });
const mass = (word: string): Counter => ({ one: word, many: word, mass: true });
const sign = (word: string): Counter => ({ one: word, many: word, close: true, mass: true });
const measure = (one: string, many = `${one}s`): Counter => ({ one, many, mass: true });
/** Where English counts without a word: at least 8. */
const bare: Counter = { one: '', many: '' };
const row = (zh: string, counter: Counter, ...when: (readonly [RegExp, Counter])[]): Row => ({
  zh: zh.split(' '),
  counter,
  when,
});

/**
 * Units of measure as published tables write them. All English ours, in the usual words of the trade.
 * 人次 counts attendances: visits where people come, views where they look on, else person-times.
 */
const rows: readonly Row[] = [
  row('% ％ 百分比', sign('%')),
  row('‰ 千分比', sign('‰')),
  row('百分点 个百分点', measure('percentage point')),
  row('个', bare),
  row(
    '人次',
    count('person-time'),
    [/播放|浏览|点击|阅读|观看|收看|收听/, count('view')],
    [/参观|接待|入馆|到馆|进馆|开放|游客|观众|客流|访问|就诊|门诊/, count('visit')],
    [/培训|轮训|培育/, count('training attendance')],
    [/参加|参与|出席|受众|覆盖|听众/, count('attendance')],
  ),
  row('场次', count('session')),
  row('场', count('event'), [/培训|讲座|会议|研讨|课程|宣讲|论坛|报告会|沙龙/, count('session')]),
  row('次', count('time')),
  row('篇', count('article'), [/论文/, count('paper')], [/报告/, count('report')]),
  row('家', count('organization'), [/企业|公司/, count('company', 'companies')], [/媒体/, count('media outlet')]),
  row('项', count('item'), [/项目|课题/, count('project')], [/活动/, count('activity', 'activities')]),
  row('人 名 位', count('person', 'people')),
  row('天 日', measure('day')),
  row('工作日 个工作日', measure('working day')),
  row('周', measure('week')),
  row('月 个月', measure('month')),
  row('季度 个季度', measure('quarter')),
  row('年', measure('year')),
  row('小时', measure('hour')),
  row('学时 课时', count('class hour')),
  row('分钟', measure('minute')),
  row('分', measure('point')),
  row('元', mass('yuan')),
  row('元/人 元／人', mass('yuan per person')),
  row('元/年 元／年', mass('yuan per year')),
  row('元/月 元／月', mass('yuan per month')),
  row('平方米 平米 ㎡ m² m2', mass('m²')),
  row('平方公里 平方千米', mass('km²')),
  row('立方米 m³ m3', mass('m³')),
  row('米', mass('m')),
  row('公里 千米', mass('km')),
  row('公斤 千克', mass('kg')),
  row('吨', measure('tonne')),
  row('亩', mass('mu')),
  row('公顷', measure('hectare')),
  row('户', count('household')),
  row('份', count('copy', 'copies'), [/报告/, count('report')], [/问卷/, count('questionnaire')]),
  row('期', count('issue'), [/培训|班/, count('session')]),
  row('台 套 台套 台(套) 台（套） 台/套 套（台）', count('set')),
  row('件', count('item'), [/专利/, count('patent')]),
  row('所', count('institution'), [/学校|校园|中小学|小学|中学|高校/, count('school')]),
  row('条', count('item'), [/视频/, count('video')], [/路/, count('road')]),
  row('幅（条） 条/篇 条（篇）', count('item')),
  row('类 种', count('kind')),
  row('门', count('course')),
  row('部', count('work'), [/片|视频/, count('film')]),
  row('册 本', count('volume')),
  row('辆', count('vehicle')),
  row('处', count('place')),
  row('起', count('case')),
  row('批 批次', count('batch', 'batches')),
  row('村', count('village')),
  row('镇', count('town')),
  row('区', count('district')),
  row('支', count('team')),
  row('对', count('pair')),
  row('倍', measure('times', 'times')),
  row('站', count('station')),
  row('班', count('class', 'classes')),
  row('千瓦时', mass('kWh')),
];

const byText = new Map(rows.flatMap((each) => each.zh.map((zh) => [zh, each] as const)));

/** The counter of a unit without multiples; `name` is the indicator's. Undefined for a unit that is not known. */
export function counterOf(unit: string, name: string): Counter | undefined {
  if (/^[GTM]B$/.test(unit)) return mass(unit);
  const found = byText.get(unit);
  return found?.when?.find(([pattern]) => pattern.test(name))?.[1] ?? found?.counter;
}

/** What a multiple before a unit does: 万人次 is 人次 by ten thousand. */
export const multiples: readonly (readonly [string, number])[] = [
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['千', 3],
];
