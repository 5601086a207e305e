import type { ErrorObject } from 'ajv';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { placeFindings } from '../json/finding.js';
import { nearestHint } from '../json/nearest.js';
import { scan } from '../json/scan.js';
import { type Bilingual, fault, type Place, type Problem } from '../problem.js';
import { unprintableCharacters } from '../report/characters.js';
import { mostFaults } from './limits.js';
import { type RegionReading, readRegion } from './manifestRegion.js';
import { type ReadManifest, readyManifest } from './ready.js';
import type { SourceFile } from './source.js';
import { manifestValidator } from './validator.js';
import { withoutPlaceProblems } from './withoutPlace.js';

/** A manifest as it was read; or what is wrong with it, all at once. */
export type ManifestReading =
  | (ReadManifest & { readonly problems: readonly [] })
  | { readonly problems: readonly Problem[] };

/** Reads `layout.json`. `id` is the path of its folder, which the manifest must repeat. A shipped one the build has read. */
export function readManifest(source: SourceFile, id: string): ManifestReading {
  const ready = readyManifest(source, id);
  return ready ? { ...ready, problems: [] } : readManifestAnew(source, id);
}

let validator: ReturnType<typeof manifestValidator> | undefined;

/** The same, whatever the build has ready. */
export function readManifestAnew(source: SourceFile, id: string): ManifestReading {
  // Nothing recursive may see a text that is nested too deep.
  const scanned = scan(source.text, source.file);
  if (scanned.stopped) return { problems: scanned.problems };
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false });
  // Further syntax errors follow from the first.
  if (!tree || errors.length > 0) return { problems: errors.slice(0, 1).map((error) => syntaxFault(source, error)) };
  const value: unknown = getNodeValue(tree);
  validator ??= manifestValidator();
  const validate = validator;
  if (!validate(value)) {
    return { problems: (validate.errors ?? []).slice(0, mostFaults).map((error) => schemaFault(source, tree, error)) };
  }
  const odd = unprintableCharacters(value);
  if (odd.length > 0) return { problems: placeFindings(odd.slice(0, mostFaults), source.text, source.file) };
  if (value.id !== id) return { problems: [idFault(source, tree, value.id, id)] };
  const misplaced = withoutPlaceProblems(value.withoutPlace?.fields ?? []);
  if (misplaced.length > 0) return { problems: placeFindings(misplaced, source.text, source.file) };
  const reading = readRegion(value.region);
  if (!('region' in reading)) return { problems: [regionFault(source, tree, reading)] };
  const manifest = { ...value, region: reading.region };
  return { manifest, title: titleSource(source, tree, value.title), problems: [] };
}

function regionFault(
  source: SourceFile,
  tree: Node,
  { message, hint }: Exclude<RegionReading, { region: unknown }>,
): Problem {
  const offset = findNodeAtLocation(tree, ['region'])?.offset ?? 0;
  return fault('layout-region', message, { ...placeAt(source, offset), pointer: '/region' }, hint);
}

/** The title stands in its file behind as many lines and columns as in the JSON, so that problems name the true place. */
function titleSource(source: SourceFile, tree: Node, title: string): SourceFile {
  const { line = 1, column = 1 } = placeAt(source, findNodeAtLocation(tree, ['title'])?.offset ?? 0);
  return { file: source.file, text: '\n'.repeat(line - 1) + ' '.repeat(column) + title };
}

function syntaxFault(source: SourceFile, error: ParseError): Problem {
  const name = printParseErrorCode(error.error);
  return fault(
    'layout-json',
    { zh: `layout.json 不是合格的 JSON（${name}）`, en: `layout.json is not valid JSON (${name})` },
    placeAt(source, error.offset),
    { zh: '请检查此处的引号、逗号与括号', en: 'check quotes, commas and brackets here' },
  );
}

function idFault(source: SourceFile, tree: Node, found: string, id: string): Problem {
  return fault(
    'layout-id',
    { zh: `版式编号 ${found} 与所在文件夹 ${id} 不同`, en: `the id ${found} is not the folder's path ${id}` },
    { ...placeAt(source, findNodeAtLocation(tree, ['id'])?.offset ?? 0), pointer: '/id' },
    { zh: `请把 id 改为 "${id}"`, en: `write "id": "${id}"` },
  );
}

function schemaFault(source: SourceFile, tree: Node, error: ErrorObject): Problem {
  const extra = error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
  const pointer = extra === undefined ? error.instancePath : `${error.instancePath}/${extra}`;
  const path = pointer.split('/').slice(1);
  const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node = findNodeAtLocation(tree, steps) ?? tree;
  const offset = extra === undefined ? node.offset : (node.parent?.offset ?? node.offset);
  const place = { ...placeAt(source, offset), ...(pointer && { pointer }) };
  return fault('layout-manifest', schemaMessage(error, path.join('.')), place, schemaHint(error, extra));
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

function placeAt(source: SourceFile, offset: number): Place {
  const before = source.text.slice(0, offset).split(/\r\n?|\n/);
  return { file: source.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
