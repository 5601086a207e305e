import { signal } from '@preact/signals';
import type { OutlineForm, OutlineUnit } from '../wire.js';
import { does } from './sending.js';
import { addressOf, draftOf, form, isLocked, outline, report, sheet } from './state.js';
import { words } from './words.js';

/** On a telephone the list is shown where it is asked for. */
export const isListOpen = signal(false);

/** The units and projects: the way to their forms, and what may be done with them. */
export function Tree() {
  const now = outline.value;
  if (!now) return null;
  return (
    <>
      {now.overall ? <FormLink each={now.overall} name={words.whole} /> : null}
      {now.units.map((unit) => (
        <UnitPart key={unit.pointer} unit={unit} isOnly={now.units.length === 1} />
      ))}
      <p class="d-tree-tools">
        <button
          type="button"
          class="d-link"
          disabled={isLocked.value}
          onClick={() => does({ type: 'unit', how: 'add', at: now.units[now.units.length - 1]?.pointer ?? '/units' })}
        >
          ＋ {words.addUnit}
        </button>
      </p>
    </>
  );
}

function UnitPart({ unit, isOnly }: { readonly unit: OutlineUnit; readonly isOnly: boolean }) {
  const last = unit.forms[unit.forms.length - 1]?.form ?? `${unit.pointer}/projects`;
  return (
    <section>
      <h2>
        {unit.name || words.unnamed}
        {isOnly ? null : (
          <button
            type="button"
            class="d-link d-quiet"
            disabled={isLocked.value}
            aria-label={`${words.remove} ${unit.name}`}
            onClick={() => does({ type: 'unit', how: 'remove', at: unit.pointer })}
          >
            ×
          </button>
        )}
      </h2>
      <ul>
        {unit.forms.map((each) => (
          <li key={each.form}>
            <FormLink each={each} name={each.name || words.unnamed} />
            {each.form === form.value && !isLocked.value ? <ProjectTools at={each.form} /> : null}
          </li>
        ))}
      </ul>
      <p class="d-tree-tools">
        <button
          type="button"
          class="d-link"
          disabled={isLocked.value}
          onClick={() => does({ type: 'project', how: 'add', at: last })}
        >
          ＋ {words.addProject}
        </button>
      </p>
    </section>
  );
}

function FormLink({ each, name }: { readonly each: OutlineForm; readonly name: string }) {
  const isHere = each.form === form.value;
  // Its own name is shown as it is typed.
  const own = isHere ? sheet.value?.fields[`text ${each.form}/name`] : undefined;
  const shown = own ? (draftOf(own.key).value ?? own.text) || words.unnamed : name;
  return (
    <a
      href={addressOf(report.value, each.form)}
      class={isHere ? 'd-form-link d-here' : 'd-form-link'}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => {
        isListOpen.value = false;
      }}
    >
      <span>
        {shown}
        {each.withheld ? <small>{words.withheld}</small> : null}
      </span>
      {each.faults + each.warnings > 0 ? (
        <span
          class={each.faults > 0 ? 'd-count d-error' : 'd-count d-warning'}
          title={[
            each.faults > 0 ? words.faults(each.faults) : '',
            each.warnings > 0 ? words.warnings(each.warnings) : '',
          ]
            .filter(Boolean)
            .join('，')}
        >
          {each.faults + each.warnings}
        </span>
      ) : null}
    </a>
  );
}

function ProjectTools({ at }: { readonly at: string }) {
  return (
    <p class="d-tree-tools d-project-tools">
      {(['copy', 'up', 'down', 'remove'] as const).map((how) => (
        <button key={how} type="button" class="d-link" onClick={() => does({ type: 'project', how, at })}>
          {words[how]}
        </button>
      ))}
    </p>
  );
}
