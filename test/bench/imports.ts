import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataTable } from '../../src/formats/sheet/dataTable.js';
import { writeXlsx } from '../../src/formats/sheet/xlsx.js';
import type { Report } from '../../src/report/schema.js';
import { levelCode } from '../../src/report/taxonomy.js';
import { type BenchLayout, generateReport } from './generateReport.js';
import { inTurn, median } from './repeat.js';
import type { Target } from './targets.js';
import { runNode } from './whole.js';

interface Wish {
  readonly folder: string;
  readonly layout: BenchLayout;
  readonly repeat: number;
}

/** CPU of the whole process in milliseconds, its peak memory in MB. */
interface Cost {
  readonly cpu: number;
  readonly memory: number;
}

/** As many rows as a file may have of ten columns (`reading/grids/refusals.ts`), the head among them. */
const sheetRows = 20_000;

/**
 * What `import` costs, in whole processes: forms beside building the same file in the same run, a long list, and cells into which
 * many indicators are packed. Seconds and MB say how large the numbers are; they depend on the machine, ratios do not.
 */
export async function importTargets(wish: Wish): Promise<Target[]> {
  const { layout } = wish;
  const forms = (projects: number): Report => generateReport({ seed: 1, projects, layout });
  const docx = builtAndRead('docx', forms(20), ['--to', 'docx'], wish);
  // Without the data inside, as others publish; some 300 pages.
  const pdf = builtAndRead('pdf', forms(176), ['--to', 'pdf', '--pdfa', '1b'], wish);
  const sheet = await listRead(wish);
  const packed = [10_000, 30_000].map((length) => packedRead(length, wish));
  const [short, long] = packed as [Cost, Cost];
  return [
    target('20 forms, DOCX, CPU, import / build', docx.read.cpu / docx.built.cpu, 3),
    target('20 forms, DOCX, CPU of import, s', docx.read.cpu / 1000, 1),
    target('176 forms, PDF, CPU, import / build', pdf.read.cpu / pdf.built.cpu, 8),
    target('176 forms, PDF, CPU of import, s', pdf.read.cpu / 1000, 20),
    target(`${sheetRows} rows, XLSX, CPU of import, s`, sheet.cpu / 1000, 3),
    target(`${sheetRows} rows, XLSX, memory of import, MB`, sheet.memory, 300),
    target('a packed cell of 30,000 characters, CPU of import / of one of 10,000', long.cpu / short.cpu, 3),
  ];
}

function target(goal: string, value: number, limit: number): Target {
  return { goal, value, limit, reached: value <= limit };
}

function builtAndRead(name: string, report: Report, to: readonly string[], { folder, repeat }: Wish) {
  const own = folderOf(folder, name);
  const file = written(join(own, 'report.json'), report);
  const commands = {
    built: ['build', file, ...to, '--out', join(own, 'out'), '--force', '--quiet'],
    read: ['import', join(own, 'out', 'report', `report.${name}`), '--out', join(own, 'read'), ...unasked],
  } as const;
  const costs = { built: [] as Cost[], read: [] as Cost[] };
  // The file must be there before it is read.
  cost(commands.built, own);
  for (let round = 0; round < repeat; round += 1)
    for (const command of inTurn(['built', 'read'] as const, round)) costs[command].push(cost(commands[command], own));
  return { built: middle(costs.built), read: middle(costs.read) };
}

/** A list of others: ten columns of the open data, a row an indicator. */
async function listRead({ folder, layout, repeat }: Wish): Promise<Cost> {
  const { columns, rows } = dataTable(generateReport({ seed: 3, projects: 200, layout }));
  const used = columns.flatMap(({ heading }, index) => (listed.has(heading) ? [index] : []));
  const table = {
    columns: used.flatMap((index) => columns[index] ?? []),
    rows: Array.from({ length: sheetRows - 1 }, (_, row) =>
      used.map((index) => {
        const cell = rows[row % rows.length]?.[index] ?? '';
        return columns[index]?.heading === '项目名称' ? `${cell}${Math.floor(row / rows.length)}` : cell;
      }),
    ),
  };
  const own = folderOf(folder, 'list');
  const file = join(own, 'list.xlsx');
  writeFileSync(file, await writeXlsx(table, { title: '绩效目标', author: '', date: '2024-01-01' }));
  return repeated(['import', file, '--out', own, ...unasked], own, repeat);
}

const listed: ReadonlySet<string> = new Set([
  ...['年度', '部门名称', '单位名称', '项目名称', '资金总额·年度（元）', '绩效目标·年度'],
  ...['一级指标', '二级指标', '三级指标', '年度指标值'],
]);

const packedForm = 'guangzhou/project-2025';

/** A form whose indicators are all in one cell (广州市 2025), of about so many characters. */
function packedRead(length: number, { folder, layout, repeat }: Wish): Cost {
  const { units, ...report } = generateReport({ seed: 4, projects: 120, layout });
  const [unit] = units;
  const all = units.flatMap(({ projects }) => projects.flatMap(({ indicators = [] }) => indicators));
  let room = length;
  const indicators = all.filter((indicator) => {
    // The form prints official codes.
    if (levelCode(indicator.level2 ?? '') === undefined) return false;
    room -= 29 + indicator.name.length + JSON.stringify(indicator.annualTarget ?? '').length / 5;
    return room > 0;
  });
  const project = { ...unit?.projects[0], name: '一个项目', goals: [], indicators };
  const own = folderOf(folder, `packed-${length}`);
  const file = written(join(own, 'report.json'), {
    ...report,
    accepted: [],
    units: [{ name: unit?.name ?? '', projects: [project] }],
  });
  const built = ['build', file, '--layout', packedForm, '--to', 'docx', '--out', own, '--draft'];
  cost(built, own);
  const read = ['import', join(own, 'report', 'report.docx'), '--layout', packedForm, '--out', join(own, 'read')];
  return repeated([...read, ...unasked], own, repeat);
}

const unasked = ['--yes', '--force', '--quiet'];

function folderOf(folder: string, name: string): string {
  const own = join(folder, `import-${name}`);
  mkdirSync(own, { recursive: true });
  return own;
}

function written(file: string, report: unknown): string {
  writeFileSync(file, JSON.stringify(report, undefined, 2));
  return file;
}

function repeated(args: readonly string[], folder: string, repeat: number): Cost {
  return middle(Array.from({ length: repeat }, () => cost(args, folder)));
}

/** An import may end with 1, at the same cost: what was read may hold what no report may. */
function cost(args: readonly string[], folder: string): Cost {
  const codes = args[0] === 'import' ? [1] : [];
  const { cpu = 0, memory = 0 } = runNode(['dist/app/main.js', ...args], folder, { codes });
  return { cpu, memory: memory / 2 ** 20 };
}

function middle(costs: readonly Cost[]): Cost {
  return { cpu: median(costs.map(({ cpu }) => cpu)), memory: median(costs.map(({ memory }) => memory)) };
}
