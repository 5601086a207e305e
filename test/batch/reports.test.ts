import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReports, refuseSameNames } from '../../src/cli/reports.js';
import { Problems } from '../../src/problem.js';
import { reportName } from '../../src/publish/build.js';

/** A folder with empty files of these names. */
function folderOf(...files: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'jibiao-reports-'));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '{}');
  }
  return root;
}

/** What names below a folder lead to, paths without it. */
async function found(root: string, ...names: readonly string[]) {
  const reports = await findReports(names.map((name) => join(root, name)));
  return reports.map(({ path, folder }) => [path.slice(root.length + 1), folder]);
}

async function codesOf(work: () => unknown): Promise<string[]> {
  try {
    await work();
    return [];
  } catch (cause) {
    if (cause instanceof Problems) return cause.problems.map(({ code }) => code);
    throw cause;
  }
}

const province = () =>
  folderOf(
    ...['省/教育局/2025.json', '省/交通局/2025.json', '省/教育局/下属/2025.json', '省/财政局.json'],
    ...['省/教育局/report.schema.json', '省/教育局/2025.manifest.json', '省/教育局/.草稿.json', '省/教育局/说明.txt'],
    ...['省/.git/2025.json', '省/node_modules/x/2025.json'],
  );

describe('a glob', () => {
  it('finds a report of each department, sorted, each with the folder that its outputs keep', async () => {
    expect(await found(province(), '省/*/2025.json')).toEqual([
      ['省/交通局/2025.json', '交通局'],
      ['省/教育局/2025.json', '教育局'],
    ]);
  });

  it('leaves out schemas, manifests, hidden files and packages at any depth', async () => {
    expect(await found(province(), '省/**/*.json')).toEqual([
      ['省/交通局/2025.json', '交通局'],
      ['省/教育局/2025.json', '教育局'],
      ['省/教育局/下属/2025.json', '教育局/下属'],
      ['省/财政局.json', ''],
    ]);
  });

  it('takes a folder that it finds like one that is named', async () => {
    expect(await found(province(), '省/教*')).toEqual([['省/教育局/2025.json', '教育局']]);
  });

  it('that finds a file twice names it once', async () => {
    expect(await found(province(), '省/{教育局,*}/2025.json', '省/交通局')).toEqual([
      ['省/交通局/2025.json', '交通局'],
      ['省/教育局/2025.json', '教育局'],
    ]);
  });

  it('takes the signs of a folder that exists for what they are', async () => {
    const root = folderOf('省(试点)[1]/a/2025.json', '省试点/a/2025.json', '省1/a/2025.json');
    expect(await found(root, '省(试点)[1]/*/2025.json')).toEqual([['省(试点)[1]/a/2025.json', 'a']]);
  });

  it('is none when a file has this very name', async () => {
    const root = folderOf('报告[12].json', '报告1.json', '报告2.json');
    expect(await found(root, '报告[12].json')).toEqual([['报告[12].json', '']]);
    expect(await found(root, '报告[1-2].json')).toHaveLength(2);
  });

  it.each(['省/*/2031.json', '省/*/说明.txt', '省/*/*.schema.json', '无/*/2025.json', '省/教育厅', '!省'])(
    'or name that leads to no report is a fault: %s',
    async (name) => {
      expect(await codesOf(() => found(province(), name))).toEqual(['no-report']);
    },
  );

  it('ends where folders link back to themselves', async () => {
    const root = folderOf('省/a/2025.json');
    symlinkSync('..', join(root, '省/a/回'));
    expect((await found(root, '省/**/2025.json'))[0]).toEqual(['省/a/2025.json', 'a']);
  });
});

describe('a folder', () => {
  it('means the reports directly in it', async () => {
    expect(await found(province(), '省/教育局')).toEqual([['省/教育局/2025.json', '']]);
  });

  it('without a report is a fault, and every such name is told', async () => {
    const root = folderOf('a/x.schema.json', 'b/x.txt', 'c/x.json');
    expect(await codesOf(() => found(root, 'a', 'b', 'c'))).toEqual(['no-report', 'no-report']);
  });
});

describe('reports of one name', () => {
  it('are refused when their folders are named, and the hint is a glob', async () => {
    const root = province();
    const named = await findReports([join(root, '省/教育局'), join(root, '省/交通局')]);
    expect(await codesOf(() => refuseSameNames(named, reportName))).toEqual(['same-report-name']);
  });

  it('are different outputs when a glob keeps their folders', async () => {
    const globbed = await findReports([join(province(), '省/*/2025.json')]);
    expect(await codesOf(() => refuseSameNames(globbed, reportName))).toEqual([]);
  });
});
