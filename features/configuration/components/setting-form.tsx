import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { saveSettingAction } from '../actions';
import type { SettingLine } from '../queries/list-settings';

/** One setting with its own button: saving one never touches another. */
export function SettingForm({ setting, saved }: { setting: SettingLine; saved: boolean }) {
  const { key, label, value, fallback, numeric } = setting;
  return (
    <section
      id={key}
      aria-label={label}
      className="scroll-mt-16 border-line py-4 not-first:border-t"
    >
      <Form action={saveSettingAction} aria-label={label}>
        <input type="hidden" name="key" value={key} />
        <TextField
          name="value"
          label={label}
          defaultValue={value}
          inputMode={numeric ? 'numeric' : undefined}
          inputClassName={numeric ? '!w-[8em] !flex-none' : '!w-[24em] max-w-full !flex-none'}
          below={
            <span role={saved ? 'status' : undefined}>
              {saved && '已保存，立即生效。'}默认：{fallback || '空'}
            </span>
          }
          beside={
            <SubmitButton variant="secondary" block={false}>
              保存
            </SubmitButton>
          }
        />
      </Form>
    </section>
  );
}
