import { createRequire } from 'node:module';
import type { Ajv2020, KeywordCxt, ValidateFunction } from 'ajv/dist/2020.js';
import { mostProblems } from '../json/limits.js';
import { schema } from './fields.js';

/** More errors than findings that are reported, because some errors only repeat others. */
export const manyErrors = 4 * mostProblems;

type Engine = typeof import('ajv/dist/2020.js');

/** Only loaded when needed: the build has prepared the validator. */
const engine = (): Engine => createRequire(import.meta.url)('ajv/dist/2020.js') as Engine;

/** The schema's validator, compiled now. */
export function compile(): ValidateFunction {
  return compiler(false).compile(markedSchema());
}

/** The schema's validator as the text of a CommonJS module. */
export function validatorSource(): string {
  return sourceOf(compiler(true), markedSchema());
}

function sourceOf(ajv: Ajv2020, of: object): string {
  const standalone = createRequire(import.meta.url)('ajv/dist/standalone') as {
    default: (ajv: Ajv2020, validate: ValidateFunction) => string;
  };
  return standalone.default(ajv, ajv.compile(of));
}

function compiler(source: boolean): Ajv2020 {
  const { Ajv2020 } = engine();
  // strictRequired off: the `if` of a target asks for a field that its `then` defines.
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    verbose: true,
    messages: false,
    code: { source },
  });
  ajv.addKeyword({ keyword: 'stopAtMany', code: stopAtMany });
  return ajv;
}

function markedSchema(): object {
  const stop = (key: string, value: unknown) => {
    // No keyword of JSON Schema.
    if (key === 'titleEn') return undefined;
    return key === 'items' ? Object.assign({ stopAtMany: true }, value) : value;
  };
  return JSON.parse(JSON.stringify(schema(), stop)) as object;
}

/**
 * Ends the validation at an array item once there are enough errors, because millions would fill the memory. Needs a schema
 * without references: then all of it is one function, with these names for its errors.
 */
function stopAtMany({ gen, it }: KeywordCxt): void {
  const { _, Name } = engine();
  gen.if(_`${new Name('errors')} > ${manyErrors}`, () => {
    gen.assign(_`${it.validateName}.errors`, new Name('vErrors'));
    gen.return(false);
  });
}
