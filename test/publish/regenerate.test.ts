import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { readKept } from '../../src/kept/disk/file.js';
import type { Kept } from '../../src/kept/kept.js';
import { type Booklet, type Built, buildAppendix, buildReport, type Workshop } from '../../src/publish/build.js';
import { type Manifest, readManifest } from '../../src/publish/manifest.js';
import type { Project, Report } from '../../src/report/schema.js';
import { generateReport } from '../bench/generateReport.js';
import { runs } from '../runs.js';
import { shippedLayouts } from '../shippedLayouts.js';

const layouts = shippedLayouts;
const fonts = openFonts(['fonts']);
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-again-'));
const workshopAt = (out: string, more: Partial<Workshop> = {}): Workshop => {
  return { layouts, fonts, out, program: 'test', keptFrom: 1, ...more };
};
const wish = { formats: ['pdf', 'docx'], docxFonts: 'used', verify: true, source: true } as const;
const booklet = { cover: { pageStyle: 'plain' }, split: false } as const;
const split = { ...booklet, split: true } as const;

/** A report file in a folder of its own, which can be edited, and where its outputs go. */
class Desk {
  readonly home = folder();
  readonly out = join(this.home, 'out');
  readonly file = join(this.home, 'r.json');

  constructor(report: Report) {
    this.save(report);
  }

  save(report: Report): void {
    writeFileSync(this.file, JSON.stringify(report, undefined, 1));
  }

  build(more: object = {}, place: Partial<Workshop> = {}, kind: Booklet = booklet): Promise<Built> {
    return buildAppendix(this.file, workshopAt(this.out, place), { ...wish, ...more }, kind);
  }

  bytes(ending: string): Buffer {
    return readFileSync(join(this.out, 'r', `r-附表.${ending}`));
  }

  manifest(): Manifest {
    return JSON.parse(this.bytes('manifest.json').toString()) as Manifest;
  }
}

const states = (built: Built): string[] => built.files.map(({ state }) => state);
const codes = (built: Built): string[] => built.problems.map(({ code }) => code);
const reportOf = (projects: number, seed = 7): Report => generateReport({ seed, projects, layout: 'generic/project' });

/** One change of a report, such as someone makes in an evening. */
type Edit = (report: Report) => Report;

function onProject(at: number, change: (project: Project) => Project | undefined): Edit {
  return (report) => {
    const count = report.units.flatMap(({ projects }) => projects).length;
    let index = 0;
    const units = report.units.map((unit) => ({
      ...unit,
      projects: unit.projects.flatMap((project) => {
        const changed = index++ === at % count ? change(project) : project;
        return changed ? [changed] : [];
      }),
    }));
    return units.some(({ projects }) => projects.length > 0) ? { ...report, units } : report;
  };
}

const words = fc.string({
  unit: fc.constantFrom(...'修订后新增指标完成率不少于，。（）龘〇12.5%ab'),
  minLength: 1,
  maxLength: 30,
});
const place = fc.nat(40);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, words).map(([at, name]) => onProject(at, (project) => ({ ...project, name: `项${name}` }))),
  fc.tuple(place, words, fc.nat(600)).map(([at, text, length]) =>
    onProject(at, (project) => ({
      ...project,
      goals: [{ period: 'year', text: `目标${text.repeat(1 + (length % 40))}` }],
    })),
  ),
  fc.tuple(place, words).map(([at, text]) =>
    onProject(at, (project) => ({
      ...project,
      indicators: (project.indicators ?? []).map((indicator, index) =>
        index === at % (project.indicators?.length ?? 1)
          ? { ...indicator, annualTarget: { text: `值${text}` } }
          : indicator,
      ),
    })),
  ),
  place.map((at) => onProject(at, () => undefined)),
  fc.tuple(place, place).map(
    ([at, seed]): Edit =>
      (report) => {
        const [added] = reportOf(1, 1000 + seed).units[0]?.projects ?? [];
        const units = report.units.map((unit, index) =>
          index === at % report.units.length && added
            ? {
                ...unit,
                projects: unit.projects.toSpliced(at % (unit.projects.length + 1), 0, {
                  ...added,
                  id: `n${at}-${seed}`,
                }),
              }
            : unit,
        );
        return { ...report, units };
      },
  ),
  place.map(
    (at): Edit =>
      (report) => ({
        ...report,
        units: report.units.map((unit) => ({
          ...unit,
          projects: [
            ...unit.projects.slice(at % unit.projects.length),
            ...unit.projects.slice(0, at % unit.projects.length),
          ],
        })),
      }),
  ),
  words.map(
    (name): Edit =>
      (report) => ({ ...report, department: { ...report.department, name: `部门${name}` } }),
  ),
);

