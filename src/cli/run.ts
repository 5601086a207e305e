import yargs, { type Argv } from 'yargs';
import { Problems } from '../problem.js';
import { appendixCommand, buildCommand } from './build.js';
import { checkCommand } from './check.js';
import { completionCommand } from './completion.js';
import { deskCommand } from './desk.js';
import { diffCommand } from './diff.js';
import { extractCommand } from './extract.js';
import { fixCommand } from './fix.js';
import { importCommand } from './import.js';
import { withoutKeptHelp } from './keptHelp.js';
import { layoutsCommand } from './layouts.js';
import { nextCommand } from './next.js';
import { lastOf } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { packageVersion } from './paths.js';
import { printProblems, printProblemsAsData } from './print.js';
import { queueCommand, workerCommand } from './queue.js';
import { schemaCommand } from './schema.js';
import { summaryCommand } from './summary.js';
import { termsCommand } from './terms.js';
import { verifyCommand } from './verify.js';
import { watchCommand } from './watch.js';
import { type Language, languageOf, words } from './words.js';

/** Runs the command line and returns the exit code. All errors are caught here: our own faults become exit code 2. */
export async function run(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv);
  const outcome: Outcome = { code: exit.done };
  try {
    await withoutKeptHelp(commandLine(argv, language, outcome)).parseAsync();
    return outcome.code;
  } catch (cause) {
    if (cause instanceof UsageError) {
      process.stderr.write(`${cause.message}\n${words(language).seeHelp}\n`);
      return exit.input;
    }
    if (cause instanceof Problems) {
      if (argv.includes('--json')) printProblemsAsData(cause.problems, language);
      else printProblems(cause.problems, language);
      return exit.input;
    }
    process.stderr.write(`${words(language).ourFault}\n${cause instanceof Error ? explain(cause) : String(cause)}\n`);
    return exit.ours;
  }
}

/** A wrong call, with yargs' message. */
class UsageError extends Error {}

function commandLine(argv: readonly string[], language: Language, outcome: Outcome): Argv {
  const text = words(language);
  return yargs([...argv])
    .scriptName('jibiao')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .usage(text.usage)
    .option('lang', { ...languageOption(argv, language), describe: text.lang, global: true })
    .command(buildCommand(text, outcome))
    .command(appendixCommand(text, outcome))
    .command(deskCommand(text))
    .command(watchCommand(text))
    .command(checkCommand(text, outcome))
    .command(verifyCommand(text, outcome))
    .command(diffCommand(text, outcome))
    .command(fixCommand(text, outcome))
    .command(importCommand(text, outcome))
    .command(nextCommand(text))
    .command(extractCommand(text))
    .command(summaryCommand(text, outcome))
    .command(termsCommand(text))
    .command(layoutsCommand(text, outcome))
    .command(queueCommand(text, outcome))
    .command(workerCommand(text))
    .command(schemaCommand(text))
    .command(completionCommand(text))
    .demandCommand(1, text.needCommand)
    .strict()
    .recommendCommands()
    .help('help', text.help)
    .alias('help', 'h')
    .version('version', text.version, packageVersion())
    .epilogue(text.epilogue)
    .exitProcess(false)
    .fail((message, error) => {
      // yargs reports some wrong calls as errors of its own kind.
      if (error && error.name !== 'YError') throw error;
      throw new UsageError(message ?? error.message);
    })
    .wrap(null);
}

/** A summary may be in two languages at once; its own messages are then Chinese. */
function languageOption([command]: readonly string[], language: Language) {
  const summary = command === 'summary';
  // If given twice, the last counts, as for all options.
  return {
    coerce: lastOf,
    choices: summary ? ['zh-en', 'zh', 'en'] : ['zh', 'en'],
    default: summary ? 'zh-en' : language,
  };
}

function explain(cause: Error): string {
  const lines = [cause.stack ?? cause.message];
  if (cause.cause instanceof Error) lines.push(explain(cause.cause));
  return lines.join('\n');
}
