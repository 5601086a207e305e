import type { Layout } from '../../src/layouts/find.js';
import type { Manifest } from '../../src/layouts/manifest.js';
import type { SourceFile } from '../../src/layouts/source.js';
import { Problems } from '../../src/problem.js';
import type { Indicator, Project, Report } from '../../src/report/schema.js';

const manifest: Manifest = {
  id: 'test/project-2024',
  name: { zh: '测试表', en: 'test' },
  region: { name: '测试市' },
  table: 'project',
  shape: 'form',
  years: [2024],
  paper: 'A4',
  direction: 'portrait',
  moneyUnit: '万元',
  decimals: 2,
  thousands: true,
  title: '{{department.name}}',
  published: '测试',
};

/** A layout in memory: its template, partials by name, and what differs in its manifest. */
export function layoutOf(template: string, partials: Record<string, string> = {}, own: Partial<Manifest> = {}): Layout {
  const whole = { ...manifest, ...own };
  return {
    manifest: whole,
    folder: 'templates',
    template: { file: 'test/project-2024/template.hbs', text: template },
    title: { file: 'test/project-2024/layout.json', text: whole.title },
    looks: [],
    partials: new Map(
      Object.entries(partials).map(([name, text]): [string, SourceFile] => [
        name,
        { file: `partials/${name}.hbs`, text },
      ]),
    ),
  };
}

/** A report of one unit with these projects; other parts as given. */
export function reportOf(projects: readonly Project[] = [], own: Partial<Report> = {}): Report {
  return {
    year: 2024,
    region: { name: '测试市' },
    moneyUnit: '万元',
    department: { name: '测试局' },
    units: [{ name: '测试单位', projects: [...projects] }],
    ...own,
  };
}

/** A project with these indicators. */
export function projectOf(name: string, indicators: readonly Indicator[] = [], own: Partial<Project> = {}): Project {
  return { name, indicators: [...indicators], ...own };
}

/** The problems that a call throws; none if it throws nothing. */
export function problemsOf(run: () => unknown): Problems['problems'] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.problems;
    throw error;
  }
}
