import type { CommandModule } from 'yargs';
import { folders, type ImportOptions, single } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function importCommand(text: Words, outcome: Outcome): CommandModule<object, ImportOptions> {
  const words = text.import;
  return {
    command: 'import <files..>',
    describe: words.command,
    builder: (yargs) =>
      yargs
        .positional('files', { type: 'string', array: true, demandOption: true, describe: words.files })
        .option('out', { ...single(words.out), alias: 'o', default: 'data' })
        .option('layout', single(words.layout))
        .option('layouts', folders(text.layouts))
        .option('answer', { ...folders(words.answer), alias: 'a' })
        .option('yes', { type: 'boolean', alias: 'y', default: false, describe: words.yes })
        .option('force', { type: 'boolean', default: false, describe: words.force })
        .option('map', single(words.map))
        .option('into', single(words.intoReport))
        .option('write', { type: 'boolean', alias: 'w', default: false, describe: words.write })
        .option('json', { type: 'boolean', default: false, describe: text.json })
        .option('quiet', { type: 'boolean', alias: 'q', default: false, describe: text.quiet })
        .epilogue(words.limits.join('\n')),
    handler: async (options) => {
      if (options.into === undefined) await (await import('./runImport.js')).runImport(options, text, outcome);
      else await (await import('./runInto.js')).runInto(options, options.into, text, outcome);
    },
  };
}
