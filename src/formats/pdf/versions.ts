import { createRequire } from 'node:module';

/** The installed pdfmake and its own pdfkit, wherever npm has put that; undefined for one that cannot be found. */
export const versions: Readonly<Record<'pdfmake' | 'pdfkit', string | undefined>> = {
  pdfmake: versionOf('pdfmake'),
  pdfkit: versionOf('pdfkit'),
};

function versionOf(name: string): string | undefined {
  try {
    const own = createRequire(import.meta.url);
    const load = name === 'pdfmake' ? own : createRequire(own.resolve('pdfmake'));
    return (load(`${name}/package.json`) as { version?: string }).version;
  } catch {
    return undefined;
  }
}
