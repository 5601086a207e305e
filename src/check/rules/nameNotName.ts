import type { Path } from '../../json/pointer.js';
import { quoted } from '../../json/pointer.js';
import { levelOf } from '../../report/taxonomy.js';
import { isNoName } from '../indicators/noName.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** An indicator named 72, ≥95% or 指标1: something stands in the place of its name. */
export const nameNotName: Rule = {
  code: 'name-not-name',
  number: 'R-07',
  severity: 'error',
  title: { zh: '名称格里是名称', en: 'names are names' },
  wrong: { zh: '名称格里写的不是名称', en: 'what is given as a name is none' },
  why: {
    zh: '名称格里只有一个数、一个值、一个字母或“指标1”，多半是粘贴时错了一列，或模板没有改。',
    en: 'A number, a value, a letter or 指标1 as a name mostly comes from cells that slipped, or from a form that was not filled.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标有名称和指标值；各地表样的三级指标栏写指标名称',
    en: 'circular 财预〔2015〕88号: an indicator has a name and a value',
  },
  mend: { zh: '写出考核的是什么', en: 'say what is measured' },
  looksAt: { zh: '三级指标、项目、单位的名称', en: 'names of indicators, projects and units' },
  fails: { '/units/0/projects/0/indicators/1/name': '72' },
  passes: { '/units/0/projects/0/indicators/1/name': '12345热线办结率' },
  *find({ report, projects, owners }: Subject): Generator<Found> {
    for (const [u, unit] of report.units.entries()) {
      if (isNoName(unit.name)) yield found(['units', String(u), 'name'], '单位名称', 'the name of a unit', unit.name);
    }
    for (const { path, project } of projects) {
      if (project.publish !== false && isNoName(project.name))
        yield found([...path, 'name'], '项目名称', 'the name of a project', project.name);
    }
    for (const { indicators } of owners) {
      for (const { path, indicator } of indicators) {
        if (isNoName(indicator.name) || isLabel(indicator.name))
          yield found([...path, 'name'], '三级指标', 'the name of an indicator', indicator.name);
      }
    }
  },
};

/** What forms print above or before a name. A level of satisfaction is a name that regions use: 服务对象满意度指标 (天津 2023). */
function isLabel(name: string): boolean {
  if (name.length > 12 || !name.includes('指标')) return false;
  const plain = name.replace(/[\s：:.、…]+$/, '');
  if (/^(?:(?:[一二三]级)?指标(?:名称)?|(?:[一二三]级)?指标[\d一二三四五六七八九十]{1,2})$/.test(plain)) return true;
  const level = levelOf(plain, 1) ?? levelOf(plain, 2);
  return level !== undefined && plain.endsWith('指标') && !plain.includes('满意');
}

function found(path: Path, zh: string, en: string, name: string): Found {
  return { path, message: { zh: `${zh}写的是 ${quoted(name)}，不是名称`, en: `${en} is ${quoted(name)}` } };
}
