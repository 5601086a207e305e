import { describe, expect, it } from 'vitest';
import { readByLayouts } from '../../src/reading/file.js';
import { partsOf } from '../../src/reading/forms.js';
import type { Item, SourceFile } from '../../src/reading/items.js';
import type { Report } from '../../src/report/schema.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { leaves } from './columns/rows.js';
import { documentOf, specimenOf } from './recall.js';
import { treeItems } from './treeItems.js';

/** The specimens of layouts one after another, as if one department had handed in one file: with one name for it and for its unit. */
function fileOf(ids: readonly string[], sheets = false): { source: SourceFile; reports: Report[] } {
  let table = 0;
  const items: Item[] = [];
  const reports = ids.map((id, index) => {
    const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === id) ?? expect.fail(id);
    const report = structuredClone(specimenOf(layout)) as Report;
    const [unit] = report.units;
    const projects = report.units.flatMap((each) => each.projects);
    projects.forEach((project, at) => {
      if (index > 0 && ids.indexOf(id) < index) Object.assign(project, { name: `${project.name}之${index}${at}` });
    });
    const own = {
      ...report,
      department: { ...report.department, name: '青溪市水务局' },
      units: unit ? [{ name: '青溪市河道所', projects }] : [],
    } as Report;
    const read = treeItems(documentOf(layout, own)).items.map((item): Item => {
      const place = { ...item.place, ...(sheets ? { sheet: `表${index + 1}` } : { paragraph: items.length + 1 }) };
      return item.kind === 'paragraph' ? { ...item, place } : { ...item, table: item.table + table, place };
    });
    items.push(...read);
    table += 100;
    return own;
  });
  return { source: { kind: 'docx', items, beside: [] }, reports };
}

const namesOf = (report: unknown): string[] =>
  (report as Report).units.flatMap(({ projects }) => projects.map(({ name }) => name.replace(/\s/g, '')));

describe('several forms in one file', () => {
  it.each([
    [['anhui/department', 'anhui/project']],
    [['anhui/project', 'anhui/project-two-periods', 'anhui/project']],
    [['tianjin/department', 'tianjin/project-2023', 'tianjin/project-2023', 'tianjin/project-2023']],
    [['ningxia/department', 'ningxia/project']],
    [['hubei/department', 'hubei/project']],
  ])('%j come back as one report with all projects', (ids) => {
    const { source, reports } = fileOf(ids);
    const read = readByLayouts(source, shippedLayouts.layouts) ?? expect.fail('no layout');
    expect(namesOf(read.report)).toEqual(reports.flatMap(namesOf));
    expect((read.report as Report).units.map(({ name }) => name)).toEqual(['青溪市河道所']);
    expect((read.report as Report).department.name).toBe('青溪市水务局');
    const overall = reports.find(({ department }) => department.overall)?.department.overall;
    const readOverall = (read.report as Report).department.overall;
    expect(readOverall?.indicators?.length).toBe(overall?.indicators?.length);
    expect(read.parts.length).toBe(new Set(ids).size === 1 ? 1 : ids.filter((id, at) => id !== ids[at - 1]).length);
    // Each place is that of a value of the report.
    const values = leaves(read.report);
    for (const pointer of read.at.keys()) expect(values.has(pointer), pointer).toBe(true);
  });

  it('asks once what no part says, and takes what one says', () => {
    const { source } = fileOf(['anhui/department', 'anhui/project']);
    const { questions = [] } = readByLayouts(source, shippedLayouts.layouts) ?? {};
    const ids = questions.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).not.toContain('department');
    const answered = readByLayouts(source, shippedLayouts.layouts, { region: '合肥市' });
    expect(leaves(answered?.report).get('/region/name')).toBe('合肥市');
  });

  it('is one part where all forms are of one kind, a sheet each or one below the other', () => {
    for (const sheets of [false, true])
      expect(partsOf(fileOf(['ningxia/project', 'ningxia/project', 'ningxia/project'], sheets).source)).toHaveLength(1);
    expect(partsOf(fileOf(['ningxia/department', 'ningxia/project'], true).source)).toHaveLength(2);
  });
});

it.each([[2025, 'shanghai/project-2024']])(
  'of the forms that a region has had one after another a file of %s has the last one',
  (year, id) => {
    const layouts = shippedLayouts.layouts.filter(({ manifest }) => manifest.id.startsWith('shanghai/'));
    const layout = layouts.find(({ manifest }) => manifest.id === id) ?? expect.fail(id);
    const { items } = treeItems(documentOf(layout, { ...specimenOf(layout), year } as Report));
    const read = readByLayouts({ kind: 'docx', items, beside: [] }, layouts, { year: String(year) });
    expect(read?.parts.map((part) => part.layout?.manifest.id)).toEqual([id]);
  },
);
