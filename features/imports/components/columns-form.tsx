import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import type { ImportView } from '../queries/import-view';
import { bookFields } from '../rules/books';
import { ColumnsError } from './columns-error';

interface ColumnsFormProps {
  action: FormAction;
  view: ImportView;
}

const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);

/** Which column is what: as proposed, to be put right where a heading was not known. */
export function ColumnsForm({ action, view }: ColumnsFormProps) {
  const options = view.notes.headings
    .map((heading, at) => ({ at, label: `${letterOf(at)} 栏 ${heading || '（没有栏名）'}` }))
    .filter(({ label }) => label !== '');
  return (
    <Form action={action} className="max-w-form">
      <input type="hidden" name="importId" value={view.id} />
      <ColumnsError />
      <ul className="rows rounded-card border border-line bg-surface">
        {bookFields[view.book].map(({ key, label, required, hint }) => (
          <li
            key={key}
            className="grid grid-cols-1 items-center gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[16em_minmax(0,1fr)]"
          >
            <label htmlFor={`column-${key}`}>
              <span className="font-semibold">{label}</span>
              {!required && <span className="text-ink-3">（可不选）</span>}
              <span className="block text-meta text-ink-3">{hint}</span>
            </label>
            <select
              id={`column-${key}`}
              name="columns"
              defaultValue={key in view.columns ? `${key}:${view.columns[key]}` : ''}
              className="input"
            >
              <option value="">表里没有</option>
              {options.map((option) => (
                <option key={option.at} value={`${key}:${option.at}`}>
                  {option.label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <SubmitButton block={false} pendingText="开始核对…">
          对好了，核对每一行
        </SubmitButton>
      </div>
    </Form>
  );
}
