import { quoted } from '../../json/pointer.js';
import { levelOf } from '../../report/taxonomy.js';
import { levelMeant } from '../indicators/levels.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';

/** 社会效益 among names that end in 指标, 环境效益, 读者, 具体指标: a second level that is called otherwise than the framework and the rest. */
export const levelName: Rule = {
  code: 'level-name',
  number: 'R-34',
  severity: 'hint',
  title: { zh: '二级指标用规定的名称', en: 'second levels are called as the framework calls them' },
  wrong: { zh: '二级指标的名称不规范', en: 'a second level is called otherwise than the framework calls it' },
  why: {
    zh: '同一张表有的写“社会效益指标”，有的写“社会效益”“环境效益”“读者”，多半是从别的表抄来或改了表样；系统按名称归类时会归不进去。',
    en: 'A level written otherwise than the rest of its table was mostly copied from another form; systems sort rows by these names.',
  },
  source: {
    zh: '财预〔2015〕88号、财预〔2021〕101号所附表样的二级指标名称；湖北省黄石市 2022 年公开表“环境效益”“读者”',
    en: 'names of the second levels in circulars 财预〔2015〕88号 and 财预〔2021〕101号; published table of Huangshi 2022',
  },
  mend: { zh: '改为规定的名称', en: 'write the name of the framework' },
  looksAt: { zh: '二级指标', en: 'second levels of indicators' },
  fails: { '/units/0/projects/0/indicators/4/level2': '社会效益' },
  passes: { '/units/0/projects/0/indicators/4/level2': '服务效能指标' },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      const found = otherwise(indicators);
      if (found) yield found;
    }
  },
};

/** So many names of the framework tell that the table has its names. */
const fewestUsual = 2;
/** So many short names are no slip. */
const fewestShort = 4;
/** 数量值, 服务对象满意度指标等: what no form has. */
const oddEnd = /(?:值|等)$/;
/** The form's own word for a level. */
const noLevel = /^(?:具体|绩效|[二三]级|其他|分类)?指标$/;

function otherwise(indicators: readonly IndicatorAt[]): Found | undefined {
  const rows = indicators.flatMap(({ path, indicator: { level2 } }) =>
    level2 === undefined || saysNothing(level2) ? [] : [{ path: [...path, 'level2'], name: level2.trim() }],
  );
  const usual = new Set(rows.flatMap(({ name }) => (isUsual(name) ? [name] : [])));
  // 数量指标 and 经济效益, 社会效益, 生态效益: a form that has them so throughout.
  const short = new Set(rows.flatMap(({ name }) => (isUsual(`${name}指标`) ? [name] : [])));
  const isForm = short.size >= fewestShort && ![...short].some((name) => usual.has(`${name}指标`));
  const odd = rows.filter(({ name }) =>
    usual.size < fewestUsual ? oddEnd.test(name) : isOdd(name) && !(isForm && short.has(name)),
  );
  const names = [...new Set(odd.map(({ name }) => name))];
  const [first, ...others] = odd;
  if (!first || (usual.size < fewestUsual && names.length < fewestUsual)) return undefined;
  const meant = levelMeant(first.name, 2)?.name;
  const listed = names.map((name) => quoted(name));
  return {
    path: first.path,
    ...(others.length > 0 && { related: others.map(({ path }) => path) }),
    message: {
      zh: `二级指标写作${listed.join('、')}，${meant ? `${names.length > 1 ? quoted(first.name) : ''}应为${quoted(meant)}` : '不是规定的名称'}`,
      en: `second levels are called ${listed.join(', ')}${meant ? `: ${quoted(first.name)} is ${quoted(meant)}` : ', which the framework does not have'}`,
    },
  };
}

function isUsual(name: string): boolean {
  return levelOf(name, 2)?.name === name;
}

/** Another body's satisfaction, a level of the table's own and a note in brackets (必填) are fair. */
function isOdd(name: string): boolean {
  if (isUsual(name) || /[（(]/.test(name)) return false;
  return name === '满意度指标' || noLevel.test(name) || !name.endsWith('指标');
}
