import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problems } from '../../src/problem.js';
import { FolderStore } from '../../src/queue/folderStore.js';
import { openStore } from '../../src/queue/openStore.js';
import { packFolder, unpackFolders } from '../../src/queue/settings.js';
import { expectStore, getBlob, markStore, putBlob, type Store, StoreAway } from '../../src/queue/store.js';
import { type Fault, startS3 } from './fakeS3.js';

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
const folder = (): string => mkdtempSync(join(tmpdir(), 'jibiao-store-'));
const codesOf = (cause: unknown): string[] => (cause as Problems).problems.map(({ code }) => code);

/** What every store must keep. */
async function keeps(store: Store): Promise<void> {
  expect(await store.get('made/abc/abcd')).toBeUndefined();
  await store.put('made/abc/abcd', bytes('一'));
  await store.put('made/abc/abcd', bytes('二'));
  expect(text(await store.get('made/abc/abcd'))).toBe('一');
  const digest = await putBlob(store, bytes('表'));
  expect(await putBlob(store, bytes('表'))).toBe(digest);
  expect(text(await getBlob(store, digest))).toBe('表');
  await expect(
    getBlob(
      store,
      digest.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    ).catch(codesOf),
  ).resolves.toEqual(['store-lacks']);
  expect(await markStore(store, 'first')).toBe('first');
  expect(await markStore(store, 'second')).toBe('first');
  await expectStore(store, 'first');
  await expect(expectStore(store, 'second')).rejects.toThrow('another store is there');
}

describe('a folder as a store', () => {
  it('keeps what is put first, whole, and leaves nothing unfinished', async () => {
    const at = folder();
    await keeps(new FolderStore(at));
    expect(readdirSync(join(at, 'unfinished'))).toEqual([]);
  });

  it('takes the same file from many at once', async () => {
    const at = folder();
    const large = new Uint8Array(1_000_000).fill(7);
    const digests = await Promise.all(Array.from({ length: 20 }, () => putBlob(new FolderStore(at), large)));
    expect(new Set(digests).size).toBe(1);
    expect(await getBlob(new FolderStore(at), digests[0] as string)).toHaveLength(large.length);
    expect(readdirSync(join(at, 'unfinished'))).toEqual([]);
  });

  it('is away where its disk is not mounted, and does not make a new one', async () => {
    const at = join(folder(), 'disk');
    const store = new FolderStore(at);
    await expect(store.put('a/b', bytes('一'))).rejects.toThrow(StoreAway);
    mkdirSync(at);
    await expect(expectStore(store, 'mark')).rejects.toThrow('no store is there');
    const mark = await markStore(store, 'mark');
    renameSync(at, `${at}-gone`);
    await expect(expectStore(store, mark)).rejects.toThrow(StoreAway);
    expect(statSync(at, { throwIfNoEntry: false })).toBeUndefined();
  });

  it('tells a damaged file', async () => {
    const at = folder();
    const store = new FolderStore(at);
    const digest = await putBlob(store, bytes('表'));
    writeFileSync(join(at, 'blobs', digest.slice(0, 3), digest), '坏');
    expect(await getBlob(store, digest).catch(codesOf)).toEqual(['store-lacks']);
  });

  it('carries folders of layouts and fonts', async () => {
    const [from, to] = [folder(), folder()];
    mkdirSync(join(from, '苏州市/项目'), { recursive: true });
    writeFileSync(join(from, '苏州市/项目/layout.json'), '{}');
    writeFileSync(join(from, 'kai.ttf'), 'x');
    const store = new FolderStore(folder());
    const packed = await packFolder(store, from);
    expect(Object.keys(packed).sort()).toEqual(['kai.ttf', '苏州市/项目/layout.json']);
    const [path = ''] = await unpackFolders(store, [packed], to);
    expect(readFileSync(join(path, '苏州市/项目/layout.json'), 'utf8')).toBe('{}');
    expect(readFileSync(join(path, 'kai.ttf'), 'utf8')).toBe('x');
  });
});

// At the same time, since they mostly wait.
describe.concurrent('a bucket as a store', () => {
  it('keeps what is put first, by signed requests', async () => {
    const s3 = await startS3();
    await keeps(openStore('s3://bureau/2026/', s3.environment));
    expect(s3.asked).toContain('PUT 412 /bureau/2026/made/abc/abcd');
    expect(s3.asked.filter((line) => line.includes(' 403 '))).toEqual([]);
    await s3.close();
  });

  it.each(['busy', 'cut', 'half', 'lost'] satisfies Fault[])('asks again where an answer is %s', async (fault) => {
    let requests = 0;
    // Two of three fail.
    const s3 = await startS3(() => (++requests % 3 === 0 ? undefined : fault));
    const store = openStore('s3://bureau', s3.environment);
    const large = new Uint8Array(300_000).fill(3);
    const digest = await putBlob(store, large);
    expect(await getBlob(store, digest)).toEqual(large);
    expect(s3.objects.size).toBe(1);
    await s3.close();
  });

  it('is away where it never answers, and never tells a secret', async () => {
    const s3 = await startS3(() => 'busy');
    const refused = startS3().then(async (other) => {
      await other.close();
      return openStore('s3://bureau', { ...other.environment }).get('a');
    });
    const wrong = await startS3();
    const ways = [
      openStore('s3://bureau', s3.environment).put('a', bytes('一')),
      refused,
      openStore('s3://bureau', { ...wrong.environment, AWS_SECRET_ACCESS_KEY: 'wrong' }).get('a'),
    ];
    const told = await Promise.allSettled(ways);
    for (const one of told) {
      expect(one).toMatchObject({ status: 'rejected', reason: { constructor: StoreAway } });
      expect(String((one as PromiseRejectedResult).reason)).not.toContain('secret');
    }
    expect(told.map((one) => String((one as PromiseRejectedResult).reason.message))).toEqual([
      's3://bureau/: 503',
      expect.stringMatching(/^s3:\/\/bureau\/: connect ECONNREFUSED/),
      's3://bureau/: 403',
    ]);
    await Promise.all([s3.close(), wrong.close()]);
  });

  it('is refused without credentials, and by a name that is none', () => {
    const codes = (name: string, environment = {}): unknown => {
      try {
        return openStore(name, environment);
      } catch (cause) {
        return codesOf(cause);
      }
    };
    expect(codes('s3://bureau')).toEqual(['store-credentials']);
    expect(codes('s3://B/x')).toEqual(['store-name']);
    expect(codes('s3:bureau')).toEqual(['store-name']);
  });
});
