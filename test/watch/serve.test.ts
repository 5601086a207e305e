import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fault, Problems, warning } from '../../src/problem.js';
import type { Built } from '../../src/publish/build.js';
import { type Serving, serve } from '../../src/watch/serve.js';
import { Views } from '../../src/watch/views.js';
import { until } from './until.js';

const page = (body: string) =>
  new TextEncoder().encode(
    `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<title>t</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
  );
const good: Built = {
  report: 'a',
  layout: '',
  pages: 1,
  files: [],
  stages: [],
  problems: [],
  failed: false,
  ours: false,
};
const problem = fault(
  'test-fault',
  { zh: '<script>alert("错")</script> & $& 坏', en: 'bad' },
  { file: 'data/<b>.json', line: 3, column: 4 },
  { zh: '改 <i>', en: 'mend' },
);
const failed: Built = { ...good, problems: [problem], failed: true };

const servings: Serving[] = [];
afterEach(async () => {
  for (const serving of servings.splice(0)) await serving.close();
});

/** Serves reports of these names; `told` is the news of a build. */
async function served(names: readonly string[], port = 0, language: 'zh' | 'en' = 'zh') {
  const views = new Views();
  views.heard({ type: 'started', reports: names.map((name) => `data/${name}.json`) });
  const serving = await serve(views, port, language);
  servings.push(serving);
  const told = (name: string, built: Built) =>
    views.heard({ type: 'built', file: `data/${name}.json`, built, milliseconds: 1, again: true });
  return { views, told, address: serving.address };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The path goes over the line as it is written here. */
function get(address: string, path: string, { method = 'GET', host }: { method?: string; host?: string } = {}) {
  const { hostname, port } = new URL(address);
  const headers = host === undefined ? {} : { host };
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What an event stream has told so far. */
function follow(address: string, path: string): { told: string[]; end: () => void } {
  const told: string[] = [];
  const { hostname, port } = new URL(address);
  const asked = request({ hostname, port, path }, (response) => {
    expect(response.headers['content-type']).toBe('text/event-stream');
    response.on('data', (chunk: Buffer) => told.push(...chunk.toString().split('\n\n').filter(Boolean)));
    response.on('error', () => {});
  });
  asked.on('error', () => {});
  asked.end();
  return { told, end: () => asked.destroy() };
}

it('shows the last good view, with the problems of a failed build above it, escaped', async () => {
  const { told, address } = await served(['a']);
  expect((await get(address, '/view/a')).body).toContain('正在生成');
  told('a', { ...good, view: page('<p>first $1</p>') });
  const first = await get(address, '/view/a');
  expect(first.body).toContain('<p>first $1</p>');
  expect(first.body).not.toContain('role="alert"');

  told('a', failed);
  const { body } = await get(address, '/view/a');
  expect(body.indexOf('role="alert"')).toBeGreaterThan(0);
  expect(body.indexOf('role="alert"')).toBeLessThan(body.indexOf('<p>first $1</p>'));
  expect(body).toContain('&lt;script&gt;alert(&quot;错&quot;)&lt;/script&gt; &amp; $&amp; 坏 [test-fault]');
  expect(body).toContain('data/&lt;b&gt;.json:3:4');
  expect(body).toContain('改 &lt;i&gt;');
  expect(body).not.toMatch(/<script>|<b>\.json|<i>/);

  told('a', { ...good, view: page('<p>second</p>'), problems: [warning('w', { zh: '留意', en: 'mind' })] });
  const mended = (await get(address, '/view/a')).body;
  expect(mended).toContain('<p>second</p>');
  expect(mended).toMatch(/<details><summary>注意 1 处<\/summary>.*留意 \[w\]/);
  expect(mended).not.toContain('role="alert"');
});

it('shows a failure before the first view, and in English', async () => {
  const { told, address } = await served(['a'], 0, 'en');
  told('a', failed);
  const { body } = await get(address, '/view/a');
  expect(body).toContain('nothing has been built yet');
  expect(body).toContain('bad [test-fault]');
});

it('shows faults of the workshop on every page until it is opened again', async () => {
  const { views, told, address } = await served(['a', 'b']);
  told('a', { ...good, view: page('<p>a</p>') });
  views.heard({ type: 'refused', what: 'workshop', problems: [problem] });
  for (const path of ['/', '/view/a', '/view/b']) expect((await get(address, path)).body).toContain('[test-fault]');
  views.heard({ type: 'reopened', reports: ['data/a.json', 'data/b.json'] });
  for (const path of ['/', '/view/a', '/view/b']) expect((await get(address, path)).body).not.toContain('[test-fault]');
});

it('lists several reports and leads to one alone', async () => {
  const { views, told, address } = await served(['2025年 <预算>', 'b']);
  told('b', failed);
  const list = await get(address, '/');
  expect(list.body).toContain(
    '<a href="/view/2025%E5%B9%B4%20%3C%E9%A2%84%E7%AE%97%3E">2025年 &lt;预算&gt;</a> · <span>正在生成',
  );
  expect(list.body).toMatch(/\/view\/b">b<\/a> · <span>有错，还没有生成过/);
  expect((await get(address, '/view/2025%E5%B9%B4%20%3C%E9%A2%84%E7%AE%97%3E')).status).toBe(200);
  views.heard({ type: 'removed', file: 'data/b.json' });
  expect((await get(address, '/view/b')).status).toBe(404);
  const home = await get(address, '/');
  expect([home.status, home.headers.location]).toEqual([302, '/view/2025%E5%B9%B4%20%3C%E9%A2%84%E7%AE%97%3E']);
});

it('tells a page that it is old, and only that page', async () => {
  const { told, address } = await served(['a', 'b']);
  told('a', { ...good, view: page('<p>1</p>') });
  const { body } = await get(address, '/view/a');
  const [, events, revision] = /data-events="([^"]+)" data-revision="([^"]+)"/.exec(body) ?? [];
  expect(events).toBe('/events/a');
  const [a, list] = [follow(address, '/events/a'), follow(address, '/events')];
  await until('told what is served', () => a.told.length === 1 && list.told.length === 1);
  expect(a.told[0]).toBe(`data: ${revision}`);
  told('b', failed);
  await until('list', () => list.told.length === 2);
  told('a', failed);
  await until('a', () => a.told.length === 2 && list.told.length === 3);
  expect(a.told[1]).not.toBe(a.told[0]);
  // Whoever fetched the page before and listens only now hears that it is old.
  const late = follow(address, '/events/a');
  await until('late', () => late.told.length === 1);
  expect(late.told[0]).toBe(a.told[1]);
  for (const stream of [a, list, late]) stream.end();
});

it('a later watch at the same address makes old pages reload', async () => {
  const first = await served(['a']);
  const before = follow(first.address, '/events/a');
  await until('before', () => before.told.length === 1);
  const second = await served(['a']);
  const after = follow(second.address, '/events/a');
  await until('after', () => after.told.length === 1);
  expect(after.told).not.toEqual(before.told);
  for (const stream of [before, after]) stream.end();
});

it('the script is added when serving, allowed by the policy, and nothing else is', async () => {
  const { told, address } = await served(['a']);
  told('a', { ...good, view: page('') });
  const { body, headers } = await get(address, '/view/a');
  expect(body.match(/<script/g)).toHaveLength(1);
  expect(body).toContain('<script src="/reload.js"');
  const policy = new Map(
    String(headers['content-security-policy'])
      .split('; ')
      .map((rule) => [rule.split(' ')[0] as string, rule.split(' ').slice(1).join(' ')]),
  );
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  const script = await get(address, '/reload.js');
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript']);
  expect(() => new Function(script.body)).not.toThrow();
  for (const path of ['/reload.js', '/view/a', '/none', '/']) {
    const reply = await get(address, path);
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['content-security-policy']).toBe(headers['content-security-policy']);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  }
});

it.each([
  ['evil.example', 403],
  ['evil.example:4173', 403],
  ['127.0.0.1.evil.example', 403],
  ['localhost.evil.example:80', 403],
  ['localhost:4173@evil.example', 403],
  ['evil.localhost', 403],
  ['192.168.1.2', 403],
  ['localhost', 200],
  ['LOCALHOST:4173', 200],
  ['127.0.0.1:4173', 200],
])('asked as %s it answers %i', async (host, status) => {
  const { told, address } = await served(['a']);
  told('a', { ...good, view: page('secret') });
  const answer = await get(address, '/view/a', { host });
  expect(answer.status).toBe(status);
  expect(answer.body.includes('secret')).toBe(status === 200);
  const events = request({ ...hostAndPort(address), path: '/events/a', headers: { host } });
  const streamed = await new Promise<number>((resolve) => {
    events.on('response', (response) => resolve(response.statusCode ?? 0)).on('error', () => {});
    events.end();
  });
  events.destroy();
  expect(streamed).toBe(status);
});

const hostAndPort = (address: string) => ({ hostname: '127.0.0.1', port: new URL(address).port });

it('takes GET and HEAD only', async () => {
  const { told, address } = await served(['a']);
  told('a', { ...good, view: page('x') });
  const head = await get(address, '/view/a', { method: 'HEAD' });
  const whole = await get(address, '/view/a');
  expect([head.status, head.body]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  expect((await get(address, '/events', { method: 'HEAD' })).body).toBe('');
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const answer = await get(address, '/view/a', { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  }
});

it('gives the files of the last good build, and no other of the disk', async () => {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-serve-'));
  const path = join(out, '预算.pdf');
  writeFileSync(path, '%PDF content');
  writeFileSync(join(out, 'secret.txt'), 'secret');
  writeFileSync(join(out, '..', 'jibiao-secret.txt'), 'secret');
  const { told, address } = await served(['a']);
  const gone = { path: join(out, '别的.docx'), format: 'docx', size: 12, state: 'removed' } as const;
  const single = { path: join(out, '分表', '1.pdf'), format: 'pdf', size: 12, state: 'new' } as const;
  told('a', { ...good, files: [{ path, format: 'pdf', size: 12, state: 'new' }, gone, single], view: page('') });
  expect((await get(address, '/view/a')).body.match(/href="\/file/g)).toHaveLength(1);
  const link = /href="(\/file\/[^"]+)"/.exec((await get(address, '/view/a')).body)?.[1] as string;
  const file = await get(address, link);
  expect([file.status, file.body]).toEqual([200, '%PDF content']);
  expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E9%A2%84%E7%AE%97.pdf");
  told('a', failed);
  expect((await get(address, link)).status).toBe(200);
  for (const other of [
    '/file/a/secret.txt',
    '/file/a/../secret.txt',
    '/file/a/..%2fjibiao-secret.txt',
    '/file/a/%2e%2e/jibiao-secret.txt',
    `/file/a/${encodeURIComponent(path)}`,
    `/file/a/${encodeURIComponent(join(out, 'secret.txt'))}`,
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/file/a//etc/passwd',
    '/view/..%2f..%2fetc%2fpasswd',
    '/package.json',
    '/file/__proto__/constructor',
    '/view/__proto__',
  ]) {
    const answer = await get(address, other);
    expect([other, answer.status]).toEqual([other, 404]);
    expect(answer.body).not.toMatch(/secret$|root:|"name"/m);
  }
  for (const broken of ['/%', '/view/%e4%']) expect((await get(address, broken)).status).toBe(400);
  rmSync(path);
  expect((await get(address, link)).status).toBe(404);
});

it('takes the next free port, and this machine only', async () => {
  const first = await served(['a']);
  const port = Number(new URL(first.address).port);
  const second = await served(['a'], port);
  expect(Number(new URL(second.address).port)).toBeGreaterThan(port);
  expect([first, second].map(({ address }) => new URL(address).hostname)).toEqual(['127.0.0.1', '127.0.0.1']);
  await expect(get(first.address.replace('127.0.0.1', '127.0.0.2'), '/')).rejects.toThrow('ECONNREFUSED');
});

it('a port that cannot be opened is told', async () => {
  // Port 65535 has no next one: taken by ourselves, or by someone else already.
  await served(['a'], 65_535).catch(() => {});
  const refused = await served(['a'], 65_535).catch((cause: unknown) => cause);
  expect(refused).toBeInstanceOf(Problems);
  expect((refused as Problems).problems[0]?.code).toBe('cannot-serve');
});

it('ends though pages listen', async () => {
  const { address } = await served(['a']);
  const stream = follow(address, '/events');
  await until('listening', () => stream.told.length === 1);
  await servings.pop()?.close();
  await expect(get(address, '/')).rejects.toThrow('ECONNREFUSED');
});
