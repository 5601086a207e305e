import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { jibiaoIn } from '../command.js';
import { startRedis } from './redisServer.js';
import { withRedis } from './withRedis.js';

/** A folder with reports of three departments, of which one breaks off, and a store. */
function stage() {
  const home = mkdtempSync(join(tmpdir(), 'jibiao-queue-'));
  mkdirSync(join(home, 'store'));
  for (const [name, sample] of Object.entries({
    甲局: 'guangzhou-2023',
    乙局: 'tianjin-2023',
    丙局: 'guangzhou-2023',
  })) {
    mkdirSync(join(home, '省', name), { recursive: true });
    cpSync(join('data', `${sample}.json`), join(home, '省', name, '2023.json'));
  }
  const report = (name: string): string => join(home, '省', name, '2023.json');
  writeFileSync(report('丙局'), readFileSync(report('丙局'), 'utf8').slice(0, 900));
  return { home, report };
}

/** The bytes of every file below a folder. */
function filesOf(folder: string): Map<string, string> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

withRedis('a batch of reports', (url) => {
  const ran = (home: string, ...args: string[]) => jibiaoIn(home, ...args, '--redis', url());
  const add = (home: string, batch: string, ...more: string[]) =>
    ran(home, 'queue', 'add', '省/*/2023.json', '--store', 'store', '--batch', batch, '--to', 'pdf,csv', ...more);
  const state = (home: string, batch: string) => {
    const {
      batch: name,
      all,
      done,
      failed,
      waiting,
    } = JSON.parse(ran(home, 'queue', 'status', batch, '--json').stdout);
    return { name, all, done, failed, waiting };
  };
  const work = (home: string) => ran(home, 'worker', '--drain', '--concurrency', '1', '--lock', '2');

  it('is built by a worker as by a build, with what fails told as a build tells it', () => {
    const { home, report } = stage();
    expect(add(home, '预算').stdout).toBe('批次 预算：新加 3 份，换新 0 份，没有改动 0 份。\n');
    expect(state(home, '预算')).toEqual({ name: '预算', all: 3, done: 0, failed: 0, waiting: 3 });
    expect(add(home, '预算').stdout).toContain('没有改动 3 份');
    const log = work(home)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.map(({ event }) => event).sort()).toEqual(['failed', 'made', 'made', 'started', 'stopped']);
    expect(
      log.filter(({ job }) => job).every(({ time, seconds, attempt }) => time && seconds > 0 && attempt === 1),
    ).toBe(true);
    expect(state(home, '预算')).toEqual({ name: '预算', all: 3, done: 2, failed: 1, waiting: 0 });

    const built = jibiaoIn(home, 'build', '省/*/2023.json', '--to', 'pdf,csv', '--out', 'built', '--quiet');
    const failed = ran(home, 'queue', 'failed', '预算');
    expect([failed.status, built.status]).toEqual([1, 1]);
    const [line = ''] = /^ {2}省.*$/m.exec(failed.stdout) ?? [];
    expect(line).toContain('[json-cut-off]');
    expect(built.stderr).toContain(line);
    const fetched = ran(home, 'queue', 'fetch', '预算', '--out', 'fetched');
    expect([fetched.status, fetched.stderr]).toEqual([1, expect.stringContaining('还有 1 份没有排成')]);
    // The manifests too: a build over it has nothing to do.
    expect(filesOf(join(home, 'fetched'))).toEqual(filesOf(join(home, 'built')));

    // One is mended, one is changed, one stays.
    cpSync(report('甲局'), report('丙局'));
    writeFileSync(report('乙局'), readFileSync(report('乙局'), 'utf8').replace('2023-01-', '2023-02-').concat('\n'));
    expect(add(home, '预算').stdout).toContain('新加 0 份，换新 2 份，没有改动 1 份');
    work(home);
    expect(state(home, '预算')).toEqual({ name: '预算', all: 3, done: 3, failed: 0, waiting: 0 });
    expect(ran(home, 'queue', 'failed', '预算')).toMatchObject({ status: 0, stdout: '没有失败的报告。\n' });
    expect(ran(home, 'queue', 'fetch', '预算', '--out', 'fetched').stdout).toMatch(
      /未变[\s\S]*完成：3 份报告，6 个文件。/,
    );
    jibiaoIn(home, 'build', '省/*/2023.json', '--to', 'pdf,csv', '--out', 'built', '--quiet');
    expect(filesOf(join(home, 'fetched'))).toEqual(filesOf(join(home, 'built')));
  });

  it('takes own layouts and the options of a booklet along', () => {
    const { home } = stage();
    const from = join(process.cwd(), 'templates/guangzhou/project-2023');
    cpSync(from, join(home, '版式/guangzhou/project-2023'), { recursive: true });
    const look = join(home, '版式/guangzhou/project-2023/look.css');
    writeFileSync(look, `${readFileSync(look, 'utf8')}\ntd { padding: 6pt; }\n`);
    const options = ['--to', 'pdf', '--layouts', '版式', '--split', '--number', '附件2'];
    ran(home, 'queue', 'add', '省/甲局', '--store', 'store', '--batch', '册', '--appendix', ...options);
    work(home);
    expect(ran(home, 'queue', 'fetch', '册', '--out', 'fetched', '--quiet')).toMatchObject({ status: 0, stderr: '' });
    jibiaoIn(home, 'appendix', '省/甲局', '--out', 'built', '--quiet', ...options);
    const built = filesOf(join(home, 'built'));
    expect(built.size).toBe(3);
    expect(filesOf(join(home, 'fetched'))).toEqual(built);
    // The layout's own look was used, not the shipped one's.
    jibiaoIn(
      home,
      'appendix',
      '省/甲局',
      '--out',
      'shipped',
      '--quiet',
      ...options.filter((one) => !/layouts|版式/.test(one)),
    );
    expect(filesOf(join(home, 'shipped'))).not.toEqual(built);
  });

  it('is cancelled, and refused under another program or store', async () => {
    const { home } = stage();
    add(home, '旧');
    mkdirSync(join(home, 'other'));
    const codes = ({ stdout }: { stdout: string }): string[] =>
      JSON.parse(stdout).problems.map(({ code }: { code: string }) => code);
    expect(codes(add(home, '旧', '--store', 'other', '--json'))).toEqual(['batch-elsewhere']);
    const redis = new Redis(url());
    const own = JSON.parse((await redis.hget('jibiao-batches', '旧')) as string);
    await redis.hset('jibiao-batches', '旧', JSON.stringify({ ...own, program: 'jibiao 0.0.9' }));
    expect(codes(add(home, '旧', '--json'))).toEqual(['batch-elsewhere']);
    // A worker leaves it alone, and says so.
    expect(work(home).stdout).toMatch(/"event":"skipped","batch":"旧","program":"jibiao 0.0.9"/);
    expect(ran(home, 'queue', 'cancel', '旧').stdout).toBe('批次 旧 已取消：0 份已排成，3 份不再排。\n');
    expect(codes(ran(home, 'queue', 'status', '旧', '--json'))).toEqual(['no-batch']);
    expect(await redis.keys('*旧*')).toEqual([]);
    redis.disconnect();
    expect(codes(add(home, '有 空格', '--json'))).toEqual(['batch-name']);
    expect(codes(add(home, '新', '--store', 'absent', '--json'))).toEqual(['store-away']);
    expect(codes(add(home, '新', '--to', 'pdf,tree', '--json'))).toEqual(['stage-not-queued']);
    expect(codes(jibiaoIn(home, 'queue', 'status', '--redis', '10.0.0.5', '--json'))).toEqual(['redis-address']);
  });

  it('is refused by a Redis that may lose it', async () => {
    const { home } = stage();
    const careless = await startRedis(['--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru']);
    for (const args of [
      ['queue', 'status'],
      ['worker', '--drain'],
    ]) {
      const { status, stderr } = jibiaoIn(home, ...args, '--redis', careless.url);
      expect(status).toBe(1);
      expect(stderr).toMatch(
        /maxmemory-policy allkeys-lru → noeviction，appendonly no → yes \[redis-forgets\]\n {2}办法：.*--appendonly yes/,
      );
    }
    await careless.stop();
  });
});
