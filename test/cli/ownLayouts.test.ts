import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLayout } from '../../src/publish/newLayout.js';
import { jibiaoIn } from '../command.js';
import { shippedLayouts } from '../shippedLayouts.js';

const sample = join(process.cwd(), 'data/shanghai-2024.json');
const layout = '我的版式/青禾县/project-2031';
let pattern: string;
let at: string;

beforeAll(() => {
  pattern = mkdtempSync(join(tmpdir(), 'jibiao-own-'));
  const wish = { id: '青禾县/project-2031', like: 'generic/project', folder: join(pattern, '我的版式') };
  startLayout(shippedLayouts, wish);
});
beforeEach(() => {
  at = mkdtempSync(join(pattern, 'run-'));
  cpSync(join(pattern, '我的版式'), join(at, '我的版式'), { recursive: true });
});
afterAll(() => rmSync(pattern, { recursive: true }));

function edit(file: string, from: RegExp, to: string): void {
  const path = join(at, layout, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

/** What may be wrong with it: a word, a mark of JSON, a name in the template, bytes, what is shared, its region’s parent. */
const faults: readonly [string, () => void, RegExp][] = [
  [
    'a word of the manifest',
    () => edit('layout.json', /"table": "project"/, '"table": "projekt"'),
    /注意 我的版式\/青禾县\/project-2031\/layout\.json:\d+:\d+ \/table\n.*版式 青禾县\/project-2031 用不了：table 不能是 "projekt" \[layout-manifest\]\n.*办法：/,
  ],
  [
    'a manifest that is no JSON',
    () => edit('layout.json', /,\n/, '\n'),
    /注意 我的版式\/.*layout\.json:\d+:\d+\n.*\[layout-json\]\n.*办法：/,
  ],
  [
    'a name in the template',
    () => edit('template.hbs', /\{\{project\.name\}\}/, '{{project.nmae}}'),
    /注意 我的版式\/青禾县\/project-2031\/template\.hbs:\d+:\d+\n.*用不了：.*nmae.*\[template-unknown-name\]\n.*办法：.*name/,
  ],
  [
    'bytes that are no text',
    () => writeFileSync(join(at, layout, 'template.hbs'), Buffer.from([0xff, 0xfe])),
    /\[layout-encoding\]/,
  ],
  [
    'what its layouts share',
    () => {
      cpSync(join(process.cwd(), 'templates/partials'), join(at, '我的版式/partials'), { recursive: true });
      writeFileSync(join(at, '我的版式/partials/base.css'), Buffer.from([0xff, 0xfe]));
    },
    /注意 我的版式\/partials\/base\.css\n.*\[layout-encoding\]/,
  ],
  ['a template that is not there', () => rmSync(join(at, layout, 'template.hbs')), /\[layout-missing\]/],
];

describe.each(faults)('a layout of 我的版式 that is broken by %s', (_, spoil, told) => {
  it('is told as a warning where a build or a check does without it', () => {
    spoil();
    const built = jibiaoIn(at, 'build', sample, '--to', 'html');
    expect(built.status, built.stderr).toBe(0);
    expect(built.stderr).toMatch(told);
    expect(existsSync(join(at, 'out/shanghai-2024/shanghai-2024.html'))).toBe(true);
    const checked = jibiaoIn(at, 'check', sample);
    expect(checked.status).toBe(0);
    expect(checked.stderr).toMatch(told);
    expect(jibiaoIn(at, 'check', sample, '--quiet').stderr).toBe('');
  });

  it('stops the build that needs it: by its region, or by its name', () => {
    spoil();
    const own = join(at, layout, 'specimen.json');
    const byRegion = jibiaoIn(at, 'build', own, '--to', 'html');
    expect(byRegion.status, byRegion.stderr).toBe(1);
    expect(byRegion.stderr).toContain('错误 我的版式/');
    expect(byRegion.stderr).not.toContain('注意 我的版式/');
    expect(jibiaoIn(at, 'build', sample, '--layout', '青禾县/project-2031').status).toBe(1);
    expect(existsSync(join(at, 'out'))).toBe(false);
  });

  it('stops every build where its folder was named', () => {
    spoil();
    const named = jibiaoIn(at, 'watch', sample, '--layouts', '我的版式', '--to', 'html');
    expect(named.status).toBe(1);
    expect(named.stderr).toContain('错误 ');
  });
});

it('two layouts of one’s own that give a region different parents stop no other build', () => {
  const wish = { id: '青禾县/department-2031', like: 'generic/department', folder: join(at, '我的版式') };
  startLayout(shippedLayouts, wish);
  edit('layout.json', /"parent": "全国"/, '"parent": "310000"');
  const { status, stderr } = jibiaoIn(at, 'build', sample, '--to', 'html');
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/注意 我的版式\/青禾县\/project-2031\/layout\.json \/region\/parent\n.*\[layout-region\]/);
});

it('is told once where several threads build', () => {
  edit('layout.json', /"table": "project"/, '"table": "projekt"');
  const other = join(process.cwd(), 'data/tianjin-2023.json');
  const { status, stderr } = jibiaoIn(at, 'build', sample, other, '--to', 'html', '--workers', '2');
  expect(status, stderr).toBe(0);
  expect(stderr.match(/layout-manifest/g)).toHaveLength(1);
});

it('layouts lists it, and answers that something is wrong', () => {
  edit('layout.json', /"table": "project"/, '"table": "projekt"');
  const { status, stdout, stderr } = jibiaoIn(at, 'layouts');
  expect(status).toBe(1);
  expect(stdout).toContain('shanghai/');
  expect(stderr).toContain('layout-manifest');
});
