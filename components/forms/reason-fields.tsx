import { CheckboxGroup } from './checkbox-group';
import { TextArea } from './text-area';

/** Ready sentences to tick and room for one's own words; the server joins them into one reason. */
export function ReasonFields({
  sentences,
  hint,
  label = '常用原因',
}: {
  sentences: readonly string[];
  hint?: string;
  label?: string;
}) {
  return (
    <div className="flex flex-col gap-4">
      <CheckboxGroup
        name="canned"
        label={label}
        options={sentences.map((text) => ({ value: text, label: text }))}
      />
      <TextArea name="note" label="补充说明" hint={hint} optional rows={2} maxLength={200} />
    </div>
  );
}
