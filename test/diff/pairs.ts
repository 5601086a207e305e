import type { Project, Report } from '../../src/report/schema.js';

/** Twenty edits as departments make them, each of a seed; what must be told stands in test/cases/diff/<name>.txt. */
export interface PreparedPair {
  readonly name: string;
  readonly seed: string;
  readonly edit: (report: Report) => void;
}

const project = (report: Report, unit: number, index: number): Project =>
  report.units[unit]?.projects[index] as Project;

/** The object at a place of the report, to be changed. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into the report as an editor would.
const at = (owner: any, ...path: (string | number)[]): any => path.reduce((value, step) => value[step], owner);

const pair = (name: string, seed: string, edit: (report: Report) => void): PreparedPair => ({ name, seed, edit });

export const pairs: readonly PreparedPair[] = [
  pair('01-same', 'guangzhou-2025', () => undefined),
  pair('02-amount-and-sums', 'guangzhou-2025', (report) => {
    for (const owner of [project(report, 0, 1), report.units[0], report.department]) {
      for (const line of [0, 1]) {
        const funding = at(owner, 'funding', line);
        funding.amount = (Number(funding.amount) + 6.75).toFixed(2);
      }
    }
  }),
  pair('03-repeated-names-swapped', 'guangzhou-2025', (report) => {
    const list = report.units.flatMap((unit) => unit.projects);
    const repeated = list.filter((each) => list.some((other) => other !== each && other.name === each.name));
    const [first, second] = repeated.filter((each) => each.name === repeated[0]?.name) as [Project, Project];
    const copy = structuredClone(first);
    Object.assign(first, structuredClone(second));
    Object.assign(second, copy);
  }),
  pair('04-repeated-name-one-removed', 'guangzhou-2025', (report) => {
    report.units[0]?.projects.shift();
    at(project(report, 0, 6), 'goals', 0).text += '免费开放。';
  }),
  pair('05-renamed', 'tianjin-2023', (report) => {
    project(report, 0, 0).name = '基层科普服务能力提升项目（中央专款）';
  }),
  pair('06-moved-to-another-unit', 'tianjin-2023', (report) => {
    report.units[1]?.projects.push(...(report.units[0]?.projects.splice(0, 1) ?? []));
  }),
  pair('07-added', 'guangzhou-2023', (report) => {
    report.units[0]?.projects.push({
      name: '应急科普专项',
      funding: [{ source: 'total', period: 'year', amount: '36.50' }],
      goals: [{ period: 'year', text: '发生突发事件时，二十四小时内发布权威科普内容。' }],
      indicators: [
        {
          level1: '产出指标',
          level2: '时效指标',
          name: '应急科普响应时间',
          annualTarget: { sign: '≤', value: '24', unit: '小时' },
        },
      ],
    });
  }),
  pair('08-demand-raised-by-less', 'nansha-2024', (report) => {
    for (const { annualTarget } of at(report, 'department', 'overall', 'indicators'))
      if (annualTarget?.sign === '≤') annualTarget.value = '95';
  }),
  pair('09-target-per-cent', 'shanghai-2024', (report) => {
    const list = project(report, 0, 0).indicators ?? [];
    for (const indicator of list)
      if (indicator.annualTarget && 'value' in indicator.annualTarget)
        if (indicator.annualTarget.unit === '%') indicator.annualTarget.value = '95.00';
  }),
  pair('10-sign-written-otherwise', 'guangzhou-2025', (report) => {
    at(project(report, 0, 1), 'indicators', 2, 'annualTarget').sign = '≥';
  }),
  pair('11-words-to-number', 'guangzhou-2025', (report) => {
    at(project(report, 0, 1), 'indicators', 4).annualTarget = { sign: '≥', value: '3', unit: '场次' };
  }),
  pair('12-goal-reworded', 'nansha-2024', (report) => {
    const goal = at(report, 'department', 'overall', 'goals', 0);
    goal.text = goal.text
      .replace('加快推进我区科普事业发展', '推动我区科普事业高质量发展')
      .replace('不断加强', '持续加强');
  }),
  pair('13-tasks', 'nansha-2024', (report) => {
    const tasks = at(report, 'department', 'overall', 'tasks');
    at(tasks, 0, 'funding', 0).amount = '100.00';
    tasks[1].name = '科技创新工作经费';
  }),
  pair('14-indicators-come-and-go', 'guangzhou-2025', (report) => {
    const { indicators } = project(report, 0, 1);
    indicators?.splice(1, 1, {
      level1: '产出指标',
      level2: '质量指标',
      name: '活动组织规范率',
      annualTarget: { value: '100', unit: '%' },
    });
  }),
  pair('15-indicator-to-another-level', 'guangzhou-2025', (report) => {
    Object.assign(at(project(report, 0, 0), 'indicators', 3), { level1: '产出指标', level2: '质量指标' });
  }),
  pair('16-money-unit', 'shanghai-2024', (report) => {
    report.moneyUnit = '万元';
    for (const each of report.units.flatMap((unit) => unit.projects))
      for (const line of each.funding ?? [])
        if (/\d/.test(line.amount)) line.amount = (Number(line.amount) / 10_000).toFixed(2);
  }),
  pair('17-blank-zero-dash', 'guangzhou-2023', (report) => {
    ['', '—', '0'].forEach((amount, index) => {
      at(project(report, 0, index), 'funding', 0).amount = amount;
    });
  }),
  pair('18-notes-dates-signoff', 'guangzhou-2025', (report) => {
    report.date = '2025-03-01';
    report.notes = ['本表金额单位为万元。'];
    report.signoff = { preparedBy: '张三', date: '2025年2月28日' };
  }),
  pair('19-codes-given', 'tianjin-2023', (report) => {
    report.units.forEach((unit, u) => {
      unit.projects.forEach((each, p) => {
        each.code = `12000023P${u}${p}`;
      });
    });
  }),
  pair('20-all-at-once', 'guangzhou-2025', (report) => {
    const list = report.units[0]?.projects ?? [];
    list.push(...list.splice(2, 1));
    list.splice(4, 1);
    at(list, 0, 'funding', 0).amount = '6500.00';
    at(list, 1, 'indicators', 0).name = '出国人数';
    at(list, 5, 'goals', 0).text += '全年不少于12次。';
    report.units[1]?.projects.reverse();
  }),
];
