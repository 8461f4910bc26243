import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { saveDisplayAction } from '../actions';
import type { Display } from '../schema/account';

const sizes = [
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大字', hint: '长辈版，按钮也更大' },
  { value: 'xlarge', label: '特大' },
];

/** 显示设置: works for anybody, signed in or not. */
export function DisplayForm({ display }: { display: Display }) {
  return (
    <Form action={saveDisplayAction}>
      <FieldStack>
        <RadioGroup name="size" label="文字大小" options={sizes} defaultValue={display.size} />
        <CheckboxField
          name="contrast"
          value="high"
          label="高对比"
          hint="文字和边框用纯黑，看得更清楚"
          defaultChecked={display.contrast === 'high'}
        />
        <SubmitButton>保存</SubmitButton>
      </FieldStack>
    </Form>
  );
}
