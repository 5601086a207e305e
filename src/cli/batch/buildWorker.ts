import type { Built, Workshop } from '../../publish/build.js';
import { openWorkshop } from '../workshop.js';
import { runTask, type Task } from './task.js';

/** Layouts and fonts, opened for this thread's first report and kept. */
let workshop: Workshop | undefined;

/** What a thread of the pool runs: one report after the other. */
export default async function buildInWorker(task: Task): Promise<Built> {
  workshop ??= openWorkshop(task.options);
  return runTask(task, workshop);
}
