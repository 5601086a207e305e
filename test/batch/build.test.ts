import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jibiao } from '../command.js';

const sample = 'data/tianjin-2023.json';
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-batch-'));

/** A folder with a report under each of these names; one called 坏 has six faults. */
function reports(...names: readonly string[]): string {
  const root = folder();
  for (const name of names) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    if (name.includes('坏')) writeFileSync(path, '{ "year": "2023", "lever": 1 }');
    else cpSync(sample, path);
  }
  return root;
}

/** Every file below a folder with its bytes. */
function filesOf(root: string): Map<string, string> {
  const files = (readdirSync(root, { recursive: true, withFileTypes: true }) ?? []).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(root.length), readFileSync(path).toString('base64')]));
}

interface Told {
  readonly reports: readonly { input: string; failed: boolean; problems: readonly { code: string }[] }[];
}

describe('many reports on threads', () => {
  it('come out byte for byte as on the main thread, and are told in the order of the input', () => {
    const [one, three] = [folder(), folder()];
    const build = (out: string, workers: string) =>
      jibiao('build', 'data', '--out', out, '--to', 'pdf,docx,csv', '--workers', workers, '--no-verify');
    const alone = build(one, '1');
    const together = build(three, '3');
    expect(together.status).toBe(0);
    expect(filesOf(three)).toEqual(filesOf(one));
    // Three formats and a manifest each.
    expect(filesOf(one).size).toBe(20);
    expect(together.stdout.replaceAll(three, one)).toBe(alone.stdout);
  });

  it('bind booklets too, with all their options', () => {
    const root = reports('甲.json', '乙.json');
    const [one, two] = [folder(), folder()];
    const bind = (out: string, workers: string) =>
      jibiao('appendix', root, '--out', out, '--to', 'pdf', '--number', '附件7', '--split', '--workers', workers);
    expect(bind(one, '1').status).toBe(0);
    expect(bind(two, '2').status).toBe(0);
    expect(filesOf(two)).toEqual(filesOf(one));
    expect([...filesOf(two).keys()].filter((path) => path.includes('甲-分表')).length).toBeGreaterThan(1);
  });

  it('fail alone when their thread dies, which is our fault', () => {
    const root = reports('1.json', '2致命.json', '3.json', '4致命.json', '5.json', '6.json');
    const args = ['build', root, '--out', folder(), '--to', 'csv', '--workers', '2', '--json'];
    const { status, stdout } = spawnSync(process.execPath, ['dist/app/main.js', ...args], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: `--require ${resolve('test/batch/threads/deadly.cjs')}` },
    });
    const told = (JSON.parse(stdout) as Told).reports;
    expect(told.map(({ failed, problems }) => failed && problems[0]?.code)).toEqual([
      ...[false, 'worker-died', false],
      ...['worker-died', false, false],
    ]);
    expect(status).toBe(2);
  });

  it('take layouts and fonts from the options in every thread', () => {
    const root = reports('甲.json', '乙.json');
    const { status, stderr } = jibiao('build', root, '--layout', 'none/at-all', '--out', folder(), '--workers', '2');
    expect(status).toBe(1);
    expect(stderr.match(/layout-unknown|\[layout/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a number of threads', () => {
  it.each(['0', 'zwei', '1.5', '-3', ''])('that is none is a fault: %j', (workers) => {
    const { status, stdout, stderr } = jibiao('build', sample, `--workers=${workers}`, '--out', folder());
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('workers-not-number');
  });
});

describe('departments in folders', () => {
  const province = () => reports('省/教育局/2025.json', '省/交通局/2025.json');

  it('keep their folders in the outputs when a glob names them, and verify finds them there', () => {
    const [root, out] = [province(), folder()];
    const glob = join(root, '省/*/2025.json');
    expect(jibiao('build', glob, '--out', out, '--to', 'csv').status).toBe(0);
    const made = [...filesOf(out).keys()].filter((name) => !name.endsWith('.manifest.json'));
    expect(made).toEqual(['/交通局/2025/2025.csv', '/教育局/2025/2025.csv']);
    expect(jibiao('verify', glob, '--out', out).status).toBe(0);
  });

  it('are refused without one, and nothing is written', () => {
    const [root, out] = [province(), join(folder(), 'out')];
    const { status, stderr } = jibiao('build', join(root, '省/教育局'), join(root, '省/交通局'), '--out', out);
    expect(status).toBe(1);
    expect(stderr).toMatch(/same-report-name[\s\S]*全省\/\*\/2025\.json/);
    expect(existsSync(out)).toBe(false);
  });
});

describe('what a run comes to', () => {
  const some = ['1.json', '2坏.json', '3.json'];
  const many = Array.from(
    { length: 60 },
    (_, index) => `${String(index).padStart(3, '0')}${index % 20 ? '' : '坏'}.json`,
  );

  it('names each failed report with its first error, after all others', () => {
    const { status, stdout, stderr } = jibiao('build', reports(...some), '--out', folder(), '--to', 'csv');
    expect(status).toBe(1);
    expect(stdout).toContain('完成：2 份报告，2 个文件。');
    expect(stderr).toMatch(/1 份报告未能生成，原有文件未动。\n {2}\S+2坏\.json {2}\S.* \[[a-z-]+\]\n$/);
  });

  it('is told in sums when there are many', () => {
    const { status, stdout, stderr } = jibiao('build', reports(...many), '--out', folder(), '--to', 'csv');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^完成：57 份报告，57 个文件，共 342 页、\d\.\d MB。\n$/);
    expect(stderr).toContain('这份报告还有');
    expect(stderr.split('3 份报告未能生成')[1]?.match(/坏\.json {2}/g)).toHaveLength(3);
  });

  it('shows the first fifty warnings of many, and says how many are left', () => {
    const root = folder();
    const later = readFileSync(sample, 'utf8').replace('"year": 2023', '"year": 2027');
    for (const name of many) writeFileSync(join(root, name), later);
    const { status, stderr } = jibiao('build', root, '--out', folder(), '--to', 'csv');
    expect(status).toBe(0);
    expect(stderr.match(/^注意/gm)).toHaveLength(50);
    expect(stderr).toContain('……另有 70 处提示没有列出');
  });

  it('is whole in JSON, which stays one value', () => {
    const { status, stdout } = jibiao('build', reports(...many), '--out', folder(), '--to', 'csv', '--json');
    const told = (JSON.parse(stdout) as Told).reports;
    expect(status).toBe(1);
    expect(told).toHaveLength(60);
    expect(told.filter(({ failed }) => failed).map(({ problems }) => problems.length)).toEqual([6, 6, 6]);
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), undefined, 2)}\n`);
  });

  it('says nothing when told to be silent, but for errors', () => {
    const { stdout, stderr } = jibiao('build', reports(...some), '--out', folder(), '--to', 'csv', '--quiet');
    expect(stdout).toBe('');
    expect(stderr).toContain('1 份报告未能生成');
  });
});
