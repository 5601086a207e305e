import type { ErrorObject } from 'ajv';
import { placeFindings } from '../json/finding.js';
import { nearestHint } from '../json/nearest.js';
import { type Places, placesOf } from '../json/places.js';
import { type Path, pathOf, pointerOf } from '../json/pointer.js';
import { scan } from '../json/scan.js';
import { syntaxProblems } from '../json/syntax.js';
import { type Bilingual, fault, type Place, type Problem } from '../problem.js';
import { unprintableCharacters } from '../report/characters.js';
import { mostFaults } from './limits.js';
import { type RegionReading, readRegion } from './manifestRegion.js';
import { type ReadManifest, readyManifest } from './ready.js';
import type { SourceFile } from './source.js';
import { manifestValidator } from './validator.js';
import { withoutPlaceProblems } from './withoutPlace.js';

/** A manifest, or all that is wrong with it. */
export type ManifestReading =
  | (ReadManifest & { readonly problems: readonly [] })
  | { readonly problems: readonly Problem[] };

/** Reads `layout.json`. `id` is the path of its folder, which the manifest must repeat. Shipped ones were read by the build. */
export function readManifest(source: SourceFile, id: string): ManifestReading {
  const ready = readyManifest(source, id);
  return ready ? { ...ready, problems: [] } : readManifestAnew(source, id);
}

let validator: ReturnType<typeof manifestValidator> | undefined;

/** The same without what the build has read. */
export function readManifestAnew(source: SourceFile, id: string): ManifestReading {
  // What follows is recursive, so text that is nested too deep stops here.
  const scanned = scan(source.text, source.file);
  if (scanned.stopped) return { problems: scanned.problems };
  const value = parsed(source.text);
  if (value === undefined) return { problems: [syntaxFault(source)] };
  validator ??= manifestValidator();
  const validate = validator;
  if (!validate(value)) {
    return { problems: schemaFaults(source, (validate.errors ?? []).slice(0, mostFaults)) };
  }
  const odd = unprintableCharacters(value);
  if (odd.length > 0) return { problems: placeFindings(odd.slice(0, mostFaults), source.text, source.file) };
  if (value.id !== id) return { problems: [idFault(source, value.id, id)] };
  const misplaced = withoutPlaceProblems(value.withoutPlace?.fields ?? []);
  if (misplaced.length > 0) return { problems: placeFindings(misplaced, source.text, source.file) };
  const reading = readRegion(value.region);
  if (!('region' in reading)) return { problems: [regionFault(source, reading)] };
  const manifest = { ...value, region: reading.region };
  return { manifest, title: titleSource(source, value.title), problems: [] };
}

/** The value of a JSON text; undefined if it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function regionFault(source: SourceFile, { message, hint }: Exclude<RegionReading, { region: unknown }>): Problem {
  return fault('layout-region', message, placeOf(source, ['region']), hint);
}

/** The title as a source, padded to its line and column in the JSON, so that problems name the right place. */
function titleSource({ file, text }: SourceFile, title: string): SourceFile {
  const { line, column } = placesOf([['title']], text).spotOf(['title']) ?? { line: 1, column: 1 };
  return { file, text: '\n'.repeat(line - 1) + ' '.repeat(column) + title };
}

/** The first syntax error only: further ones follow from it. */
function syntaxFault({ text, file }: SourceFile): Problem {
  const [{ message, hint, place }] = syntaxProblems(text, file) as [Problem, ...Problem[]];
  const said = {
    zh: `layout.json 不是合格的 JSON：${message.zh}`,
    en: `layout.json is not valid JSON: ${message.en}`,
  };
  return fault('layout-json', said, place ?? { file }, hint);
}

function idFault(source: SourceFile, found: string, id: string): Problem {
  return fault(
    'layout-id',
    { zh: `版式编号 ${found} 与所在文件夹 ${id} 不同`, en: `the id ${found} is not the folder's path ${id}` },
    placeOf(source, ['id']),
    { zh: `请把 id 改为 "${id}"`, en: `write "id": "${id}"` },
  );
}

/** Placed in one pass over the text. */
function schemaFaults({ text, file }: SourceFile, errors: readonly ErrorObject[]): Problem[] {
  const faults = errors.map((error) => {
    const extra = error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
    return { error, extra, path: [...pathOf(error.instancePath), ...(extra === undefined ? [] : [extra])] };
  });
  const places = placesOf(
    faults.map(({ path }) => path),
    text,
  );
  return faults.map(({ error, extra, path }) => {
    const place = placeIn(places, path, file, extra === undefined ? 'value' : 'key');
    return fault('layout-manifest', schemaMessage(error, path.join('.')), place, schemaHint(error, extra));
  });
}

function schemaMessage(error: ErrorObject, field: string): Bilingual {
  switch (error.keyword) {
    case 'required': {
      const missing = [field, String(error.params.missingProperty)].filter(Boolean).join('.');
      return { zh: `缺少 ${missing}`, en: `${missing} is missing` };
    }
    case 'additionalProperties':
      return { zh: `没有 ${field} 这个字段`, en: `there is no field ${field}` };
    case 'enum':
      return {
        zh: `${field} 不能是 ${JSON.stringify(error.data)}`,
        en: `${field} cannot be ${JSON.stringify(error.data)}`,
      };
    default:
      return {
        zh: `${field || 'layout.json'} 的值不合要求`,
        en: `${field || 'layout.json'} ${error.message ?? 'is invalid'}`,
      };
  }
}

function schemaHint(error: ErrorObject, extra: string | undefined): Bilingual | undefined {
  if (extra !== undefined) return nearestHint(extra, Object.keys(error.parentSchema?.properties ?? {}));
  if (error.keyword === 'enum') return nearestHint(String(error.data), error.params.allowedValues);
  if (error.keyword !== 'type') return undefined;
  return { zh: `应为 ${error.params.type}`, en: `it should be a ${error.params.type}` };
}

function placeOf({ text, file }: SourceFile, path: Path): Place {
  return placeIn(placesOf([path], text), path, file);
}

function placeIn(places: Places, path: Path, file: string, of: 'key' | 'value' = 'value'): Place {
  const pointer = pointerOf(path);
  return { file, ...places.spotOf(path, of), ...(pointer && { pointer }) };
}
