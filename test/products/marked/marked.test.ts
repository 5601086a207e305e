import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Document } from '../../../src/document/document.js';
import { blocks, blocksText, placeCells } from '../../../src/document/walk.js';
import { toldTree } from '../../../src/generate.js';
import { markedDocument, markedForms } from '../../../src/products/marked/marked.js';
import { checkFiles } from '../../../src/publish/check.js';
import { publishMarked } from '../../../src/publish/publishMarked.js';
import { layoutOf, projectOf, reportOf } from '../../layouts/make.js';
import { fonts } from '../../shippedFonts.js';
import { shippedLayouts } from '../../shippedLayouts.js';

const words = { title: '检查稿，不得公开', stamp: '检查稿', tags: { error: '错', warning: '注', hint: '提' } };
const project = '/units/0/projects/0';

const cellsOf = (document: Document): Cell[] =>
  [...blocks(document)].flatMap((block) => (block.type === 'table' ? placeCells(block).map(({ cell }) => cell) : []));
const texts = (document: Document): string[] =>
  cellsOf(document).map(({ blocks: all }) => blocksText(all).replaceAll('\u00a0', ' '));

const form = layoutOf(
  [
    '{{#each units}}{{#each projects}}<table><tr>',
    '<td>{{name}}</td><td>{{money (amount this "total" "year")}}</td>',
    '<td>{{#each (goals goals "year")}}<p>{{text}}</p>{{/each}}</td>',
    '<td>{{#each indicators}}{{name}}：{{target annualTarget}}。{{/each}}</td>',
    '</tr></table>{{/each}}{{/each}}',
  ].join(''),
);
const told = toldTree(
  reportOf([
    projectOf('清淤', [
      { level1: '产出指标', name: '长度', annualTarget: { sign: '≥', value: '6', unit: '公里' } },
      { level1: '产出指标', name: '合格率' },
    ]),
  ]),
  form,
);

function marked(
  ...findings: readonly (readonly [pointer: string, severity?: 'error' | 'warning' | 'hint', lacks?: string])[]
) {
  const numbered = findings.map(([pointer, severity = 'error', lacks], index) => {
    return { pointer, severity, lacks, number: index + 1 };
  });
  const { forms, unshown } = markedForms([told], numbered, words);
  return { document: forms[0] as Document, texts: texts(forms[0] as Document), unshown: [...unshown] };
}

describe('a finding is marked', () => {
  it('behind its own value, also among others in one cell', () => {
    const [, , , packed] = marked([`${project}/indicators/0/annualTarget`]).texts;
    expect(packed).toBe('长度：≥6公里〔错 1〕。合格率：。');
  });

  it('at the printed value that it is part of', () => {
    expect(marked([`${project}/indicators/0/annualTarget/unit`, 'warning']).texts[3]).toContain('≥6公里〔注 1〕');
  });

  it('in the blank of what is missing', () => {
    expect(marked([project, 'error', 'goals']).texts).toEqual(['清淤', '', '〔错 1〕', '长度：≥6公里。合格率：。']);
    expect(marked([`${project}/indicators/1`, 'hint', 'annualTarget']).texts[3]).toBe(
      '长度：≥6公里。合格率：〔提 1〕。',
    );
    expect(marked([`${project}/funding`]).texts[1]).toBe('〔错 1〕');
  });

  it('at the name of a whole record', () => {
    expect(marked([project]).texts[0]).toBe('清淤〔错 1〕');
    expect(marked([`${project}/indicators/1`]).texts[3]).toContain('合格率〔错 1〕：');
  });

  it('with the ground of the gravest, and each finding by its number', () => {
    const { document } = marked([`${project}/name`, 'hint'], [`${project}/name`, 'error']);
    const [name, ...others] = cellsOf(document);
    expect(texts(document)[0]).toBe('清淤〔错 2〕〔提 1〕');
    expect(name?.shade).toEqual([1, 0.85, 0.82]);
    expect(others.every(({ shade }) => shade === undefined)).toBe(true);
  });

  it('nowhere when no form prints its field, and that is told', () => {
    const { unshown, document } = marked([`${project}/summary`], ['', 'warning'], [`${project}/name`]);
    expect(unshown).toEqual([1, 2]);
    expect(cellsOf(document).filter(({ shade }) => shade)).toHaveLength(1);
  });
});

it('every page of it says that it is not for publication', () => {
  const { document } = marked([project]);
  const { sections, title } = markedDocument([document, document], words);
  expect(title).toMatch(/^检查稿，不得公开/);
  for (const { page } of sections) {
    expect(page.header?.parts).toEqual([{ type: 'text', text: '检查稿，不得公开' }]);
    expect(page.stamp?.text).toBe('检查稿');
  }
});

describe('check --mark', () => {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-marked-'));
  const workshop = { layouts: shippedLayouts, fonts, out, program: '' };
  const wish = { docxFonts: 'used', verify: true, hints: false, language: 'zh', templates: ['templates'] } as const;
  const file = join(out, 'broken.json');
  let page = '';

  beforeAll(async () => {
    const report = JSON.parse(readFileSync('data/shanghai-2024.json', 'utf8'));
    const [first] = report.units[0].projects;
    first.name += '（';
    first.funding[0].amount = '1700007.00';
    first.goals = [];
    first.indicators[1].annualTarget = undefined;
    first.summary = '待补充';
    writeFileSync(file, JSON.stringify(report, undefined, 2));
    const [checked] = checkFiles([file], workshop);
    if (!checked) throw new Error('nothing was checked');
    await publishMarked(checked, workshop, { ...wish, formats: ['pdf', 'html'] });
    page = readFileSync(join(out, 'broken/broken-检查.html'), 'utf8').replaceAll('\u00a0', ' ');
  });

  it('writes names of its own, and no manifest', () => {
    expect(readdirSync(join(out, 'broken')).sort()).toEqual(['broken-检查.html', 'broken-检查.pdf']);
    expect(existsSync(join(out, 'broken/broken.manifest.json'))).toBe(false);
  });

  it('has the numbers of the list in the cells', () => {
    const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
    );
    const numberOf = (code: string): string => rows.find((row) => row.some((cell) => cell.includes(code)))?.[0] ?? '?';
    const where = (code: string, tag: string): string =>
      rows.flat().find((cell) => cell.includes(`〔${tag} ${numberOf(code)}〕`)) ?? '';
    expect(where('funding-sum', '错')).toMatch(/^1,700,007\.00/);
    expect(where('goal-missing', '错')).toMatch(/^〔错/);
    expect(where('quote-pairs', '注')).toMatch(/^基层科普服务（/);
    expect(where('indicator-incomplete', '错')).toMatch(/^〔错/);
  });

  it('says in the list what no form prints', () => {
    expect(page).toMatch(/项目概况.*?表上没有印这一项.*?placeholder/s);
  });

  it('takes only formats that show it', async () => {
    const [checked] = checkFiles([file], workshop);
    const asked = publishMarked(checked as NonNullable<typeof checked>, workshop, { ...wish, formats: ['xlsx'] });
    await expect(asked).rejects.toMatchObject({ problems: [{ code: 'mark-format' }] });
  });
});
