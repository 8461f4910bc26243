import { CheckboxGroup } from './checkbox-group';
import { TextArea } from './text-area';

/** Ready sentences to tick and room for one's own words; the server joins them into one reason. */
export function ReasonFields({
  sentences,
  hint,
  label = '常用原因',
  own = '原因（选一条或自己写）',
}: {
  sentences: readonly string[];
  hint?: string;
  label?: string;
  /** Over the field for one's own words. */
  own?: string;
}) {
  return (
    <div className="flex flex-col gap-4">
      <CheckboxGroup
        name="canned"
        label={label}
        options={sentences.map((text) => ({ value: text, label: text }))}
      />
      <TextArea name="note" label={own} hint={hint} rows={2} maxLength={200} />
    </div>
  );
}
