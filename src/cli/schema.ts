import type { CommandModule } from 'yargs';
import type { Words } from './words.js';

export function schemaCommand(text: Words): CommandModule {
  return {
    command: 'schema',
    describe: text.schema,
    handler: async () => {
      const { publishedSchema } = await import('../report/publishedSchema.js');
      process.stdout.write(`${JSON.stringify(publishedSchema(), undefined, 2)}\n`);
    },
  };
}
