import type { CommandModule } from 'yargs';
import { type DeskOptions, folders, single } from './options.js';
import type { Words } from './words.js';

export function deskCommand(text: Words): CommandModule<object, DeskOptions> {
  const words = text.desk;
  return {
    command: 'desk [folder]',
    describe: words.command,
    builder: (yargs) =>
      yargs
        .positional('folder', { type: 'string', default: 'data', describe: words.folder })
        .option('out', { ...single(text.out), alias: 'o', default: 'out' })
        .option('layouts', folders(text.layouts))
        .option('layout', single(text.layout))
        .option('fonts', folders(text.fonts))
        .option('port', { ...single(words.port), default: '4174' })
        .option('host', { ...single(words.host), default: '127.0.0.1' })
        .option('name', folders(words.name))
        .option('token-file', single(words.tokenFile))
        .option('open', { type: 'boolean', default: true, describe: words.open })
        .epilogue(words.notes.join('\n')),
    handler: async (options) => (await import('./runDesk.js')).runDesk(options, text),
  };
}