describe('regenerating after edits', () => {
  it('gives the bytes of a full build, whatever was edited before, in this process and in the next', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 10, maxLength: 10 }), async (evening) => {
        const watched = new Desk(reportOf(6));
        const kept = new Map<string, Kept>();
        let report = reportOf(6);
        await watched.build({}, { kept });
        for (const [index, edit] of evening.entries()) {
          report = unique(edit(report));
          watched.save(report);
          // Some builds begin with what the last process has left on the disk.
          const again = await watched.build({}, index % 3 === 2 ? {} : { kept });
          expect(codes(again)).toEqual([]);
          const anew = new Desk(report);
          await anew.build({ force: true, verify: false });
          for (const ending of ['pdf', 'docx']) expect(watched.bytes(ending).equals(anew.bytes(ending))).toBe(true);
          expect(watched.manifest().tables).toEqual(anew.manifest().tables);
          rmSync(anew.home, { recursive: true });
        }
        rmSync(watched.home, { recursive: true });
      }),
      { numRuns: runs(20) },
    );
  }, 600_000);
});

describe('a second build', () => {
  const { layout: _, ...bare } = reportOf(3);
  /** The generic form stands in, with a warning. */
  const withoutLayout = { ...bare, region: { name: '某某省' } };

  it('touches nothing when nothing has changed, and tells the warnings again', async () => {
    const desk = new Desk(withoutLayout);
    const first = await desk.build();
    const files = ['pdf', 'docx', 'manifest.json'];
    const before = files.map((ending) => statSync(join(desk.out, 'r', `r-附表.${ending}`), { bigint: true }).mtimeNs);
    const second = await desk.build();
    expect([states(first), states(second)]).toEqual([
      ['new', 'new'],
      ['same', 'same'],
    ]);
    expect(codes(first).length).toBeGreaterThan(0);
    expect(second.problems).toEqual(first.problems);
    expect([second.pages, second.layout]).toEqual([first.pages, first.layout]);
    expect(files.map((ending) => statSync(join(desk.out, 'r', `r-附表.${ending}`), { bigint: true }).mtimeNs)).toEqual(
      before,
    );
  });

  it('makes all again for another program, other options, or when told to; the files stay untouched if they are alike', async () => {
    const desk = new Desk(reportOf(2));
    await desk.build();
    const others = [desk.build({}, { program: 'other' }), desk.build({ force: true })];
    for (const built of await Promise.all(others)) expect(states(built)).toEqual(['same', 'same']);
    expect(states(await desk.build({ docxFonts: 'native' }))).toEqual(['same', 'changed']);
    expect(states(await desk.build({ formats: ['pdf', 'csv'] }))).toEqual(['same', 'new']);
  });

  it('says which tables are unchanged, remade, added and removed', async () => {
    const report = reportOf(4);
    const desk = new Desk(report);
    await desk.build();
    const [unit] = report.units as [Report['units'][number]];
    const [a, b, c, d] = unit.projects as [Project, Project, Project, Project];
    const projects: Project[] = [
      { ...b, goals: [{ period: 'year', text: '修订后的目标。' }] },
      a,
      { ...d, id: 'new', name: '新增的项目' },
      c,
    ];
    desk.save({ ...report, units: [{ ...unit, projects }] });
    const { tables } = await desk.build();
    expect(tables?.changed).toContain(b.name);
    expect(tables?.added).toEqual(['新增的项目']);
    expect(tables?.removed).toEqual([d.name]);
  });

  it('finds a lost or damaged file and makes it again, and no other', async () => {
    const desk = new Desk(reportOf(2));
    await desk.build();
    rmSync(join(desk.out, 'r', 'r-附表.pdf'));
    expect(states(await desk.build())).toEqual(['new', 'same']);
  });

  it('does without a manifest or memory that cannot be read', async () => {
    const desk = new Desk(reportOf(9));
    await desk.build();
    const cache = join(desk.out, 'r', '.r-附表.cache');
    const sound = readFileSync(cache);
    const stamp = sound.toString('latin1').split(' ')[0] as string;
    const read = (): number => readKept(cache, stamp, fonts).shelf('pages').size;
    expect(read()).toBeGreaterThan(8);
    expect(readKept(cache, 'another', fonts).shelf('pages').size).toBe(0);
    for (const at of [0, 40, 100, 2000, sound.length - 1]) {
      const damaged = Buffer.from(sound);
      damaged.writeUInt8((damaged[at] as number) ^ 1, at);
      writeFileSync(cache, damaged);
      expect(read()).toBe(0);
    }
    writeFileSync(cache, sound.subarray(0, 5000));
    expect(read()).toBe(0);
    writeFileSync(join(desk.out, 'r', 'r-附表.manifest.json'), '{"manifest":1,"files":');
    expect(states(await desk.build())).toEqual(['same', 'same']);
  });
});

