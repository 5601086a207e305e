import type { CommandModule } from 'yargs';
import type { Words } from './words.js';

export function schemaCommand(text: Words): CommandModule {
  return {
    command: 'schema',
    describe: text.schema,
    handler: async () => {
      const { reportSchema } = await import('../report/schema.js');
      process.stdout.write(`${JSON.stringify(reportSchema, undefined, 2)}\n`);
    },
  };
}
