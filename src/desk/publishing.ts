import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diffReports } from '../diff/diff.js';
import { deedOf, nameOf } from '../diff/words.js';
import type { Format } from '../formats/formats.js';
import { fileFormats } from '../formats/rows.js';
import { Problems } from '../problem.js';
import { buildAppendix, buildReport } from '../publish/build.js';
import { extractSource } from '../publish/extract.js';
import { type MadeFile, readManifest } from '../publish/manifest.js';
import { manifestPath } from '../publish/paths.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import type { Answer } from './answer.js';
import type { Desk } from './desk.js';
import type { Published, PublishedName, PublishedNow, ShownChange } from './wire.js';

/** What was published of a report, and what has changed since. */
export async function publishedOf(desk: Desk, name: string): Promise<Published> {
  const { report } = desk.open(name).desk;
  const path = manifestPath(desk.workshop.out, `${name}.json`);
  const formats = fileFormats();
  const files = madeOf(desk, name).flatMap(({ file, folder }) => publishedName(file, folder) ?? []);
  const manifest = readManifest(path);
  if (!manifest) return { files, formats };
  const pdf = manifest.files.find(({ format }) => format === 'pdf');
  const before = pdf && (await publishedData(join(dirname(path), pdf.name)));
  return { pages: manifest.pages, files, formats, ...(before && { changes: changesSince(before, report) }) };
}

/** The files that the manifests of a report name: its own and its booklet's, those of the last build first. */
function madeOf(desk: Desk, name: string): readonly { readonly file: MadeFile; readonly folder: string }[] {
  return ['', '-附表'].flatMap((suffix) => {
    const path = manifestPath(desk.workshop.out, `${name}.json`, suffix);
    const { files = [], earlier = [] } = readManifest(path) ?? {};
    return [...files, ...earlier].map((file) => ({ file, folder: dirname(path) }));
  });
}

/** Undefined for a file that somebody took away. */
function publishedName({ name, format, size }: MadeFile, folder: string): PublishedName | undefined {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  return found && { name, format, size, made: found.mtime.toISOString() };
}

async function publishedData(path: string): Promise<Report | undefined> {
  try {
    const { bytes } = await extractSource(path);
    return readReport(bytes, path).report;
  } catch (cause) {
    if (cause instanceof Problems) return undefined;
    throw cause;
  }
}

function changesSince(before: Report, after: Report): ShownChange[] {
  return diffReports(before, after).map((change) => {
    const { unit, project } = change.owner;
    const owner = [unit, project].flatMap((named) => (named ? [nameOf(named).zh] : [])).join(' · ');
    return {
      owner,
      cell: change.cell,
      deed: deedOf(change),
      ...(change.before && { before: change.before.text }),
      ...(change.after && { after: change.after.text }),
    };
  });
}

/** Checks and builds a report into the folder of outputs, as `jibiao build` does. Throws Problems of saving. */
export async function publishNow(
  desk: Desk,
  name: string,
  said: Readonly<Record<string, unknown>>,
): Promise<PublishedNow> {
  const open = desk.open(name);
  open.desk.save();
  const wanted = Array.isArray(said.formats) ? said.formats : ['pdf', 'docx'];
  const formats = fileFormats().filter((format) => wanted.includes(format));
  const wish = {
    formats: formats as readonly Format[],
    docxFonts: 'used',
    verify: true,
    source: true,
    check: true,
    ...(said.draft === true && { draft: true }),
    ...(said.overwrite === true && { overwrite: true }),
  } as const;
  const file = open.desk.file;
  const built =
    said.booklet === true
      ? await buildAppendix(file, desk.workshop, wish, { cover: { pageStyle: 'plain' }, split: false })
      : await buildReport(file, desk.workshop, wish);
  const { failed, pages, problems } = built;
  // How many warnings there are stands above, with the way to each.
  return { failed, pages, problems: problems.filter(({ code }) => code !== 'check-warnings') };
}

/** A published file; undefined for a name that no manifest of the report has. */
export function downloadOf(desk: Desk, name: string, file: string): Answer | undefined {
  if (!desk.fileOf(name)) return undefined;
  const made = madeOf(desk, name).find((each) => each.file.name === file);
  if (!made || !publishedName(made.file, made.folder)) return undefined;
  const bytes = readFileSync(join(made.folder, file));
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`;
  return { type: 'application/octet-stream', bytes, headers: { 'content-disposition': disposition } };
}
