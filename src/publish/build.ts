import { dirname, join } from 'node:path';
import type { PassedProjects } from '../check/passed.js';
import type { Attachment, FormatRow } from '../formats/format.js';
import type { Format } from '../formats/formats.js';
import { isFile, rowOf } from '../formats/rows.js';
import { type Generated, generate, generateAppendix, type Wish } from '../generate.js';
import { jsonBytes } from '../json/bytes.js';
import { sha256 } from '../kept/digest.js';
import type { Kept } from '../kept/kept.js';
import { type Bilingual, type Problem, warning } from '../problem.js';
import type { Cover } from '../products/booklet/front.js';
import { attempt, bookletLayouts, type Read, reportLayouts } from './attempt.js';
import { gate } from './gate.js';
import { keep, keptFor } from './keep.js';
import { clearLeft, inFolder } from './lock.js';
import { fontsDigest, layoutsDigest, type MadeFile, type Manifest, type Origin, readManifest } from './manifest.js';
import { filesOf, stagesOf } from './outputs.js';
import { manifestPath, outputPath, reportName } from './paths.js';
import { type Publication, publish, standsAsMade } from './publish.js';
import { pieces } from './split.js';
import { tableStates } from './tableStates.js';
import { unchangedBuild } from './unchanged.js';
import type { BuildWish, Built, Workshop } from './workshop.js';

export { reportName } from './paths.js';
export type { BuildWish, Built, Workshop } from './workshop.js';

/** Builds one report file and writes its outputs, all or none. Never throws: faults are in the result. */
export async function buildReport(path: string, workshop: Workshop, wish: BuildWish): Promise<Built> {
  return regenerate(path, workshop, wish, { suffix: '', choose: reportLayouts, options: {} }, async (read, kept) => {
    const made = await generate(read.report, read.layouts, workshop.fonts, wishFor(path, read, wish), kept);
    return {
      made,
      files: publicationsOf(made, wish, (format) => outputPath(workshop.out, path, format)),
      unchanged: [],
    };
  });
}

/** Options of a booklet: its cover, and whether each table is also written as a file of its own. */
export interface Booklet {
  readonly cover: Cover;
  readonly split: boolean;
}

/** What is added to a report's name in those of its booklet's files. */
export const bookletSuffix = '-附表';

/**
 * Builds one booklet of all of a report's tables, as `<out>/<report>/<report>-附表.pdf`, and if wanted a file of each table
 * in `<out>/<report>/<report>-分表/`; all of these files or none. Otherwise as `buildReport`.
 */
export async function buildAppendix(
  path: string,
  workshop: Workshop,
  wish: BuildWish,
  booklet: Booklet,
): Promise<Built> {
  const suffix = bookletSuffix;
  const tables = booklet.split ? join(workshop.out, reportName(path), `${reportName(path)}-分表`) : undefined;
  const product = { suffix, choose: bookletLayouts, options: booklet, ...(tables !== undefined && { tables }) };
  return regenerate(path, workshop, wish, product, async (read, kept, before) => {
    const { report, layouts } = read;
    const own = wishFor(path, read, wish);
    const made = await generateAppendix(report, layouts, workshop.fonts, own, booklet.cover, kept);
    const files = publicationsOf(made, wish, (format) => outputPath(workshop.out, path, format, suffix));
    const single =
      tables === undefined
        ? { files: [], unchanged: [] }
        : await singleTables(tables, read, { workshop, own: { ...own, formats: wish.formats }, before, kept });
    return { made, files: [...files, ...single.files], unchanged: single.unchanged };
  });
}

/** The outputs of a build: files to write, and files that stay as they are. */
interface Made {
  readonly made: Generated;
  readonly files: readonly Publication[];
  readonly unchanged: readonly MadeFile[];
}

/** One of a report's publications, with its own manifest. */
interface Product {
  /** Added to the report's name in file names. */
  readonly suffix: string;
  readonly choose: typeof reportLayouts;
  readonly options: unknown;
  /** The folder for files of single tables. */
  readonly tables?: string;
}

