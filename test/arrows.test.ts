import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { arrows, roomOf } from './arrows.js';

const files = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] as string);
  return found.map((path) => join(file, '..', path).replaceAll('\\', '/').replace(/\.js$/, '.ts'));
}

it('has only the rooms of the house', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
});

it('imports only down the list', () => {
  const forbidden = files.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .map(roomOf)
      .filter((target) => target !== room && !arrows[room]?.includes(target))
      .map((target) => `${file} → ${target}`);
  });
  expect(forbidden).toEqual([]);
});

it('has no ring of imports', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) rings.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(rings).toEqual([]);
});

it('lets only the command line print, exit, ask the time or read the environment', () => {
  const pattern =
    /\bconsole\.|process\.(stdout|stderr|exit|argv|env|exitCode)|Date\.now|new Date\(\)|Math\.random|performance\.now/;
  const guilty = files.filter(
    (file) => !/^(cli|desk\/page)\//.test(file) && pattern.test(readFileSync(join('src', file), 'utf8')),
  );
  expect(guilty).toEqual([]);
});

const markers = ['<!-- arrows: made by `npm run golden` from test/arrows.ts -->\n', '<!-- arrows end -->'] as const;

/** What stands between the markers: all rooms from the bottom up, with what they know but `problem.ts`, in lines of some 130 characters. */
function table(): string {
  const rows = Object.entries(arrows).map(([room, known]) => {
    const lines = [`${room} →`];
    const told = known.filter((room) => room !== 'problem.ts');
    for (const word of told.length > 0 ? told : ['–']) {
      if ((lines.at(-1) as string).length + word.length > 130) lines.push('   ');
      lines.push(`${lines.pop()} ${word}`);
    }
    return lines.join('\n');
  });
  return `\`\`\`\n${rows.join('\n')}\n\`\`\`\n`;
}

it('is the list that ARCHITECTURE.md has', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const [before, rest = ''] = text.split(markers[0]);
  const [shown, after] = rest.split(markers[1]);
  if (process.env.GOLDEN === '1') {
    writeFileSync('ARCHITECTURE.md', `${before}${markers[0]}${table()}${markers[1]}${after}`);
  } else expect(shown).toBe(table());
});

it('is told by ARCHITECTURE.md, a line a room, in short lines', () => {
  const lines = readFileSync('ARCHITECTURE.md', 'utf8').split('\n');
  expect(lines.length).toBeLessThan(150);
  expect(lines.filter((line) => line.length > 200)).toEqual([]);
  const rooms = lines.flatMap((line) => /^\| `([\w./]+?)\/?` \|/.exec(line)?.[1] ?? []);
  expect(Object.keys(arrows).filter((room) => !rooms.includes(room))).toEqual([]);
});
