import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../json/finding.js';
import { mostProblems } from '../json/limits.js';
import { type Path, pathOf, pointerOf } from '../json/pointer.js';
import { compile, manyErrors } from './compile.js';
import { fieldAt, fieldsOf, nearest } from './fields.js';
import { missingField, mixedTarget, unknownField, wrongEnum } from './fieldWords.js';
import { outOfRange, wrongPattern, wrongType } from './valueWords.js';

let compiled: ValidateFunction | undefined;

/**
 * Everything in a parsed report that its schema does not allow, one finding for each fault. A value of the wrong type gives one
 * finding, whatever else it breaks; a misspelt field is not also reported as missing.
 */
export function validate(value: unknown): Finding[] {
  compiled ??= ready() ?? compile();
  if (compiled(value)) return [];
  const errors = withoutEchoes((compiled.errors ?? []).slice(0, manyErrors)).slice(0, mostProblems);
  const misspelt = new Set(errors.filter(isUnknownField).map(fieldMeant));
  const moneyUnit = (value as { moneyUnit?: unknown } | null)?.moneyUnit;
  return errors
    .filter((error) => error.keyword !== 'required' || !misspelt.has(pointerOf(missingPath(error))))
    .map((error) => findingOf(error, moneyUnit));
}

/** The validator that the build wrote (packaging/reportValidator.ts): compiling it takes longer than a small report. */
function ready(): ValidateFunction | undefined {
  try {
    return createRequire(import.meta.url)('./reportValidator.cjs') as ValidateFunction;
  } catch {
    return undefined;
  }
}

/** Drops errors that only repeat others: of the keyword if, of both then and else, and about a value of a wrong type. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const wrongTypes = new Set(errors.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  const seen = new Set<string>();
  return errors.filter((error) => {
    const { keyword, instancePath, params } = error;
    if (keyword === 'if' || (keyword !== 'type' && wrongTypes.has(instancePath))) return false;
    const identity = JSON.stringify([instancePath, keyword, params.missingProperty ?? params.additionalProperty]);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function isUnknownField(error: ErrorObject): boolean {
  return error.keyword === 'additionalProperties';
}

function missingPath(error: ErrorObject): Path {
  return [...pathOf(error.instancePath), String(error.params.missingProperty)];
}

/** The pointer of the field that an unknown one most likely stands for. A target with a misspelt `text` lacks no value. */
function fieldMeant(error: ErrorObject): string {
  const path = pathOf(error.instancePath);
  const meant = nearestField(path, String(error.params.additionalProperty), error.data) ?? '';
  return pointerOf([...path, meant === 'text' && fieldAt(path)?.else ? 'value' : meant]);
}

/** The field nearest to a wrong name; fields that the object lacks come first. */
function nearestField(path: Path, name: string, owner: unknown): string | undefined {
  const fields = Object.entries(fieldsOf(fieldAt(path) ?? {})).map(([key, { title }]) => [key, title ?? ''] as const);
  const [absent, taken] = [false, true].map((isTaken) =>
    fields.filter(([key]) => Object.hasOwn(Object(owner), key) === isTaken),
  );
  return nearest(name, [...(absent ?? []), ...(taken ?? [])]);
}

function findingOf(error: ErrorObject, moneyUnit: unknown): Finding {
  const path = pathOf(error.instancePath);
  const field = fieldAt(path) ?? {};
  const value: unknown = error.data;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params.additionalProperty);
      const isMixed = Object.hasOwn(field.else?.properties ?? {}, name);
      const said = isMixed ? mixedTarget(name) : unknownField(name, field, nearestField(path, name, value));
      return { path: [...path, name], at: 'key', say: () => said };
    }
    case 'required':
      return { path, at: 'value', say: () => missingField(missingPath(error)) };
    case 'type':
      return { path, at: 'value', say: (raw) => wrongType(path, field, value, raw) };
    case 'enum':
      return { path, at: 'value', say: () => wrongEnum(path, field, String(value)) };
    case 'pattern':
      return { path, at: 'value', say: () => wrongPattern(path, field, String(value), moneyUnit) };
    case 'minimum':
    case 'maximum':
      return { path, at: 'value', say: (raw) => outOfRange(path, field, raw) };
    default:
      throw new Error(`the schema keyword ${error.keyword} has no words; add them to validate.ts`);
  }
}
