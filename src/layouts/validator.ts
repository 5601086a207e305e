import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { Manifest } from './manifest.js';

/** The manifest's validator: the one that the build wrote (packaging/layouts.ts), else compiled now. */
export function manifestValidator(): ValidateFunction<Manifest> {
  try {
    return createRequire(import.meta.url)('./manifestValidator.cjs') as ValidateFunction<Manifest>;
  } catch {
    return compiler(false).compile<Manifest>(Manifest);
  }
}

/** The manifest's validator as the text of a CommonJS module. */
export function validatorSource(): string {
  const ajv = compiler(true);
  const standalone = createRequire(import.meta.url)('ajv/dist/standalone') as {
    default: (engine: typeof ajv, validate: ValidateFunction) => string;
  };
  return standalone.default(ajv, ajv.compile(Manifest));
}

function compiler(source: boolean) {
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  return new Ajv({ allErrors: true, verbose: true, code: { source } });
}
