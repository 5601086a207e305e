import type { CommandModule } from 'yargs';
import { buildOptions } from './build.js';
import { bookletOptions, type WatchOptions } from './options.js';
import type { Words } from './words.js';

export function watchCommand(text: Words): CommandModule<object, WatchOptions> {
  return {
    command: 'watch [reports..]',
    describe: text.watch.command,
    builder: (yargs) =>
      buildOptions(yargs, text)
        .option('appendix', { type: 'boolean', default: false, describe: text.watch.appendix })
        .options(bookletOptions(text)),
    handler: async (options) => (await import('./runWatch.js')).runWatch(options, text),
  };
}
