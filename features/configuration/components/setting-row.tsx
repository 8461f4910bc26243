import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { saveSettingAction } from '../actions';
import type { SettingLine } from '../queries/list-settings';

function EditLine({ setting }: { setting: SettingLine }) {
  const { key, label, value, fallback, allowed, numeric } = setting;
  return (
    <Form action={saveSettingAction}>
      <input type="hidden" name="key" value={key} />
      <TextField
        name="value"
        label={label}
        defaultValue={value}
        inputMode={numeric ? 'numeric' : undefined}
        inputClassName={numeric ? '!w-[8em] !flex-none' : undefined}
        below={`可填 ${allowed}，默认：${fallback || '空'}。保存后立即生效。`}
        beside={
          <>
            <SubmitButton block={false}>保存</SubmitButton>
            <TextLink href="/desk/settings" className="inline-flex min-h-target items-center px-2">
              不改了
            </TextLink>
          </>
        }
      />
    </Form>
  );
}

/** A colour is seen, not read. */
const Swatch = ({ value }: { value: string }) =>
  /^#[0-9a-f]{6}$/.test(value) && (
    <span
      aria-hidden
      className="mr-2 inline-block size-4 rounded-input border border-line-strong align-middle"
      style={{ background: value }}
    />
  );

interface SettingRowProps {
  setting: SettingLine;
  /** This one is being changed. */
  editing: boolean;
  /** This one was just saved. */
  saved: boolean;
}

/** One setting: what it is now, and its own form when it is being changed. */
export function SettingRow({ setting, editing, saved }: SettingRowProps) {
  const { key, label, value, changed, fallback } = setting;
  return (
    <li id={key} className="scroll-mt-16 py-2">
      {editing ? (
        <EditLine setting={setting} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:grid-cols-[20em_minmax(0,1fr)_auto]">
          <span className="max-sm:col-span-2">{label}</span>
          <span className="min-w-0">
            <Swatch value={value} />
            <b className="font-semibold">{value || '空'}</b>
            {changed && <span className="ml-2 text-meta text-ink-3">默认 {fallback || '空'}</span>}
            {saved && (
              <span role="status" className="ml-2 text-meta text-success">
                已保存
              </span>
            )}
          </span>
          <TextLink
            href={`/desk/settings?edit=${key}#${key}`}
            className="inline-flex min-h-target items-center"
          >
            修改<span className="visually-hidden">{label}</span>
          </TextLink>
        </div>
      )}
    </li>
  );
}
