import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jibiao } from '../command.js';

const sample = 'data/tianjin-2023.json';
/** The slips of the published table that stop nothing are counted, and nothing else is said. */
const checkWarnings =
  /^(?:提示 \S+\n {2}本地区表样没有位置的：.+\n.+\n)?注意 \S+\n {2}核对另有 \d+ 处提醒，不影响生成 \[check-warnings\]\n {2}办法：.+\n$/;
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-cli-'));

/** The sample with a change, written to a folder of its own. */
function reportWith(change: (text: string) => string, name = 'report.json'): string {
  const path = join(folder(), name);
  writeFileSync(path, change(readFileSync(sample, 'utf8')));
  return path;
}

const files = (path: string) => (existsSync(path) ? (readdirSync(path, { recursive: true }) as string[]).sort() : []);

describe('words', () => {
  it('are Chinese by default and English on request', () => {
    expect(jibiao('--help').stdout).toContain('生成 PDF 与 DOCX');
    expect(jibiao('--help', '--lang', 'en').stdout).toContain('build PDF and DOCX');
    expect(jibiao('build', 'none.json').stderr).toContain('找不到报告');
    expect(jibiao('build', 'none.json', '--lang=en').stderr).toContain('no report at none.json');
  });

  it.each([
    [[], '请写明要做什么'],
    [['bulid', sample], 'build'],
    [['build', sample, '--colour'], 'colour'],
    [['build', sample, '--to', 'pdff'], 'pdff'],
    [['build', sample, '--docx-fonts', 'all'], 'docx-fonts'],
    [['build', sample, '--layout', 'tianjn/project-2023'], 'tianjin/project-2023'],
    [['build'], '没有写明报告文件'],
    [['build', sample, '--out'], 'jibiao --help'],
    [['build', '-'], '没有写明报告文件'],
    [['build', sample, '--lang', 'fr'], 'lang'],
  ])('a wrong call answers 1 and says what is wrong: %j', (args, words) => {
    const { status, stdout, stderr } = jibiao(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
  });
});

describe('build', () => {
  it('makes what is asked for and prints a table of it', () => {
    const out = folder();
    const { status, stdout, stderr } = jibiao('build', sample, '--out', out, '--to', 'pdf');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(checkWarnings) });
    expect(stdout).toMatch(/tianjin-2023\.pdf +tianjin\/project-2023 +6 +\d+ kB/);
    expect(files(out)).toEqual([
      'tianjin-2023',
      'tianjin-2023/tianjin-2023.manifest.json',
      'tianjin-2023/tianjin-2023.pdf',
    ]);
  });

  it('prints the stages and writes nothing for them', () => {
    const out = folder();
    const markup = jibiao('build', sample, '--out', out, '--to', 'markup');
    expect(markup.stdout).toContain('<h2>1.基层科普能力提升项目（中央专款）绩效目标表</h2>');
    expect(markup.stdout).not.toContain('<?at');
    const tree = JSON.parse(jibiao('build', sample, '--out', out, '--to', 'tree').stdout) as { type: string };
    expect(tree.type).toBe('document');
    expect(files(out)).toEqual([]);
  });

  it('answers in JSON for machines', () => {
    const { stdout } = jibiao('build', sample, '--out', folder(), '--to', 'docx', '--json', '--no-verify');
    const { reports } = JSON.parse(stdout) as {
      reports: { layout: string; failed: boolean; files: { format: string }[] }[];
    };
    expect(reports.map(({ layout, failed }) => [layout, failed])).toEqual([['tianjin/project-2023', false]]);
    expect(reports[0]?.files.map((file) => file.format)).toEqual(['docx']);
  });

  it('makes a page for the web and open data, proven and verifiable like the others', () => {
    const out = folder();
    const built = jibiao('build', sample, '--out', out, '--to', 'html,csv,xlsx');
    expect({ status: built.status, stderr: built.stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(checkWarnings),
    });
    const path = (ending: string) => join(out, 'tianjin-2023', `tianjin-2023.${ending}`);
    expect(files(join(out, 'tianjin-2023'))).toEqual(
      ['csv', 'html', 'manifest.json', 'xlsx'].map((ending) => `tianjin-2023.${ending}`),
    );
    expect(readFileSync(path('html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    expect(jibiao('verify', sample, '--out', out).status).toBe(0);
    for (const ending of ['html', 'csv'])
      writeFileSync(path(ending), readFileSync(path(ending), 'utf8').replace('185.00', '158.00'));
    writeFileSync(path('xlsx'), 'PK');
    const { reports } = JSON.parse(jibiao('verify', sample, '--out', out, '--json').stdout) as {
      reports: { problems: { code: string; place: { file: string } }[] }[];
    };
    const told = reports[0]?.problems.map(({ code, place }) => `${place.file.replace(/.*\./, '')} ${code}`);
    const found = { csv: 'verify-text-differs', html: 'verify-text-differs', xlsx: 'file-unreadable' };
    expect(new Set(told)).toEqual(
      new Set(Object.entries(found).flatMap(([ending, code]) => [`${ending} output-changed`, `${ending} ${code}`])),
    );
  });

  it('is silent when told so', () => {
    expect(jibiao('build', sample, '--out', folder(), '--to', 'pdf', '--quiet')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('leaves what was published before as it was when the data is at fault', () => {
    const out = folder();
    const good = reportWith((text) => text);
    expect(jibiao('build', good, '--out', out, '--to', 'pdf', '--no-verify').status).toBe(0);
    const before = files(out).map((file) => [file, file.includes('.') ? readFileSync(join(out, file)).length : 0]);
    writeFileSync(good, readFileSync(good, 'utf8').replace('"185.00"', '"185,00元"').replace('"level1"', '"lever1"'));
    const { status, stderr } = jibiao('build', good, '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('amount-not-decimal');
    expect(stderr).toContain('unknown-field');
    expect(files(out).map((file) => [file, file.includes('.') ? readFileSync(join(out, file)).length : 0])).toEqual(
      before,
    );
  });

  it('does not stop the others when one report is at fault', () => {
    const data = folder();
    cpSync(sample, join(data, 'good.json'));
    writeFileSync(join(data, 'bad.json'), '{');
    const out = folder();
    const { status, stdout, stderr } = jibiao('build', data, '--out', out, '--to', 'pdf', '--no-verify');
    expect(status).toBe(1);
    expect(stdout).toContain('good.pdf');
    expect(stderr).toContain('bad.json');
    expect(files(out)).toEqual(['good', 'good/good.manifest.json', 'good/good.pdf']);
  });

  it('refuses two reports of one name', () => {
    const { status, stderr } = jibiao(
      'build',
      reportWith((t) => t),
      reportWith((t) => t),
      '--out',
      folder(),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('same-report-name');
  });

  it('names a character that no face draws, with file and cell', () => {
    const path = reportWith((text) => text.replace('完成项目数量', '完成项目🙂数量'));
    const { status, stderr } = jibiao('build', path, '--out', folder());
    expect(status).toBe(1);
    expect(stderr).toContain(path);
    expect(stderr).toContain('U+1F642');
    expect(stderr).toMatch(/表\d+ 第\d+行第\d+列/);
  });

  it('says when it cannot write, and leaves no temporary file', () => {
    const out = folder();
    mkdirSync(join(out, 'tianjin-2023'));
    // A folder where the file should go: refused for every user, root too.
    mkdirSync(join(out, 'tianjin-2023', 'tianjin-2023.pdf'));
    writeFileSync(join(out, 'tianjin-2023', 'tianjin-2023.pdf', 'x'), '');
    const { status, stderr } = jibiao('build', sample, '--out', out, '--to', 'pdf', '--no-verify');
    expect(status).toBe(1);
    expect(stderr).toContain('cannot-write');
    expect(files(out).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});

describe('verify', () => {
  it('finds a published file that says something else than the data', () => {
    const out = folder();
    const path = reportWith((text) => text);
    expect(jibiao('build', path, '--out', out, '--no-verify').status).toBe(0);
    expect(jibiao('verify', path, '--out', out).status).toBe(0);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"185.00"', '"186.00"'));
    const { status, stderr } = jibiao('verify', path, '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('应为“186.00”，读回“185.00”');
    expect(stderr).toMatch(/PDF[\s\S]*DOCX/);
  });

  it('says when a file is missing or is none', () => {
    const out = folder();
    expect(jibiao('verify', sample, '--out', out).stderr).toContain('not-built');
    mkdirSync(join(out, 'tianjin-2023'));
    for (const ending of ['pdf', 'docx']) writeFileSync(join(out, 'tianjin-2023', `tianjin-2023.${ending}`), 'not one');
    const { status, stderr } = jibiao('verify', sample, '--out', out);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
  });
});

describe('layouts', () => {
  it('are listed, by region too, and as JSON', () => {
    expect(jibiao('layouts').stdout.trim().split('\n')).toHaveLength(
      2 + readdirSync('templates', { recursive: true }).filter((name) => String(name).endsWith('layout.json')).length,
    );
    expect(jibiao('layouts', '--region', '上海').stdout).toMatch(/shanghai\/project-2024 .* 2024 .* A4 纵向 .* 元/);
    const { layouts } = JSON.parse(jibiao('layouts', '--region', '440100', '--json').stdout) as {
      layouts: { id: string }[];
    };
    expect(layouts.map((layout) => layout.id)).toEqual(['guangzhou/project-2023', 'guangzhou/project-2025']);
  });

  it('in prose are write-only', () => {
    expect(jibiao('layouts', '--region', '同心县').stdout).toMatch(/tongxin\/notice-2023 .*只写不读（target）/);
    expect(jibiao('layouts', '--region', '上海').stdout).not.toContain('只写不读');
  });

  it('of a district are its own or those of what it stands in, and that is said', () => {
    const putuo = jibiao('layouts', '--region', '上海市普陀区').stdout;
    expect(putuo).toMatch(/上海市普陀区（310107）[\s\S]*没有自己的，用上级上海市（310000）的 shanghai\/project-2024/);
    expect(jibiao('layouts', '--region', '310107').stdout).toBe(putuo);
    const told = JSON.parse(jibiao('layouts', '--region', '上海市普陀区', '--json').stdout);
    expect(told.region.chain).toEqual(['310107', '310100', '310000']);
    expect(told.layouts.map(({ id }: { id: string }) => id)).toEqual([
      'shanghai/project-2024',
      'shanghai/project-2026',
    ]);
    const folder = jibiao('layouts', '--region', 'guangzhou').stdout;
    expect(folder).toMatch(/guangzhou\/project-2023[\s\S]*guangzhou\/project-2025/);
    expect(folder).not.toContain('shanghai');
  });

  it('of a name that several regions have are not guessed', () => {
    const { status, stdout, stderr } = jibiao('layouts', '--region', '普陀区');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/上海市普陀区（310107）、浙江省舟山市普陀区（330903）[\s\S]*region-ambiguous/);
    expect(jibiao('layouts', '--region', '青禾市')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('区划表里没有地区 "青禾市"'),
    });
  });

  it("of a user's own folder are used without a change to the program", () => {
    const own = folder();
    cpSync('templates/generic/project', join(own, 'suzhou/project-2026'), { recursive: true });
    const manifest = join(own, 'suzhou/project-2026/layout.json');
    const text = readFileSync(manifest, 'utf8')
      .replace('generic/project', 'suzhou/project-2026')
      .replace(/"region": \{[^}]*\}/, '"region": { "name": "苏州市" }')
      .replace('"years": []', '"years": [2026]');
    writeFileSync(manifest, text);
    const report = reportWith((t) =>
      t.replaceAll('天津市"', '苏州市"').replace('"120000"', '"320500"').replace('"year": 2023', '"year": 2026'),
    );
    const { stdout, stderr, status } = jibiao('build', report, '--layouts', own, '--out', folder(), '--to', 'html');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(checkWarnings) });
    expect(stdout).toContain('suzhou/project-2026');
  });

  it('at fault are named with file, line and hint, and stop the build', () => {
    const own = folder();
    cpSync('templates/generic/project', join(own, 'a/project-1'), { recursive: true });
    const manifest = join(own, 'a/project-1/layout.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('generic/project', 'a/project-1'));
    const template = join(own, 'a/project-1/template.hbs');
    writeFileSync(template, readFileSync(template, 'utf8').replace('{{project.name}}', '{{project.nmae}}'));
    const { status, stderr } = jibiao('build', sample, '--layouts', own, '--layout', 'a/project-1', '--out', folder());
    expect(status).toBe(1);
    expect(stderr).toMatch(/a\/project-1\/template\.hbs:\d+:\d+[\s\S]*nmae[\s\S]*name/);
    expect(jibiao('layouts', '--layouts', own).stderr).toContain('nmae');
  });

  it('with a column that is left less than two characters are warned of at its line, and used', () => {
    const own = folder();
    cpSync('templates/generic/project', join(own, 'a/project-1'), { recursive: true });
    const manifest = join(own, 'a/project-1/layout.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('generic/project', 'a/project-1'));
    const template = join(own, 'a/project-1/template.hbs');
    const columns = '<col style="width: 68fr"/><col style="width: 93fr"/>';
    const text = readFileSync(template, 'utf8');
    writeFileSync(template, text.replace(columns, '<col style="width: 68fr"/>\n<col style="width: 465pt"/>'));
    const line = text.slice(0, text.indexOf(columns)).split('\n').length;
    const out = folder();
    const { status, stderr } = jibiao(
      'build',
      sample,
      '--layouts',
      own,
      '--layout',
      'a/project-1',
      '--out',
      out,
      '--to',
      'pdf',
    );
    expect(status).toBe(0);
    for (const [at, column] of [
      [line, 1],
      [line + 1, 4],
      [line + 1, 5],
    ])
      expect(stderr).toMatch(
        new RegExp(
          `注意 a/project-1/template\\.hbs:${at}\\n {2}第 ${column} 列只分到 [\\d.]+ 点宽.*\\[column-starved\\]`,
        ),
      );
    expect(files(out).some((file) => file.endsWith('.pdf'))).toBe(true);
  });
});

describe('notices', () => {
  it('say that a layout was taken for want of another', () => {
    const other = reportWith((text) => text.replace('"year": 2023', '"year": 2027'));
    expect(jibiao('build', other, '--out', folder(), '--to', 'html').stderr).toContain('layout-other-year');
    const nowhere = reportWith((text) => text.replace('"天津市"', '"苏州市"').replace('120000', '320500'));
    expect(jibiao('build', nowhere, '--out', folder(), '--to', 'html').stderr).toContain('layout-generic');
  });

  it('say whose layout a district got, and why; again when nothing is to be done', () => {
    const district = reportWith((text) => text.replace('"天津市"', '"广州市白云区"').replace('120000', '440111'));
    const out = folder();
    const why = '广州市白云区没有自己的项目版式，用了上级广东省广州市（440100）的 guangzhou/project-2023';
    for (let times = 0; times < 2; times += 1) {
      const { status, stderr } = jibiao('build', district, '--out', out, '--to', 'html');
      expect([status, stderr]).toEqual([0, expect.stringContaining(why)]);
    }
    const { reports } = JSON.parse(jibiao('build', district, '--out', out, '--to', 'html', '--json').stdout);
    expect(reports[0].layout).toBe('guangzhou/project-2023');
    expect(reports[0].problems).toContainEqual(
      expect.objectContaining({ code: 'layout-ancestor', severity: 'hint', message: why }),
    );
    expect(jibiao('check', district).stdout).toContain(why);
  });

  it('refuse a region that would have to be guessed, at its line, in build and check', () => {
    for (const [region, code] of [
      ['{ "name": "鼓楼区" }', 'region-ambiguous'],
      ['{ "code": "310107", "name": "天津市" }', 'region-code-differs'],
    ] as const) {
      const path = reportWith((text) => text.replace('{ "code": "120000", "name": "天津市" }', region));
      for (const command of ['build', 'check']) {
        const { status, stdout, stderr } = jibiao(command, path, ...(command === 'build' ? ['--out', folder()] : []));
        expect([command, status]).toEqual([command, 1]);
        expect(stdout + stderr).toMatch(new RegExp(`report\\.json:4:\\d+[\\s\\S]*${code}`));
      }
    }
  });

  it('name money that the layout does not print, and where a rounded amount stands', () => {
    const path = reportWith((text) => text.replace('"fiscal"', '"central"').replace('"900.00"', '"900.005"'));
    const { status, stderr } = jibiao('build', path, '--out', folder(), '--to', 'html');
    expect(status).toBe(0);
    expect(stderr).toMatch(/此版式不印：项目资金·年度中央财政资金（1 个项目）/);
    expect(stderr).toMatch(/report\.json:\d+:\d+ \/units\/0\/projects\/1\/funding\/0\/amount\n {2}900\.005/);
  });

  it('stop a report of which the layout prints nothing', () => {
    const { status, stderr } = jibiao(
      'build',
      'data/nansha-2024.json',
      '--layout',
      'generic/project',
      '--out',
      folder(),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('nothing-to-print');
  });

  it('stop a report that is too long to set, at once', () => {
    const report = JSON.parse(readFileSync(sample, 'utf8')) as { units: { projects: unknown[] }[] };
    const [unit] = report.units;
    if (unit) unit.projects = Array.from({ length: 750 }, () => unit.projects[1]);
    const { status, stderr } = jibiao(
      'build',
      reportWith(() => JSON.stringify(report)),
      '--out',
      folder(),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('report-too-long');
  }, 240_000);

  it('stop at a layout that cannot be used, instead of another form', () => {
    const own = folder();
    mkdirSync(join(own, 'x/project-1'), { recursive: true });
    writeFileSync(join(own, 'x/project-1/layout.json'), '{ "id": ');
    expect(jibiao('build', sample, '--layouts', own, '--out', folder()).status).toBe(1);
    expect(jibiao('build', sample, '--layouts', folder(), '--out', folder()).stderr).toContain('layouts-empty');
  });

  it('come as JSON when JSON was asked for', () => {
    const { status, stdout } = jibiao('build', 'none.json', '--json');
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { problems: { code: string }[] }).problems[0]?.code).toBe('no-report');
  });
});

it('a long name or a name with spaces is no obstacle', () => {
  const path = reportWith((text) => text, `名 字${'长'.repeat(70)}.json`);
  expect(jibiao('build', path, '--out', folder(), '--to', 'pdf').status).toBe(0);
});

describe('schema and completion', () => {
  it('prints the schema that the samples name and satisfy', () => {
    const { stdout } = jibiao('schema');
    expect(stdout).toBe(readFileSync('data/report.schema.json', 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(stdout) as object);
    expect(validate(JSON.parse(readFileSync(sample, 'utf8')))).toBe(true);
    expect(validate({ year: '2023' })).toBe(false);
  });

  it('prints a completion script that bash accepts', () => {
    const script = jibiao('completion').stdout;
    expect(script).toContain('complete -o filenames -F _jibiao jibiao');
    expect(spawnSync('bash', ['-n'], { input: script }).status).toBe(0);
  });
});

it('does not mind a reader that stops early', () => {
  const { status, stderr } = spawnSync('bash', ['-c', 'set -o pipefail; node dist/app/main.js schema | head -1'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('works from a folder that cannot be written', () => {
  const locked = folder();
  chmodSync(locked, 0o555);
  const main = join(process.cwd(), 'dist/app/main.js');
  const { status } = spawnSync(process.execPath, [main, 'layouts'], { cwd: locked });
  expect(status).toBe(0);
});

describe('verify of publications by themselves', () => {
  it('goes by the manifest beside them, and answers 1 for one that was changed', () => {
    const out = folder();
    expect(jibiao('build', sample, '--out', out, '--to', 'pdf,docx', '--no-verify').status).toBe(0);
    const name = sample.replace(/^.*\/|\.json$/g, '');
    const files = ['pdf', 'docx'].map((ending) => join(out, name, `${name}.${ending}`)) as [string, string];
    const sound = jibiao('verify', ...files);
    expect([sound.status, sound.stderr, sound.stdout.match(/与生成时相同/g)?.length]).toEqual([0, '', 2]);
    const bytes = readFileSync(files[0]);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(files[0], bytes);
    const changed = jibiao('verify', ...files);
    expect([changed.status, changed.stdout]).toEqual([1, expect.stringMatching(/pdf.*不相符\n.*docx.*与生成时相同/)]);
    expect(changed.stderr).toContain('生成之后被改动过');
    rmSync(join(out, name, `${name}.manifest.json`));
    const alone = jibiao('verify', files[1], '--json', '--lang', 'en');
    const [told] = JSON.parse(alone.stdout).files;
    expect([alone.status, told.format, told.problems[0].code]).toEqual([0, 'docx', 'manifest-missing']);
    expect(jibiao('verify', files[0]).stderr).toContain('file-unreadable');
    expect(jibiao('verify', join(out, 'none.pdf')).stderr).toContain('cannot-read');
  });
});