it('a manifest that leads out of its folder, or is none, is no manifest', async () => {
  const desk = new Desk(reportOf(2));
  await desk.build();
  const path = join(desk.out, 'r', 'r-附表.manifest.json');
  const sound = desk.manifest();
  const [file] = sound.files as [Manifest['files'][number]];
  const names = ['../x', '/x', 'a/../../x', 'r-分表/../../x', 'C:/x', 'a\\b', '', '.'];
  const bad: unknown[] = [
    ...names.map((name) => ({ ...sound, files: [{ ...file, name }] })),
    ...names.map((name) => ({ ...sound, pending: [{ ...file, name }] })),
    { ...sound, manifest: 2 },
    { ...sound, problems: [{ code: 'x' }] },
    { ...sound, files: [1] },
    { ...sound, tables: 'x' },
    [],
    null,
  ];
  expect(readManifest(path)).toEqual(sound);
  for (const manifest of bad) {
    writeFileSync(path, JSON.stringify(manifest));
    expect(readManifest(path)).toBeUndefined();
  }
});

describe('an output that someone has edited', () => {
  it('is told and kept, with all other outputs as they are, until --overwrite', async () => {
    const desk = new Desk(reportOf(2));
    await desk.build();
    const docx = join(desk.out, 'r', 'r-附表.docx');
    writeFileSync(docx, 'mine');
    const before = desk.bytes('pdf');
    desk.save(reportOf(3));
    const refused = await desk.build();
    expect([refused.failed, refused.ours, codes(refused)]).toEqual([true, false, ['output-edited']]);
    expect(refused.problems[0]?.place?.file).toBe(docx);
    expect(refused.problems[0]?.hint?.en).toContain(`jibiao import ${docx} --into `);
    expect(readFileSync(docx, 'utf8')).toBe('mine');
    expect(desk.bytes('pdf').equals(before)).toBe(true);
    expect(states(await desk.build({ overwrite: true }))).toEqual(['changed', 'changed']);
    expect(states(await desk.build())).toEqual(['same', 'same']);
  });

  it('is noticed though the report has not changed', async () => {
    const desk = new Desk(reportOf(2));
    await desk.build();
    writeFileSync(join(desk.out, 'r', 'r-附表.pdf'), 'mine');
    expect(codes(await desk.build())).toEqual(['output-edited']);
  });

  it('is also one that no manifest tells of', async () => {
    const desk = new Desk(reportOf(2));
    mkdirSync(join(desk.out, 'r'), { recursive: true });
    writeFileSync(join(desk.out, 'r', 'r-附表.pdf'), 'from elsewhere');
    const refused = await desk.build();
    expect(codes(refused)).toEqual(['output-edited']);
    expect(refused.problems[0]?.message.zh).toContain('没有记录');
    expect(readdirSync(join(desk.out, 'r'))).toEqual(['r-附表.pdf']);
  });
});

