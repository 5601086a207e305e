import type { CommandModule } from 'yargs';
import { type NextOptions, single } from './options.js';
import type { Words } from './words.js';

export function nextCommand(text: Words): CommandModule<object, NextOptions> {
  const words = text.next;
  return {
    command: 'next <report>',
    describe: words.command,
    builder: (yargs) =>
      yargs
        .positional('report', { type: 'string', demandOption: true, describe: words.report })
        .option('year', single(words.year))
        .option('out', { ...single(words.out), alias: 'o' })
        .option('money', { type: 'boolean', default: false, describe: words.money })
        .option('values', { type: 'boolean', default: true, describe: words.values })
        .option('force', { type: 'boolean', default: false, describe: words.force })
        .option('json', { type: 'boolean', default: false, describe: text.json })
        .option('quiet', { type: 'boolean', alias: 'q', default: false, describe: text.quiet }),
    handler: async (options) => (await import('./runNext.js')).runNext(options, text),
  };
}
