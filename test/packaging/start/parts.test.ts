import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';

const sample = 'data/guangzhou-2023.json';

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The files of parts that a command line loads in a process with these flags of Node, and whether their code was taken. */
function loaded(flags: readonly string[], args: readonly string[]): Record<string, boolean> {
  const script = `const { load, loaded } = require('./dist/app/load.js');
    load('main.js').main(${JSON.stringify(args)}).then(() => process.stderr.write(JSON.stringify(loaded())));`;
  const { stderr } = run(...flags, '-e', script);
  return JSON.parse(stderr);
}

it.each([[['--help']], [['build', sample, '--to', 'pdf,docx', '--force', '--quiet']], [['check', sample]]])(
  'takes the code of every part from the build: %j',
  (args) => {
    const out = mkdtempSync(join(tmpdir(), 'jibiao-parts-'));
    const all = args[0] === 'build' ? [...args, '--out', out] : args;
    expect(Object.values(loaded([], all))).not.toContain(false);
  },
);

it('loads little for a table of a sound report', () => {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-parts-'));
  for (const way of ['--verify', '--no-verify']) {
    const args = ['build', sample, '--to', 'pdf', way, '--force', '--quiet', '--out', out];
    expect(Object.keys(loaded([], args))).toEqual(['main.js', 'reading.js', 'printing.js']);
  }
});

/** Whether a build of the sample with these arguments loads the parser of CSS. */
function parsesCss(...args: string[]): boolean {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-css-'));
  const all = ['build', sample, '--to', 'pdf', '--force', '--quiet', '--out', out, ...args];
  return 'postcss.js' in loaded([], all);
}

it('loads the parser of CSS for a look that was not shipped, and for no other', () => {
  const own = mkdtempSync(join(tmpdir(), 'jibiao-own-'));
  cpSync('templates/generic/project', join(own, 'generic/project'), { recursive: true });
  const layout = ['--layout', 'generic/project'];
  expect(parsesCss(...layout)).toBe(false);
  expect(parsesCss(...layout, '--layouts', own)).toBe(false);
  writeFileSync(join(own, 'generic/project/look.css'), 'p { font-size: 11pt }');
  expect(parsesCss(...layout, '--layouts', own)).toBe(true);
});

it('compiles for itself where the code of the build does not fit, and writes the same bytes', () => {
  // Code is made for one set of V8's flags: another Node refuses it likewise.
  const flags = ['--no-sparkplug'];
  const [one, two] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'jibiao-parts-')));
  const args = ['build', sample, '--to', 'pdf', '--quiet', '--out'];
  expect(loaded(flags, [...args, one as string])['main.js']).toBe(false);
  expect(run('dist/app/main.js', ...args, two as string)).toEqual({ status: 0, stdout: '', stderr: '' });
  const [first, second] = [one, two].map((out) => join(out as string, 'guangzhou-2023'));
  const files = readdirSync(first as string).filter((name) => name.endsWith('.pdf'));
  expect(files).toEqual(['guangzhou-2023.pdf']);
  for (const name of files) {
    expect(readFileSync(join(first as string, name)).equals(readFileSync(join(second as string, name)))).toBe(true);
  }
});

/** The program in a folder of its own, and where it has its code. */
function copied(): { home: string; codes: string } {
  const home = mkdtempSync(join(tmpdir(), 'jibiao-code-'));
  cpSync('dist/app', join(home, 'dist/app'), { recursive: true });
  for (const name of ['templates', 'fonts', 'package.json']) symlinkSync(join(process.cwd(), name), join(home, name));
  return { home, codes: join(home, 'dist/app/code', `${process.version}-${process.arch}`) };
}

it('compiles for itself where code is damaged, cut short or of another text', () => {
  const { home, codes } = copied();
  const file = join(codes, 'main.js.bin');
  const whole = readFileSync(file);
  const broken = Buffer.from(whole);
  broken.fill(0xaa, 50_000, 50_003);
  const script = `const { load, loaded } = require('./dist/app/load.js');
    load('main.js').main(['--version']).then(() => process.stderr.write(JSON.stringify(loaded())));`;
  const anew = () => JSON.parse(spawnSync(process.execPath, ['-e', script], { cwd: home, encoding: 'utf8' }).stderr);
  expect(anew()).toEqual({ 'main.js': true });
  for (const bytes of [broken, whole.subarray(0, 9000), Buffer.alloc(0), Buffer.of(1, 2)]) {
    writeFileSync(file, bytes);
    expect(anew()).toEqual({ 'main.js': false });
  }
  writeFileSync(file, whole);
  const part = join(home, 'dist/app/parts/main.js');
  const text = readFileSync(part, 'latin1');
  writeFileSync(part, text.replace('scriptName("jibiao")', 'scriptName("jibia0")'), 'latin1');
  expect(anew()).toEqual({ 'main.js': false });
});

it('keeps the code of the first runs where there is none, with what each of them adds, and then no more', () => {
  const { home, codes } = copied();
  const file = join(codes, 'main.js.bin');
  const jibiao = (...args: string[]) => {
    expect(spawnSync(process.execPath, [join(home, 'dist/app/main.js'), ...args]).status).toBe(0);
    return { size: statSync(file).size, made: statSync(file).mtimeMs };
  };
  const built = statSync(file);
  expect(jibiao('--version')).toEqual({ size: built.size, made: built.mtimeMs });
  rmSync(codes, { recursive: true });
  const sizes = [['--version'], ['--help'], ['schema'], ['layouts']].map((args) => jibiao(...args).size);
  expect(sizes[1]).toBeGreaterThan(sizes[0] as number);
  expect(sizes[3]).toBeGreaterThanOrEqual(sizes[1] as number);
  expect(jibiao('check', sample)).toEqual(jibiao('check', sample));
  expect(readdirSync(codes).filter((name) => !name.endsWith('.js.bin'))).toEqual([]);
  writeFileSync(file, 'damaged');
  expect(jibiao('--version').size).toBeGreaterThan(100_000);
});

it('runs where no code can be kept', () => {
  const { home, codes } = copied();
  rmSync(join(home, 'dist/app/code'), { recursive: true });
  // A file stands where the folder would.
  writeFileSync(join(home, 'dist/app/code'), '');
  const { status, stderr } = spawnSync(process.execPath, [join(home, 'dist/app/main.js'), '--version']);
  expect([status, stderr.toString(), existsSync(codes)]).toEqual([0, '', false]);
});

it('speaks Chinese about wrong calls, and English when asked', () => {
  expect(run('dist/app/main.js', 'build', '--colour').stderr).toContain('无法识别的选项：colour');
  expect(run('dist/app/main.js', 'build', '--colour', '--lang', 'en').stderr).toContain('Unknown argument: colour');
  expect(run('dist/app/main.js', '--help').stdout).toContain('命令：');
});

it('inflates as tiny-inflate does', () => {
  const load = createRequire(import.meta.url);
  type Inflate = (packed: Uint8Array, room: Uint8Array) => Uint8Array;
  const [ours, theirs] = ['../../../dist/packaging/inflate.cjs', 'tiny-inflate'].map((name) => load(name) as Inflate);
  const text = readFileSync('README.md');
  const packed = deflateRawSync(text);
  for (const room of [text.length, text.length + 9]) {
    const [own, expected] = [ours, theirs].map((inflate) => inflate?.(packed, new Uint8Array(room)) as Uint8Array);
    expect(Buffer.from(own as Uint8Array).equals(expected as Uint8Array)).toBe(true);
    expect(Buffer.from(own as Uint8Array).equals(text)).toBe(true);
  }
});