/** Makes the outputs that are missing or out of date, and writes their manifest. */
async function regenerate(
  path: string,
  workshop: Workshop,
  wish: BuildWish,
  product: Product,
  make: (read: Read, kept: Kept, before: Manifest | undefined) => Promise<Made>,
): Promise<Built> {
  const manifest = manifestPath(workshop.out, path, product.suffix);
  for (const folder of [dirname(manifest), ...(product.tables ? [product.tables] : [])]) clearLeft(folder);
  const before = readManifest(manifest);
  const standsFor = (known: Manifest | undefined) =>
    wish.force ? undefined : unchangedBuild({ path: manifest, before: known }, origin, wish.formats);
  let origin: Origin;
  let sound: PassedProjects | undefined;
  return attempt(path, {
    workshop,
    choose: product.choose,
    ...(wish.internal && { internal: true }),
    ...(wish.check && {
      gate: (read, layouts) => {
        const known = wish.force ? {} : soundBefore(before, origin);
        const passed = gate(read, layouts, wish.draft ?? false, known, product.choose === bookletLayouts);
        sound = passed.passed;
        return passed.problems;
      },
    }),
    stands: (bytes) => {
      origin = originOf(bytes, path, workshop, wish, product.options);
      return standsFor(before);
    },
    work: (read, layout) =>
      inFolder(dirname(manifest), async () => {
        // Another run may have written it meanwhile.
        const before = readManifest(manifest);
        const there = standsFor(before);
        if (there) return there.done;
        const publishing = { path: manifest, before, overwrite: wish.overwrite ?? false, report: path };
        const kept = keptFor(manifest, workshop, wish);
        // After a failure, what was kept may not be proven.
        workshop.kept?.delete(manifest);
        const { made, files, unchanged } = await make(read, kept, wish.force ? undefined : before);
        const problems = [...read.notices, ...read.place(made.problems), ...leftOut(read, path, wish)];
        const { pages, tables } = made;
        const done = { pages, problems, stages: stagesOf(made), files: [] };
        if (files.length + unchanged.length === 0) return done;
        const record = { manifest: 1, origin, layout, pages, tables, problems, ...(sound && { sound }) } as const;
        const written = publish(files, unchanged, record, publishing, product.tables);
        keep(manifest, kept, workshop, wish);
        return { ...done, files: written, ...(before && { tables: tableStates(before.tables, tables) }) };
      }),
  });
}

/** The projects that passed the same rules for the same layouts before. */
function soundBefore(before: Manifest | undefined, { program, layouts }: Origin): PassedProjects {
  const same = before?.origin.program === program && before.origin.layouts === layouts;
  return (same && before.sound) || {};
}

function originOf(bytes: Uint8Array, path: string, workshop: Workshop, wish: BuildWish, more: unknown): Origin {
  const { formats: _, force: _force, overwrite: _overwrite, ...wished } = wish;
  return {
    program: workshop.program,
    report: sha256(bytes),
    layouts: layoutsDigest(workshop.layouts),
    fonts: fontsDigest(workshop.fonts),
    options: { name: reportName(path), layout: workshop.layout ?? null, ...wished, ...(more as object) },
  };
}

function wishFor(path: string, read: Read, wish: BuildWish): Wish {
  return {
    formats: wish.formats,
    docxFonts: wish.docxFonts,
    verify: wish.verify,
    ...(wish.draft && { draft: true }),
    ...(wish.pdfa && { pdfa: wish.pdfa }),
    ...sourceOf(path, read, wish),
  };
}

/** What is needed to make files of single tables. */
interface Making {
  readonly workshop: Workshop;
  readonly own: Wish;
  readonly before: Manifest | undefined;
  readonly kept: Kept;
}

