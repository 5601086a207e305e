import { expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { textsOf } from '../../src/check/texts.js';
import { diffReports } from '../../src/diff/diff.js';
import { dataTable } from '../../src/formats/sheet/dataTable.js';
import { fieldsOf, schema } from '../../src/report/fields.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { seed, seeds } from '../diff/edits.js';

/** Fields that only units, departments, projects, tasks and indicators have. */
const named = ['projects', 'overall', 'level1', 'funding'];

/** The report with an English that any rule of Chinese texts would find fault with, wherever English may stand. */
function withEnglish(report: Report): Report {
  return JSON.parse(JSON.stringify(report), (_, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { name, text, brief, unit, note } = value;
    const bad = ' Two  spaces , half-width marks… 中文 &nbsp;** 90% ';
    return {
      ...value,
      ...(typeof name === 'string' && named.some((field) => field in value) && { nameEn: bad }),
      ...(typeof text === 'string' && { textEn: bad }),
      ...(typeof brief === 'string' && { briefEn: bad }),
      ...(typeof value.value === 'string' && unit !== undefined && { unitEn: bad }),
      ...(typeof value.value === 'string' && note !== undefined && { noteEn: bad }),
    };
  });
}

const read = (report: Report) => readReport(new TextEncoder().encode(JSON.stringify(report)), 'report.json');

it.each(seeds)('%s: English passes the schema and is silent everywhere else', (name) => {
  const plain = seed(name);
  const english = withEnglish(plain);
  expect(JSON.stringify(english)).toMatch(/"nameEn"/);
  const codes = (report: Report) =>
    checkReport(read(report), []).findings.map(({ problem }) => `${problem.code} ${problem.place?.pointer}`);
  expect(codes(english)).toEqual(codes(plain));
  expect(textsOf(english)).toEqual(textsOf(plain));
  expect(dataTable(english)).toEqual(dataTable(plain));
  expect(diffReports(plain, english).length).toBeGreaterThan(0);
});

it('has English beside the names and texts that a summary prints, and nowhere else', () => {
  const places: string[] = [];
  const visit = (field: ReturnType<typeof schema>, path: string): void => {
    for (const [name, inner] of Object.entries(fieldsOf(field))) {
      if (name.endsWith('En')) places.push(`${path}/${name}`);
      visit(inner.items ?? inner, `${path}/${name}`);
    }
  };
  visit(schema(), '');
  expect(
    places.map((place) => place.replace(/^\/units\/projects/, 'project')).filter((one) => !/history|places/.test(one)),
  ).toMatchInlineSnapshot(`
    [
      "/department/nameEn",
      "/department/overall/goals/nameEn",
      "/department/overall/goals/textEn",
      "/department/overall/goals/briefEn",
      "/department/overall/tasks/nameEn",
      "/department/overall/indicators/nameEn",
      "/department/overall/indicators/annualTarget/unitEn",
      "/department/overall/indicators/annualTarget/noteEn",
      "/department/overall/indicators/annualTarget/textEn",
      "/department/overall/indicators/wholeTarget/unitEn",
      "/department/overall/indicators/wholeTarget/noteEn",
      "/department/overall/indicators/wholeTarget/textEn",
      "/department/overall/indicators/mediumTarget/unitEn",
      "/department/overall/indicators/mediumTarget/noteEn",
      "/department/overall/indicators/mediumTarget/textEn",
      "/department/overall/indicators/longTarget/unitEn",
      "/department/overall/indicators/longTarget/noteEn",
      "/department/overall/indicators/longTarget/textEn",
      "/department/overall/indicators/adjustedTarget/unitEn",
      "/department/overall/indicators/adjustedTarget/noteEn",
      "/department/overall/indicators/adjustedTarget/textEn",
      "/units/nameEn",
      "project/nameEn",
      "project/goals/nameEn",
      "project/goals/textEn",
      "project/goals/briefEn",
      "project/indicators/nameEn",
      "project/indicators/annualTarget/unitEn",
      "project/indicators/annualTarget/noteEn",
      "project/indicators/annualTarget/textEn",
      "project/indicators/wholeTarget/unitEn",
      "project/indicators/wholeTarget/noteEn",
      "project/indicators/wholeTarget/textEn",
      "project/indicators/mediumTarget/unitEn",
      "project/indicators/mediumTarget/noteEn",
      "project/indicators/mediumTarget/textEn",
      "project/indicators/longTarget/unitEn",
      "project/indicators/longTarget/noteEn",
      "project/indicators/longTarget/textEn",
      "project/indicators/adjustedTarget/unitEn",
      "project/indicators/adjustedTarget/noteEn",
      "project/indicators/adjustedTarget/textEn",
    ]
  `);
});
