import type { CommandModule } from 'yargs';
import { folders, type LayoutsOptions, ownLayouts, single } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function layoutsCommand(text: Words, outcome: Outcome): CommandModule<object, LayoutsOptions> {
  return {
    command: 'layouts',
    describe: text.layoutsCommand,
    builder: (yargs) =>
      yargs
        .option('region', single(text.region))
        .option('layouts', folders(text.layouts))
        .option('gallery', single(text.gallery))
        .option('new', single(text.newLayout))
        .option('like', single(text.like))
        .option('from', single(text.fromFile))
        .option('out', { ...single(text.newOut), alias: 'o', default: ownLayouts })
        .option('json', { type: 'boolean', default: false, describe: text.json }),
    handler: async (options) => (await import('./runLayouts.js')).runLayouts(options, text, outcome),
  };
}
