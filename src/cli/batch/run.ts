import { availableParallelism } from 'node:os';
import { fault } from '../../problem.js';
import { type Built, reportName, type Workshop } from '../../publish/build.js';
import { inOrder } from './inOrder.js';
import { buildWorker, openPool } from './pool.js';
import { runTask, type Task } from './task.js';
import { workerCount } from './workerCount.js';

/** Callbacks for results: for each as it comes, and for each in the order of the reports. */
export interface Hear {
  readonly settled: (result: Built) => void;
  readonly take: (result: Built, task: Task) => void;
}

/** Builds reports, several at once where that is faster. Neither faults nor the death of a thread stop the others. */
export async function runTasks(tasks: readonly Task[], workshop: Workshop, hear: Hear): Promise<void> {
  const threads = workerCount(tasks[0]?.options.workers, {
    reports: tasks.length,
    cores: availableParallelism(),
    memory: process.availableMemory(),
  });
  if (threads === 1) return inOrder(tasks, 1, (task) => runTask(task, workshop), hear);
  const pool = await openPool<Task, Built>(buildWorker, threads);
  const inThread = (task: Task): Promise<Built> => pool.run(task).catch((cause: unknown) => died(task, cause));
  try {
    await inOrder(tasks, threads, inThread, hear);
  } finally {
    await pool.close();
  }
}

/** The result of a report whose thread died. */
function died({ report }: Task, cause: unknown): Built {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const problem = fault(
    'worker-died',
    { zh: `生成这份报告的线程中途退出：${reason}`, en: `the thread that built this report ended: ${reason}` },
    { file: report.path },
    {
      zh: '多半是内存不足：减少 --workers，或把报告分成几份再试',
      en: 'most likely memory ran out: try fewer --workers, or part the report',
    },
  );
  const name = reportName(report.path);
  return { report: name, layout: '', pages: 0, files: [], stages: [], problems: [problem], failed: true, ours: true };
}
