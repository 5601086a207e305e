import type { TargetedEvent } from 'preact';
import type { Field } from '../wire.js';
import { leftCell } from './keys.js';
import { pastedInto } from './paste.js';
import { beginVisit, composing, left, typed } from './sending.js';
import { draftOf, findings, inHand, isLocked, notUnderstood, sheet, understood } from './state.js';

/** While the caret is put back, no stay in a field begins. */
let isPuttingBack = false;

/** Gives a field the caret that it had: no stay in it begins where it is the same one. */
export function puttingBack(isSame: boolean, focus: () => void): void {
  isPuttingBack = isSame;
  focus();
  isPuttingBack = false;
}

/** A box to be ticked. */
export function Tick({ fieldKey, look }: { readonly fieldKey: string; readonly look?: string | undefined }) {
  const field = sheet.value?.fields[fieldKey];
  if (!field) return null;
  const text = draftOf(fieldKey).value ?? field.text;
  return (
    <button
      type="button"
      role="checkbox"
      class={look ? `d-tick ${look}` : 'd-tick'}
      data-key={fieldKey}
      aria-checked={text === '☑'}
      aria-label={`${field.label}：${field.choice}`}
      disabled={isLocked.value}
      onClick={() => {
        beginVisit();
        typed(field, text === '☑' ? '□' : '☑');
      }}
    >
      {text}
    </button>
  );
}

/** What has no place among the words of the cell in hand. */
export function More({ keys }: { readonly keys: readonly string[] }) {
  return (
    <div class="d-more">
      {keys.map((key) => (
        <div key={key} class="d-more-one">
          <span>{sheet.value?.fields[key]?.label.replace(/^.*・/, '')}</span>
          <Area fieldKey={key} alone={true} isMore />
        </div>
      ))}
    </div>
  );
}

/** A value: a text field that is as wide as its cell, or as its words. */
export function Area({
  fieldKey,
  alone,
  look,
  isMore,
}: {
  readonly fieldKey: string;
  readonly alone: boolean;
  readonly look?: string | undefined;
  /** It is reached from its cell by an arrow key, not by each Tab. */
  readonly isMore?: boolean;
}) {
  const field = sheet.value?.fields[fieldKey];
  const draft = draftOf(fieldKey);
  if (!field) return null;
  const value = draft.value ?? field.text;
  const told = understood.value.get(fieldKey);
  const found = findings.value.filter((each) => each.field === fieldKey);
  const isWrong = told?.taken === false || found.some(({ severity }) => severity === 'error');
  const classes = [
    'd-area',
    alone ? 'd-area-alone' : 'd-area-inline',
    field.kind === 'money' ? 'd-money' : '',
    field.derived ? 'd-derived' : '',
    notUnderstood.value.includes(fieldKey) ? 'd-unread' : '',
    look ?? '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <span class={classes} data-value={value}>
      <textarea
        rows={1}
        cols={1}
        tabIndex={isMore ? -1 : undefined}
        value={value}
        data-key={fieldKey}
        data-kind={field.kind}
        placeholder=" "
        readOnly={isLocked.value}
        aria-label={field.label}
        aria-invalid={isWrong || undefined}
        aria-describedby={inHand.value === fieldKey ? 'd-strip' : undefined}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => input(event, field)}
        onFocus={() => {
          // A field that moved on is still the same stay.
          if (!isPuttingBack) beginVisit();
          inHand.value = fieldKey;
        }}
        onBlur={() => {
          left(fieldKey);
          leftCell();
        }}
        onCompositionStart={() => composing(true)}
        onCompositionEnd={(event) => {
          // What is held back may move the field: it is typed in before.
          input(event, field);
          composing(false);
        }}
        onPaste={(event) => pastedInto(event, field)}
      />
    </span>
  );
}

function input(event: TargetedEvent<HTMLTextAreaElement>, field: Field): void {
  const area = event.currentTarget;
  const isOpen = event.type === 'input' && (event as unknown as InputEvent).isComposing;
  if (isOpen) {
    // The field grows with the composition, but nothing of it is sent.
    draftOf(field.key).value = area.value;
    return;
  }
  if (draftOf(field.key).value === area.value && event.type === 'compositionend' && area.value === field.text) return;
  typed(sheet.value?.fields[area.dataset.key ?? ''] ?? field, area.value);
}
