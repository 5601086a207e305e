import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shortDigest } from '../kept/digest.js';
import { readCssAnew } from '../markup/readCss.js';

// Run by `npm run build`: the shipped sheets and the `style` attributes of shipped templates, read, as a module of their own,
// so that no run has to.
const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const ready: Record<string, string> = {};

function add(text: string, file: string): void {
  const reading = readCssAnew(text);
  if ('fault' in reading) throw new Error(`${file}: ${reading.fault.reason} in ${text}`);
  ready[shortDigest(text)] = JSON.stringify(reading.nodes);
}

for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.(css|hbs)$/.test(file)) continue;
  const text = readFileSync(join(templates, file), 'utf8');
  if (file.endsWith('.css')) add(text, file);
  else for (const [, style = ''] of text.matchAll(/\sstyle="([^"{]*)"/g)) add(style, file);
}
writeFileSync(new URL('../markup/readyLooks.cjs', import.meta.url), `module.exports=${JSON.stringify(ready)};\n`);
