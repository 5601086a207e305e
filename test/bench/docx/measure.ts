import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { unpack } from '../../../src/formats/office/parts.js';
import { zipped } from '../../../src/formats/office/zip.js';
import { columnWidths } from '../../../src/typeset/columns.js';
import { dividedCells } from '../../../src/typeset/dividedCells.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { type BenchLayout, generateReport } from '../generateReport.js';
import { inTurn, median } from '../repeat.js';
import { shippedFonts, shippedLayout, treeOf } from '../stages.js';
import { runNode, type Used } from '../whole.js';
import { template, templateData } from './template.js';
import { byDocx, filled } from './writers.js';

/** CPU in milliseconds, peak memory in bytes; medians. */
export interface DocxFigures {
  readonly forms: number;
  /** Tree to file in a warm process. */
  readonly warm: Readonly<Record<'ours' | 'docxtemplater' | 'docx', number>>;
  /** Whole processes. */
  readonly whole: Readonly<Record<WholeRun, { readonly cpu: number; readonly memory: number }>>;
  /** Bytes: the document part, the file, the file without its fonts. */
  readonly xml: number;
  readonly bytes: Readonly<Record<'ours' | 'oursWithoutFonts' | 'docxtemplater', number>>;
}

const wholeRuns = ['pdf', 'pdf read back', 'docx', 'docx read back', 'docxtemplater'] as const;
type WholeRun = (typeof wholeRuns)[number];

export interface DocxWish {
  readonly folder: string;
  readonly layout: BenchLayout;
  readonly repeat: number;
}

/** One report of so many forms as DOCX, beside our PDF of it, docxtemplater's fill and the docx package alone. */
export async function measureDocx(wish: DocxWish): Promise<DocxFigures[]> {
  const all: DocxFigures[] = [];
  for (const forms of [1, 200, 1000]) all.push(await measured(forms, wish));
  return all;
}

async function measured(forms: number, { folder, layout, repeat }: DocxWish): Promise<DocxFigures> {
  const report = generateReport({ seed: 1, projects: forms, layout });
  const fonts = shippedFonts();
  const document = treeOf(report, shippedLayout(layout));
  const divided = dividedCells(document, typeset(document, fonts));
  const data = templateData(document);
  const empty = template();
  const writers = {
    ours: () =>
      writeDocx(document, fonts, (table, width) => columnWidths(table, width, fonts), { fonts: 'used', divided }),
    docxtemplater: async () => filled(empty, data),
    docx: () => byDocx(data),
  };
  const { cpu, files } = await warm(writers, repeat);
  const parts = unpack(files.ours);
  const own = join(folder, `docx-${forms}`);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'report.json'), JSON.stringify(report));
  writeFileSync(join(own, 'template.docx'), empty);
  writeFileSync(join(own, 'data.json'), JSON.stringify(data));
  const faces = Object.fromEntries(Object.entries(parts).filter(([path]) => path.endsWith('.odttf')));
  return {
    forms,
    warm: cpu,
    whole: whole(own, repeat),
    xml: (parts['word/document.xml'] as Uint8Array).length,
    bytes: {
      ours: files.ours.length,
      oursWithoutFonts: files.ours.length - zipped(Object.entries(faces)).length,
      docxtemplater: files.docxtemplater.length,
    },
  };
}

type Writer = keyof DocxFigures['warm'];
const writerNames: readonly Writer[] = ['ours', 'docxtemplater', 'docx'];

/** The writers in turn, three times to get warm. */
async function warm(writers: Readonly<Record<Writer, () => Promise<Uint8Array>>>, repeat: number) {
  const times: Record<Writer, number[]> = { ours: [], docxtemplater: [], docx: [] };
  const files = {} as Record<Writer, Uint8Array>;
  for (let round = 0; round < 3 + repeat; round++) {
    for (const name of inTurn(writerNames, round)) {
      const before = process.cpuUsage();
      files[name] = await writers[name]();
      const { user, system } = process.cpuUsage(before);
      if (round >= 3) times[name].push((user + system) / 1000);
    }
  }
  const cpu = { ours: median(times.ours), docxtemplater: median(times.docxtemplater), docx: median(times.docx) };
  return { cpu, files };
}

const fillOnce = fileURLToPath(new URL('./fillOnce.js', import.meta.url));

function whole(folder: string, repeat: number): DocxFigures['whole'] {
  const build = (to: string, ...more: string[]) => [
    'dist/app/main.js',
    ...['build', join(folder, 'report.json'), '--to', to, '--out', join(folder, 'out'), '--force', '--quiet', ...more],
  ];
  const commands: Readonly<Record<WholeRun, readonly string[]>> = {
    pdf: build('pdf', '--no-verify'),
    'pdf read back': build('pdf'),
    docx: build('docx', '--no-verify'),
    'docx read back': build('docx'),
    docxtemplater: [fillOnce, ...['template.docx', 'data.json', 'filled.docx'].map((file) => join(folder, file))],
  };
  const used = new Map<WholeRun, Used[]>(wholeRuns.map((name) => [name, []]));
  for (let round = 0; round < repeat; round++) {
    for (const name of inTurn(wholeRuns, round)) used.get(name)?.push(runNode(commands[name], folder));
  }
  const middle = (name: WholeRun) => {
    const own = used.get(name) ?? [];
    return { cpu: median(own.map(({ cpu }) => cpu ?? 0)), memory: median(own.map(({ memory }) => memory ?? 0)) };
  };
  return Object.fromEntries(wholeRuns.map((name) => [name, middle(name)])) as Record<
    WholeRun,
    ReturnType<typeof middle>
  >;
}
