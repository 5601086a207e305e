import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { typstVersion } from './engines/typst.js';
import { installed, versionOf } from './outside.js';
import { type EngineName, engineNames } from './variants.js';

/** What the figures were measured with. */
export function machine() {
  const [cpu] = cpus();
  return {
    system: `${type()} ${release()}`,
    processor: cpu?.model ?? 'unknown',
    cores: cpus().length,
    /** Bytes. */
    memory: totalmem(),
    node: process.version,
  };
}

/** The versions of our own code and of the engines asked for, those that are here. */
export function versions(engines: readonly EngineName[]): Record<string, string> {
  const found: Record<string, string> = { jibiao: `${packageVersion('.')} ${commit()}` };
  for (const engine of engineNames.filter((name) => engines.includes(name))) {
    const program = installed(engine);
    if (program) found[engine] = versionOf(program);
  }
  found.pdfmake = packageVersion('node_modules/pdfmake');
  if (engines.includes('typst')) {
    const wrapper = packageVersion('node_modules/@myriaddreamin/typst-ts-node-compiler');
    found.typst = `${typstVersion()} (typst-ts-node-compiler ${wrapper}; tags by default)`;
  }
  return found;
}

function packageVersion(folder: string): string {
  return (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }).version;
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
