import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLayout } from '../../src/layouts/checker/checkLayout.js';
import { chooseLayout } from '../../src/layouts/choose.js';
import { fillLayout } from '../../src/layouts/fill.js';
import { findLayouts } from '../../src/layouts/find.js';
import { problemsOf, projectOf, reportOf } from './make.js';

const shipped = 'test/layouts/fixtures/shipped';
const user = 'test/layouts/fixtures/user';
let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'layouts-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** A templates folder of its own with these files. */
function folderOf(name: string, files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(scratch, name, file, '..'), { recursive: true });
    writeFileSync(join(scratch, name, file), text);
  }
  return join(scratch, name);
}

/** A manifest as JSON, with what differs. */
function manifestText(id: string, own: Record<string, unknown> = {}): string {
  const [found] = findLayouts([shipped]).layouts.filter(({ manifest }) => manifest.id === 'generic/project');
  return JSON.stringify({ ...found?.manifest, id, ...own }, undefined, 2);
}

describe('findLayouts', () => {
  test('reads every file of a layout, layouts sorted by id', () => {
    const { layouts, broken } = findLayouts([shipped]);
    expect(broken).toEqual([]);
    expect(layouts.map(({ manifest }) => manifest.id)).toEqual([
      'generic/project',
      'guangzhou/department-2024',
      'guangzhou/project-2021',
      'guangzhou/project-2023',
    ]);
    const [generic] = layouts;
    expect(generic?.template.file).toBe('generic/project/template.hbs');
    expect(generic?.looks.map(({ file }) => file)).toEqual(['partials/base.css', 'generic/project/look.css']);
    expect([...(generic?.partials.keys() ?? [])]).toEqual(['owner']);
    expect(generic?.folder).toBe(shipped);
  });

  test('a later folder overrides by id; its partials serve its own layouts, shipped ones stay', () => {
    const found = findLayouts([shipped, user]);
    const texts = ['guangzhou/project-2023', 'guangzhou/project-2021', 'suzhou/project-2024'].map((id) => {
      const layout = chooseLayout(found, reportOf(), id);
      return fillLayout(layout, reportOf())
        .markup.replace(/<\?at [^?]*\?>/g, '')
        .split('\n')[1];
    });
    expect(texts).toEqual(['<h1>乙</h1>', '<p>甲</p>', '<h1>乙</h1>']);
    expect(found.layouts.filter(({ manifest }) => manifest.id === 'guangzhou/project-2023')).toHaveLength(1);
  });

  test('a missing folder is a problem, all at once', () => {
    const problems = problemsOf(() => findLayouts([shipped, join(scratch, 'none'), join(scratch, 'nothing')]));
    expect(problems.map(({ code }) => code)).toEqual(['layout-missing', 'layout-missing']);
    expect(problemsOf(() => findLayouts([join(shipped, 'partials/base.css')]))).toHaveLength(1);
  });

  test('a broken layout is kept with its problems, and stops nothing until it is chosen', () => {
    const folder = folderOf('broken', {
      'a/project-2020/layout.json': '{\n  "id": "a/project-2020",\n}',
      'a/project-2020/template.hbs': '<p/>',
      'a/project-2021/template.hbs': '<p/>',
      'a/project-2021/look.css': '',
      'b/notes.txt': '',
      'c/empty/readme.txt': '',
    });
    const found = findLayouts([shipped, folder]);
    expect(found.broken.map(({ id, problems }) => [id, problems.map(({ code }) => code)])).toEqual([
      ['a/project-2020', ['layout-missing', 'layout-json']],
      ['a/project-2021', ['layout-missing']],
    ]);
    expect(chooseLayout(found, reportOf()).manifest.id).toBe('generic/project');
    expect(problemsOf(() => chooseLayout(found, reportOf(), 'a/project-2021')).map(({ place }) => place?.file)).toEqual(
      ['a/project-2021/layout.json'],
    );
  });

  test('manifest faults have places and hints, all at once', () => {
    const text = manifestText('d/project-2024', { shape: 'from', papr: 'A4', years: [1800], region: {} });
    const folder = folderOf('faults', {
      'd/project-2024/layout.json': text,
      'd/project-2024/template.hbs': '',
      'd/project-2024/look.css': '',
    });
    const [broken] = findLayouts([folder]).broken;
    const lines = text.split('\n');
    const found = broken?.problems.map(({ code, place, hint }) => [
      code,
      place?.pointer,
      lines[(place?.line ?? 0) - 1]?.trim().split(':')[0],
      hint?.en,
    ]);
    expect(found).toEqual([
      ['layout-manifest', '/papr', '"papr"', 'did you mean paper?'],
      ['layout-manifest', '/region', '"region"', undefined],
      ['layout-manifest', '/shape', '"shape"', 'did you mean form?'],
      ['layout-manifest', '/years/0', '1800', undefined],
    ]);
  });

  test.each<[Record<string, string>, Record<string, string> | string]>([
    [
      { code: '320500', name: '苏州市' },
      { code: '320500', name: '苏州市' },
    ],
    [{ name: '江苏省苏州市' }, { code: '320500', name: '江苏省苏州市' }],
    [{ name: '中央' }, { name: '中央部门' }],
    [{ name: '全国' }, { name: '全国' }],
    [
      { name: '天津经济技术开发区', parent: '120116' },
      { name: '天津经济技术开发区', parent: '120116' },
    ],
    [
      { name: '天津经济技术开发区', parent: '天津市滨海新区' },
      { name: '天津经济技术开发区', parent: '120116' },
    ],
    [{ name: '兵团第一师', parent: '兵团' }, { name: '新疆生产建设兵团第一师' }],
    [{ name: '河北雄安新区', parent: '河北省' }, { name: '雄安新区' }],
    [
      { name: '兵团某公司', parent: '兵团' },
      { name: '兵团某公司', parent: '新疆生产建设兵团' },
    ],
    [{ name: '示例市', parent: '全国' }, { name: '示例市' }],
    [
      { code: '320599', name: '某某开发区' },
      { code: '320599', name: '某某开发区' },
    ],
    [{ name: '示例市' }, 'add "parent": "310000"'],
    [{ name: '上海市张江科学城' }, 'add "parent": "310000"'],
    [{ name: '普陀区' }, 'name what it stands in'],
    [{ code: '310106', name: '普陀区' }, 'mend one of the two'],
    [{ name: '示例市', parent: '青禾市' }, 'write a code'],
    [{ name: '示例市', parent: '上海市普陀区长寿路街道' }, 'write a code'],
    [{ name: '示例市', parent: '990000' }, 'mend one of the two'],
    [{ name: '上海市', parent: '全国' }, 'nothing'],
    [{ code: '310107', name: '普陀区', parent: '310000' }, 'nothing'],
  ])('the region %j comes to a place in the tree, or is told with a hint', (region, expected) => {
    const files = {
      'r/project-2024/layout.json': manifestText('r/project-2024', { region }),
      'r/project-2024/template.hbs': '',
      'r/project-2024/look.css': '',
    };
    const { layouts, broken } = findLayouts([folderOf('regions', files)]);
    if (typeof expected !== 'string') {
      expect([broken, layouts.map(({ manifest }) => manifest.region)]).toEqual([[], [expected]]);
      return;
    }
    const [problem, ...others] = broken[0]?.problems ?? [];
    expect([problem?.code, problem?.place?.pointer, others]).toEqual(['layout-region', '/region', []]);
    expect(problem?.place?.line).toBeGreaterThan(1);
    expect(problem?.hint?.en ?? 'nothing').toContain(expected);
  });

  test('the id must be the path', () => {
    const files = {
      'e/project-2024/layout.json': manifestText('e/project-2023'),
      'e/project-2024/template.hbs': '',
      'e/project-2024/look.css': '',
    };
    const [problem] = findLayouts([folderOf('ids', files)]).broken[0]?.problems ?? [];
    expect([problem?.code, problem?.place?.line, problem?.hint?.en]).toEqual([
      'layout-id',
      expect.any(Number),
      'write "id": "e/project-2024"',
    ]);
  });

  test('the title is checked at its place in the manifest', () => {
    const text = manifestText('f/project-2024', { title: '{{departmnt.name}}' });
    const folder = folderOf('titles', {
      'f/project-2024/layout.json': text,
      'f/project-2024/template.hbs': '',
      'f/project-2024/look.css': '',
    });
    const [layout] = findLayouts([folder]).layouts;
    const place = layout && checkLayout(layout).problems[0]?.place;
    const line = text.split('\n')[(place?.line ?? 0) - 1];
    expect(line?.slice((place?.column ?? 0) - 1)).toMatch(/^departmnt\.name/);
  });

  test('links out of the folder and texts that are not UTF-8 are refused', () => {
    const folder = folderOf('links', {
      'g/project-2024/layout.json': manifestText('g/project-2024'),
      'g/project-2024/look.css': '',
    });
    symlinkSync(join(scratch, 'secret'), join(folder, 'g/project-2024/template.hbs'));
    writeFileSync(join(scratch, 'secret'), '{{year}}');
    cpSync(join(folder, 'g/project-2024'), join(folder, 'g/project-2025'), { recursive: true, verbatimSymlinks: true });
    rmSync(join(folder, 'g/project-2025/template.hbs'));
    writeFileSync(join(folder, 'g/project-2025/template.hbs'), Buffer.from([0xb9, 0xe3]));
    writeFileSync(join(folder, 'g/project-2025/layout.json'), manifestText('g/project-2025'));
    const { layouts, broken } = findLayouts([folder]);
    expect(layouts).toEqual([]);
    expect(broken.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['layout-outside'],
      ['layout-encoding'],
    ]);
    symlinkSync(scratch, join(folder, 'out'));
    expect(findLayouts([folder]).broken.map(({ id }) => id)).toEqual(['g/project-2024', 'g/project-2025']);
  });

  test('a broken override is not passed over in silence', () => {
    const folder = folderOf('override', { 'guangzhou/project-2023/layout.json': '{' });
    const problems = problemsOf(() =>
      chooseLayout(
        findLayouts([shipped, folder]),
        reportOf([projectOf('项目')], { year: 2023, region: { name: '广州市' } }),
      ),
    );
    expect(problems.map(({ code }) => code)).toContain('layout-json');
  });
});
