import type { Argv, CommandModule } from 'yargs';
import { contentOptions } from './build.js';
import {
  bookletOptions,
  numberOption,
  type QueueAddOptions,
  type QueueBatchOptions,
  type QueueFetchOptions,
  type QueueOptions,
  type QueueStatusOptions,
  single,
  type WorkerOptions,
  workshopOptions,
} from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

/** BullMQ is only loaded when one of these runs. */
const load = () => import('./runQueue.js');

export function queueCommand(text: Words, outcome: Outcome): CommandModule {
  return {
    command: 'queue <action>',
    describe: text.queue.command,
    builder: (yargs) =>
      yargs
        .command(addCommand(text))
        .command(statusCommand(text, outcome))
        .command({
          command: 'failed <batch>',
          describe: text.queue.failed,
          builder: (yargs) => ofBatch(yargs, text),
          handler: async (options) => (await load()).runFailed(options, text, outcome),
        } satisfies CommandModule<object, QueueBatchOptions>)
        .command({
          command: 'retry <batch>',
          describe: text.queue.retry,
          builder: (yargs) => ofBatch(yargs, text),
          handler: async (options) => (await load()).runRetry(options, text),
        } satisfies CommandModule<object, QueueBatchOptions>)
        .command({
          command: 'cancel <batch>',
          describe: text.queue.cancel,
          builder: (yargs) => ofBatch(yargs, text),
          handler: async (options) => (await load()).runCancel(options, text),
        } satisfies CommandModule<object, QueueBatchOptions>)
        .command(fetchCommand(text, outcome))
        .demandCommand(1, text.queue.needAction),
    handler: () => {},
  };
}

function addCommand(text: Words): CommandModule<object, QueueAddOptions> {
  return {
    command: 'add [reports..]',
    describe: text.queue.add,
    builder: (yargs) =>
      contentOptions(yargs, text)
        .option('appendix', { type: 'boolean', default: false, describe: text.queue.appendix })
        .options(bookletOptions(text))
        .option('redis', single(text.queue.redis))
        .option('store', { ...single(text.queue.store), demandOption: true })
        .option('batch', { ...single(text.queue.batchName), default: 'reports' }),
    handler: async (options) => (await load()).runAdd(options, text),
  };
}

function statusCommand(text: Words, outcome: Outcome): CommandModule<object, QueueStatusOptions> {
  return {
    command: 'status [batch]',
    describe: text.queue.status,
    builder: (yargs) =>
      queueOptions(yargs, text)
        .positional('batch', { type: 'string', describe: text.queue.batch })
        .option('watch', { type: 'boolean', default: false, describe: text.queue.watch }),
    handler: async (options) => (await load()).runStatus(options, text, outcome),
  };
}

function fetchCommand(text: Words, outcome: Outcome): CommandModule<object, QueueFetchOptions> {
  const { out, quiet } = workshopOptions(text);
  return {
    command: 'fetch <batch>',
    describe: text.queue.fetch,
    builder: (yargs) =>
      ofBatch(yargs, text)
        .options({ out, quiet, store: single(text.queue.storeHere) })
        .option('overwrite', { type: 'boolean', default: false, describe: text.overwrite }),
    handler: async (options) => (await load()).runFetch(options, text, outcome),
  };
}

export function workerCommand(text: Words): CommandModule<object, WorkerOptions> {
  return {
    command: 'worker',
    describe: text.queue.worker,
    builder: (yargs) =>
      yargs
        .option('redis', single(text.queue.redis))
        .option('store', single(text.queue.storeHere))
        .option('concurrency', numberOption('concurrency', text.queue.concurrency, 999))
        .option('memory', numberOption('memory', text.queue.memory, 1_000_000))
        .option('time-limit', numberOption('time-limit', text.queue.timeLimit, 86_400))
        .option('lock', numberOption('lock', text.queue.lock, 3600))
        .option('listen', single(text.queue.listen))
        .option('drain', { type: 'boolean', default: false, describe: text.queue.drain }),
    handler: async (options) => (await import('./runWorker.js')).runWorker(options),
  };
}

function ofBatch(yargs: Argv, text: Words) {
  return queueOptions(yargs, text).positional('batch', {
    type: 'string',
    demandOption: true,
    describe: text.queue.batch,
  });
}

function queueOptions(yargs: Argv, text: Words): Argv<QueueOptions> {
  return yargs
    .option('redis', single(text.queue.redis))
    .option('json', { type: 'boolean', default: false, describe: text.json });
}
