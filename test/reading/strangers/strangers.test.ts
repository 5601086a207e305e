import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { makers } from './make.js';
import { score } from './score.js';
import { goldOf, isGrid, place, strangers, tableOf } from './table.js';

const isReport = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('data/report.schema.json', 'utf8')));

/** What a person puts right or knows from elsewhere, so that it need not stand in the table letter by letter. */
const fromElsewhere =
  /\/(year|source|kind|period|from|to|moneyUnit|core|linkedToBudget|goal|id|group|level[12]|start|end)$|^\/date|^\/region|^\/title/;

const folders = ['test/reading/strangers', 'test/reading/published'];
const cases = folders.flatMap((folder) => strangers(folder).map((name) => [name, folder] as const));

describe.each(cases)('%s', (name, folder) => {
  const table = tableOf(name, folder);
  const gold = goldOf(name, folder);

  it('has a gold report of the schema', () => {
    isReport(gold);
    expect(isReport.errors ?? []).toEqual([]);
  });

  it('has every text of the gold in the table', () => {
    const texts = table.flatMap((block) => (isGrid(block) ? place(block).cells.map(({ text }) => text) : [block.text]));
    const printed = plain(texts.join(''));
    const lost = [...leaves(gold, '')].filter(
      ([at, text]) => !fromElsewhere.test(at) && !printed.includes(plain(text)),
    );
    expect(lost).toEqual([]);
  });

  it('says what is published and what is invented', () => {
    const about = readFileSync(`${folder}/${name}/about.txt`, 'utf8');
    for (const head of ['Published:', 'Invented:', 'Faults:', 'Gold:']) expect(about).toContain(head);
  });

  it('becomes the same files every time', () => {
    for (const make of Object.values(makers)) {
      for (const isGb18030 of [true, false])
        expect(Buffer.compare(make(table, isGb18030), make(table, isGb18030))).toBe(0);
    }
  });
});

function* leaves(value: unknown, at: string): Generator<[string, string]> {
  if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) yield* leaves(one, `${at}/${key}`);
  } else {
    yield [at, String(value)];
  }
}

/** Without white space, leaked tags and thousands separators, typed signs made whole. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/<\/?p>|&nbsp;/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll('>=', '≥')
    .replaceAll('<=', '≤');

describe('score', () => {
  const gold = {
    year: 2023,
    region: { name: '天津市' },
    moneyUnit: '万元',
    department: { name: '甲局' },
    units: [
      {
        name: '甲局',
        projects: [
          {
            name: '乙',
            funding: [{ source: 'total', period: 'year', amount: '491.00' }],
            goals: [
              { period: 'year', text: '办会。' },
              { period: 'year', text: '办展。' },
            ],
            indicators: [
              { level1: '产出指标', name: '会', annualTarget: { sign: '≥', value: '3', unit: '场' } },
              { level1: '产出指标', name: '展', annualTarget: { sign: '≥', value: '2', unit: '场' } },
            ],
          },
        ],
      },
    ],
  };
  const changed = (change: (report: typeof gold) => void): typeof gold => {
    const report = structuredClone(gold);
    change(report);
    return report;
  };
  const project = (report: typeof gold) => report.units[0]?.projects[0] ?? expect.fail();

  it('counts all leaves of gold against itself as right', () => {
    expect(score(gold, gold)).toMatchObject({ right: 21, wrongSilent: 0, wrongSaid: 0, missing: 0, disordered: 0 });
  });

  it('takes goals in one, other zeros and other white space as the same', () => {
    const report = changed((report) => {
      project(report).goals = [{ period: 'year', text: '1.办会。\n2.办展。' }];
      project(report).funding[0] = { source: 'total', period: 'year', amount: '491' };
      project(report).name = ' 乙 ';
    });
    expect(score(report, gold)).toMatchObject({ right: 21, wrongSilent: 0, missing: 0 });
  });

  it('takes levels without 指标 as the same, but no other levels', () => {
    const report = changed((report) => {
      for (const indicator of project(report).indicators) indicator.level1 = '产出';
    });
    expect(score(report, gold)).toMatchObject({ right: 21, wrongSilent: 0 });
    const other = changed((report) => {
      for (const indicator of project(report).indicators) indicator.level1 = '效益指标';
    });
    expect(score(other, gold)).toMatchObject({ right: 19, wrongSilent: 2 });
  });

  it('tells a silent wrong from one asked, and pairs rows by likeness', () => {
    const report = changed((report) => {
      project(report).indicators.reverse();
      (project(report).indicators[0] ?? expect.fail()).annualTarget.value = '20';
    });
    expect(score(report, gold)).toMatchObject({ right: 20, wrongSilent: 1, disordered: 1 });
    const asked = ['/units/0/projects/0/indicators/0/annualTarget'];
    expect(score(report, gold, { asked, left: [] })).toMatchObject({
      right: 20,
      rightSaid: 2,
      wrongSilent: 0,
      wrongSaid: 1,
    });
  });

  it('tells what is missing from what is listed as left', () => {
    const report = changed((report) => {
      project(report).funding = [];
    });
    expect(score(report, gold)).toMatchObject({ right: 18, missing: 3, missingSaid: 0 });
    expect(score(report, gold, { asked: [], left: ['预算数 491.00'] })).toMatchObject({ missing: 2, missingSaid: 1 });
  });

  it('counts what gold has not as wrong', () => {
    const report = changed((report) => {
      Object.assign(project(report), { summary: '丙' });
    });
    expect(score(report, gold)).toMatchObject({ right: 21, wrongSilent: 1 });
  });

  it('takes a value in one text, days in one text, a ticked choice and a longer title as the same', () => {
    const wanted = changed((report) => {
      Object.assign(report, { title: '项目支出绩效目标表' });
      Object.assign(project(report), {
        attribute: '新增项目□ 延续项目☑',
        period: { years: '2022年3月-2023年10月' },
      });
      Object.assign(project(report).indicators[0] ?? expect.fail(), { annualTarget: { text: '不低于3场' } });
    });
    const report = changed((report) => {
      Object.assign(report, { title: '天津市2023年项目支出绩效目标表（2023年度）' });
      Object.assign(project(report), { attribute: '延续项目', period: { start: '2022-03', end: '2023-10' } });
      const [first] = project(report).indicators;
      Object.assign(first ?? expect.fail(), { annualTarget: { sign: '不低于', value: '3', unit: '场' } });
    });
    expect(score(report, wanted)).toMatchObject({ right: 22, wrongSilent: 0, missing: 0 });
  });

  it('does not score blank slots, nor points of the execution that only one has', () => {
    const wanted = changed((report) => {
      project(report).indicators.push({ level1: '产出指标', name: '指标2：' } as never);
    });
    const report = changed((report) => {
      Object.assign(project(report), { executionWeight: '10' });
    });
    expect(score(report, wanted)).toMatchObject({ right: 21, wrongSilent: 0, missing: 0 });
  });
});
