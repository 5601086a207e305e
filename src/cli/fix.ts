import type { CommandModule } from 'yargs';
import { type FixOptions, joined } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function fixCommand(text: Words, outcome: Outcome): CommandModule<object, FixOptions> {
  return {
    command: 'fix [reports..]',
    describe: text.fix.command,
    builder: async (yargs) => {
      const { fixes } = await import('../check/fixes/all.js');
      const kinds = fixes.map(({ code, title }) => `  ${code.padEnd(20)}  ${title[text.language]}`);
      return yargs
        .positional('reports', { type: 'string', array: true, default: [], describe: text.buildReports })
        .option('write', { type: 'boolean', alias: 'w', default: false, describe: text.fix.write })
        .option('only', { type: 'string', describe: text.fix.only, requiresArg: true, default: '', coerce: joined })
        .option('exit-code', { type: 'boolean', default: false, describe: text.fix.exitCode })
        .option('json', { type: 'boolean', default: false, describe: text.json })
        .option('quiet', { type: 'boolean', alias: 'q', default: false, describe: text.quiet })
        .epilogue([text.fix.kinds, ...kinds, '', ...text.fix.limits].join('\n'));
    },
    handler: async (options) => (await import('./runFix.js')).runFix(options, text, outcome),
  };
}
