import type { CommandModule } from 'yargs';
import { docxFonts, pdfaLevels } from '../formats/format.js';
import { formats } from '../formats/formats.js';
import { fileFormats } from '../formats/rows.js';
import type { Words } from './words.js';

/** The kinds of `fix`, written here so that the fixes need not be loaded; a test compares both. */
const fixCodes =
  'invisible-character tick markup entity csv-quote markdown formula field-code pinyin full-width-digit percent-word sign-glyph sign-word unit-in-name form-number doubled-sign date-dot year-word document-number half-width-bracket half-width-mark quotes outer-space blank-line inner-space doubled-mark range-mark clashing-marks wordy-mark missing-mark title-mark typo stray-letter set-word';

const names = formats.map(({ name }) => name);

/** bash and zsh share this script through bashcompinit; commands and options are listed, file names come from the shell. */
const script = `###-begin-jibiao-completion-###
# jibiao completion >> ~/.bashrc
if [ -n "\${ZSH_VERSION-}" ]; then autoload -U +X bashcompinit && bashcompinit; fi
_jibiao() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
    --to) COMPREPLY=($(compgen -W "${[...names, fileFormats().join(',')].join(' ')} pdf,docx xliff tmx" -- "$word")); return;;
    --docx-fonts) COMPREPLY=($(compgen -W "${docxFonts.join(' ')}" -- "$word")); return;;
    --pdfa) COMPREPLY=($(compgen -W "${pdfaLevels.join(' ')}" -- "$word")); return;;
    --only) COMPREPLY=($(compgen -W "${fixCodes}" -- "$word")); return;;
    --lang) COMPREPLY=($(compgen -W "zh en zh-en" -- "$word")); return;;
    --layout) COMPREPLY=($(compgen -W "$(jibiao layouts --json 2>/dev/null | sed -n 's/^ *"id": "\\(.*\\)",$/\\1/p')" -- "$word")); return;;
    --explain) COMPREPLY=($(compgen -W "all $(jibiao check --rules --json 2>/dev/null | sed -n 's/^ *"code": "\\(.*\\)",$/\\1/p')" -- "$word")); return;;
    --arrange) COMPREPLY=($(compgen -W "columns interleaved" -- "$word")); return;;
    --terms|--map|--into) COMPREPLY=($(compgen -f -- "$word")); return;;
    --out|--layouts|--templates|--fonts) COMPREPLY=($(compgen -d -- "$word")); return;;
  esac
  if [ "$COMP_CWORD" -eq 2 ] && [ "$before" = queue ]; then
    COMPREPLY=($(compgen -W "add status failed retry cancel fetch" -- "$word"))
  elif [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "build appendix desk watch check verify diff fix import next extract summary terms layouts queue worker schema completion --help --version --lang" -- "$word"))
  elif [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "--to --out --layout --layouts --fonts --docx-fonts --no-verify --no-source --pdfa --workers --draft --internal --force --overwrite --number --title --page-style --split --appendix --exit-code --hints --strict --sarif --explain --rules --write --only --terms --arrange --templates --region --gallery --new --like --answer --yes --map --into --redis --store --batch --watch --concurrency --memory --time-limit --lock --listen --drain --json --quiet --lang --help" -- "$word"))
  else
    COMPREPLY=($(compgen -f -X '!*.@(json|${fileFormats().join('|')})' -- "$word") $(compgen -d -- "$word"))
  fi
}
complete -o filenames -F _jibiao jibiao
###-end-jibiao-completion-###
`;

export function completionCommand(text: Words): CommandModule {
  return {
    command: 'completion',
    describe: text.completion,
    handler: () => {
      process.stdout.write(script);
    },
  };
}
