import type { Built, Workshop } from '../../publish/build.js';
import { openWorkshop } from '../workshop.js';
import { runTask, type Task } from './task.js';

/** Opened for this thread's first report, and used for all of its reports. */
let workshop: Workshop | undefined;

/** Builds a report; each thread of the pool runs this for one report after the other. */
export default async function buildInWorker(task: Task): Promise<Built> {
  workshop ??= openWorkshop(task.options);
  return runTask(task, workshop);
}
