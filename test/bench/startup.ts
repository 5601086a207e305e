import { inTurn, median } from './repeat.js';
import type { Startup } from './result.js';
import { variants } from './variants.js';
import { run } from './whole.js';
import { wallOnce } from './wholeProcess.js';

/** Medians of so many starts, the programs in turn: a bare Node, our help, and a form of one page as a whole process. */
export function measureStartup(folder: string, repeat: number): Startup {
  const node = process.execPath;
  const timed = medians(repeat, {
    bareNode: () => run({ program: node, args: ['-e', '0'] }),
    help: () => run({ program: node, args: ['dist/app/main.js', '--help'] }),
    jibiao: () => page('jibiao report', folder),
    jibiaoFull: () => page('jibiao full', folder),
    typst: () => page('typst untagged', folder),
  });
  const { bareNode, help, ...onePage } = timed;
  return { bareNode, help, onePage };
}

function page(name: string, folder: string): number {
  const variant = variants.find((candidate) => candidate.name === name);
  if (!variant) throw new Error(`no variant ${name}`);
  return wallOnce(variant, folder, 1);
}

function medians<K extends string>(repeat: number, programs: Record<K, () => number>): Record<K, number> {
  const names = Object.keys(programs) as K[];
  const walls = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < repeat; round++) {
    for (const name of inTurn(names, round)) walls.get(name)?.push(programs[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(walls.get(name) ?? [])])) as Record<K, number>;
}