/** A file of each table of a booklet; a file that is up to date is not made again. */
async function singleTables(folder: string, read: Read, { workshop, own, before, kept }: Making) {
  const files: Publication[] = [];
  const unchanged: MadeFile[] = [];
  // The file of a single table does not carry the whole report.
  const { source: _, ...wish } = own;
  const formats = wish.formats.filter(isFile);
  const common = [
    workshop.program,
    layoutsDigest(workshop.layouts),
    fontsDigest(workshop.fonts),
    { ...wish, formats: [] },
  ];
  for (const piece of pieces(read.report, read.layouts)) {
    const origin = sha256(JSON.stringify([...common, piece.layout.manifest.id, piece.report]));
    const pathOf = (format: Format) => join(folder, `${piece.name}.${format}`);
    const there = standingTable(formats.map(pathOf), origin, before, dirname(folder));
    if (there) unchanged.push(...there);
    else {
      const table = await generate(piece.report, [piece.layout], workshop.fonts, wish, kept.beside('drawn'));
      files.push(...publicationsOf(table, wish, pathOf).map((file) => ({ ...file, origin })));
    }
  }
  return { files, unchanged };
}

/** The files of a table from the manifest, if all exist unchanged and have the same origin. */
function standingTable(paths: readonly string[], origin: string, before: Manifest | undefined, folder: string) {
  const found = paths.map((path) =>
    before?.files.find(
      (file) => join(folder, file.name) === path && file.origin === origin && standsAsMade(folder, file),
    ),
  );
  const there = found.filter((file) => file !== undefined);
  return there.length === paths.length ? there : undefined;
}

/** The files to write. */
function publicationsOf(made: Generated, { formats }: Pick<Wish, 'formats'>, pathOf: (format: Format) => string) {
  return filesOf(made, pathOf).filter(({ format }) => formats.includes(format));
}

/** Tells that the files carry no data, where the data has withheld projects; or carries it without signers and contacts. */
function leftOut({ notPublic: { withheld, persons } }: Read, file: string, wish: BuildWish): Problem[] {
  const { source, formats, pdfa, internal } = wish;
  const inside = internal && persons ? [warning('internal-copy', internalCopy, { file }, forInside)] : [];
  const carries = ({ takes }: FormatRow): boolean =>
    takes.includes('source') && !(pdfa === '1b' && takes.includes('pdfa'));
  if (!source || !formats.some((format) => carries(rowOf(format)))) return inside;
  if (withheld) return [...inside, noData(withheld, file)];
  return internal || !persons
    ? inside
    : [{ ...warning('source-without-persons', withoutPersons(persons), { file }), severity: 'hint' }];
}

function noData(withheld: Bilingual, file: string): Problem {
  const message = {
    zh: `数据里有${withheld.zh}：文件里没有附数据`,
    en: `the data has ${withheld.en}: the files carry no data`,
  };
  return warning('source-left-out', message, { file }, withoutThem);
}

const withoutThem = {
  zh: '要附数据，请从一份不含这些内容的报告生成',
  en: 'to attach the data, build from a report without them',
};

function withoutPersons({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `${zh}不公开：文件里附的数据不含这些`,
    en: `${en} are not for the public: the data in the files is without them`,
  };
}

const internalCopy = {
  zh: '印出了签署和联系信息：这是内部稿，不要公开',
  en: 'signers and contacts are printed: this copy is not for the public',
};
const forInside = { zh: '公开件不要写 --internal', en: 'build without --internal to publish' };

/** The report's data to put inside the files that carry it: the file byte for byte, or what of it is printed; none where projects are withheld. */
function sourceOf(path: string, { bytes, report, notPublic: { withheld, persons } }: Read, wish: BuildWish) {
  if (!wish.source || withheld) return {};
  const given = persons && !wish.internal ? jsonBytes(report) : bytes;
  const source: Attachment = { name: `${reportName(path)}.json`, type: 'application/json', bytes: given };
  return { source };
}
