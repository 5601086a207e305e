import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { Manifest } from './manifest.js';

/** The manifest's validator: the one that the build wrote beside this file (precompile.ts), else compiled now. */
export function manifestValidator(): ValidateFunction<Manifest> {
  const load = createRequire(import.meta.url);
  try {
    return load('./manifestValidator.cjs') as ValidateFunction<Manifest>;
  } catch {
    return compiler(load, false).compile<Manifest>(Manifest);
  }
}

/** The manifest's validator as the text of a CommonJS module. */
export function validatorSource(): string {
  const load = createRequire(import.meta.url);
  const ajv = compiler(load, true);
  const standalone = load('ajv/dist/standalone') as {
    default: (engine: typeof ajv, validate: ValidateFunction) => string;
  };
  return standalone.default(ajv, ajv.compile(Manifest));
}

function compiler(load: NodeJS.Require, source: boolean) {
  const { Ajv } = load('ajv') as typeof import('ajv');
  return new Ajv({ allErrors: true, verbose: true, code: { source } });
}