describe('tables by themselves', () => {
  const names = (desk: Desk): string[] => readdirSync(join(desk.out, 'r', 'r-分表')).sort();

  it('are made again only where something changed, and go with their project', async () => {
    const report = reportOf(4);
    const desk = new Desk(report);
    await desk.build({ formats: ['pdf'] }, {}, split);
    expect(names(desk)).toHaveLength(4);
    const [unit] = report.units as [Report['units'][number]];
    const projects = unit.projects
      .slice(0, 3)
      .map((project, index) => (index === 1 ? { ...project, goals: [] } : project));
    desk.save({ ...report, units: [{ ...unit, projects }] });
    const built = await desk.build({ formats: ['pdf'] }, {}, split);
    const single = built.files.filter(({ path }) => path.includes('分表')).map(({ state }) => state);
    expect(single.sort()).toEqual(['changed', 'removed', 'same', 'same']);
    expect(names(desk)).toHaveLength(3);
    const anew = new Desk({ ...report, units: [{ ...unit, projects }] });
    await anew.build({ formats: ['pdf'] }, {}, split);
    for (const name of names(anew)) {
      const at = (of: Desk): Buffer => readFileSync(join(of.out, 'r', 'r-分表', name));
      expect(at(desk).equals(at(anew))).toBe(true);
    }
  });

  it('stay when they are no longer asked for, and an edited one stays when its project goes', async () => {
    const report = reportOf(3);
    const desk = new Desk(report);
    await desk.build({ formats: ['pdf'] }, {}, split);
    await desk.build({ formats: ['pdf'] });
    expect(names(desk)).toHaveLength(3);
    const last = names(desk)[2] as string;
    writeFileSync(join(desk.out, 'r', 'r-分表', last), 'mine');
    const [unit] = report.units as [Report['units'][number]];
    desk.save({ ...report, units: [{ ...unit, projects: unit.projects.slice(0, 2) }] });
    const built = await desk.build({ formats: ['pdf'] }, {}, split);
    expect(built.failed).toBe(false);
    expect(names(desk)).toHaveLength(3);
    expect(readFileSync(join(desk.out, 'r', 'r-分表', last), 'utf8')).toBe('mine');
  });
});

it('a build that failed leaves manifest, outputs and memory as they were', async () => {
  const desk = new Desk(reportOf(9));
  const kept = new Map<string, Kept>();
  await desk.build({}, { kept });
  const before = ['pdf', 'docx', 'manifest.json'].map((ending) => desk.bytes(ending));
  desk.save({ ...reportOf(9), department: { name: '\u{10fffd}部门' } });
  expect(codes(await desk.build({}, { kept }))).toContain('missing-glyph');
  expect(['pdf', 'docx', 'manifest.json'].map((ending) => desk.bytes(ending))).toEqual(before);
  desk.save(reportOf(9));
  expect(states(await desk.build({}, { kept }))).toEqual(['same', 'same']);
});

it('one report makes its own publication beside its booklet', async () => {
  const desk = new Desk(reportOf(2));
  await desk.build();
  const built = await buildReport(desk.file, workshopAt(desk.out), wish);
  expect(states(built)).toEqual(['new', 'new']);
  expect(states(await desk.build())).toEqual(['same', 'same']);
});

/** A project that came twice has another id the second time. */
function unique(report: Report): Report {
  const seen = new Set<string>();
  return {
    ...report,
    units: report.units.map((unit) => ({
      ...unit,
      projects: unit.projects.map((project) => {
        let id = project.id ?? 'p';
        while (seen.has(id)) id += 'x';
        seen.add(id);
        return { ...project, id };
      }),
    })),
  };
}
