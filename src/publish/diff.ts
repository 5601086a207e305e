import { extname, join } from 'node:path';
import type { Change } from '../diff/change.js';
import { diffReports } from '../diff/diff.js';
import { type Summary, summaryOf } from '../diff/summary.js';
import { carrierOf } from '../formats/rows.js';
import { generateFromMarkup, pagesOf, type Wish } from '../generate.js';
import type { Spot } from '../json/lines.js';
import { placesOf } from '../json/places.js';
import { findProduct } from '../layouts/find.js';
import { type Problem, Problems } from '../problem.js';
import { type PageOf, pageFinder } from '../products/revision/pages.js';
import { revisionMarkup, revisionTitle } from '../products/revision/revision.js';
import { publicCopy } from '../report/notPublic.js';
import { publishedOf } from '../report/published.js';
import { type ReadReport, readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { reportLayouts } from './attempt.js';
import { reportName, type Workshop } from './build.js';
import { extractSource } from './extract.js';
import { type PublishedOutputs, publishOutputs } from './outputs.js';
import { readFileWithin } from './readFile.js';

/** A change with its lines in both files. */
export interface PlacedChange {
  readonly change: Change;
  readonly before?: Spot;
  readonly after?: Spot;
}

/** The comparison of two files. `warnings` are those of reading them. */
export interface Compared {
  readonly before: ReadReport;
  readonly after: ReadReport;
  readonly changes: readonly PlacedChange[];
  readonly summary: Summary;
  readonly warnings: readonly Problem[];
}

/** Compares two report files; of a PDF, the report that it carries. Throws the Problems of both. */
export async function diffFiles(oldPath: string, newPath: string): Promise<Compared> {
  const [before, after] = await readBoth(oldPath, newPath);
  const changes = diffReports(before.report, after.report);
  const [oldSpots, newSpots] = [spotsOf(before, changes, 'before'), spotsOf(after, changes, 'after')];
  return {
    before,
    after,
    changes: changes.map((change, index) => ({
      change,
      ...at('before', oldSpots[index]),
      ...at('after', newSpots[index]),
    })),
    summary: summaryOf(changes, before.report, after.report),
    warnings: [...before.warnings, ...after.warnings],
  };
}

async function readBoth(oldPath: string, newPath: string): Promise<[ReadReport, ReadReport]> {
  const [before, after] = await Promise.allSettled([readEither(oldPath), readEither(newPath)]);
  if (before.status === 'fulfilled' && after.status === 'fulfilled') return [before.value, after.value];
  const reasons: unknown[] = [before, after].flatMap((read) => (read.status === 'rejected' ? [read.reason] : []));
  const ours = reasons.find((reason) => !(reason instanceof Problems));
  if (ours !== undefined) throw ours;
  throw new Problems(reasons.flatMap((reason) => (reason instanceof Problems ? reason.problems : [])));
}

async function readEither(path: string): Promise<ReadReport> {
  if (!carrierOf(path)) return readReport(readFileWithin(path), path);
  const { bytes } = await extractSource(path);
  return readReport(bytes, path);
}

function at(side: 'before' | 'after', spot: Spot | undefined) {
  return spot && { [side]: spot };
}

/** The line and column of each change on one side, found in one pass over its text. */
function spotsOf(read: ReadReport, changes: readonly Change[], side: 'before' | 'after'): (Spot | undefined)[] {
  const paths = changes.map((change) => change[side]?.path);
  const places = placesOf(
    paths.filter((path) => path !== undefined),
    read.text,
  );
  return paths.map((path) => path && places.spotOf(path));
}

/** The result of publishing a 修订对照表. */
export interface PublishedRevision extends PublishedOutputs {
  /** The layout of the new report, to which the page references belong. */
  readonly layout: string;
  readonly pageOf: PageOf;
  /** Why a format was not made. */
  readonly problems: readonly Problem[];
}

export interface RevisionWish extends Pick<Wish, 'formats' | 'docxFonts' | 'pdfa' | 'verify'> {
  readonly language: 'zh' | 'en';
  /** Compare signers, contacts and withheld projects too: a table for inside. */
  readonly internal: boolean;
  /** Folders of templates, the shipped one first; the `revision/` of a later one wins. */
  readonly templates: readonly string[];
}

/** Writes `<out>/<new report>/<new report>-修订对照表.pdf` and `.docx`, both or none. Throws Problems. */
export async function publishRevision(
  compared: Compared,
  workshop: Workshop,
  wish: RevisionWish,
): Promise<PublishedRevision> {
  const { before, after } = compared;
  const { layouts } = reportLayouts(workshop, after.report);
  const pages = pagesOf(publicCopy(after.report), layouts, workshop.fonts);
  const pageOf = pageFinder(after.report, pages);
  const shown = wish.internal ? wholly(compared) : forPublic(compared);
  const revision = {
    ...shown,
    names: { before: nameOf(before), after: nameOf(after) },
    pageOf: wish.internal ? pageOf : pageFinder(shown.after, pages),
    thousands: layouts.some(({ manifest }) => manifest.thousands),
    language: wish.language,
  };
  const template = findProduct(wish.templates, 'revision', 'table');
  const made = await generateFromMarkup(
    {
      markup: revisionMarkup(revision, template),
      file: 'revision',
      looks: template.looks,
      page: { width: 841.89, height: 595.28 },
      meta: {
        title: revisionTitle(revision),
        author: after.report.department.name,
        subject: wish.language === 'zh' ? '修订对照表' : 'table of revisions',
        date: after.report.date ?? `${after.report.year}-01-01`,
        language: wish.language === 'zh' ? 'zh-CN' : 'en',
      },
    },
    workshop.fonts,
    wish,
  );
  const name = reportName(carrierOf(after.file) ? after.file.slice(0, -extname(after.file).length) : after.file);
  return {
    ...(await publishOutputs(made, (format) => join(workshop.out, name, `${name}-修订对照表.${format}`))),
    layout: layouts.map(({ manifest }) => manifest.id).join('、'),
    pageOf,
    problems: made.problems.map((problem) => ({ ...problem, place: { file: after.file } })),
  };
}

/** What a table of revisions shows: two reports and how they differ. */
interface Shown {
  readonly changes: readonly Change[];
  readonly summary: Summary;
  readonly before: Report;
  readonly after: Report;
}

function wholly({ changes, summary, before, after }: Compared): Shown {
  return { changes: changes.map(({ change }) => change), summary, before: before.report, after: after.report };
}

/** Without signers, contacts and withheld projects; one that is withheld from now on is removed. */
function forPublic(compared: Compared): Shown {
  const [before, after] = [asPublished(compared.before), asPublished(compared.after)];
  const changes = diffReports(before, after);
  return { changes, summary: summaryOf(changes, before, after), before, after };
}

function asPublished({ report }: ReadReport): Report {
  return publishedOf(publicCopy(report));
}

/** The file's name without folders: a published table must not reveal those of a disk. */
function nameOf({ file }: ReadReport): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
