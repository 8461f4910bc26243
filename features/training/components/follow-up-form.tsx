import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { followUpAnswers } from '@/db/schema/enums';
import { answerFollowUpAction } from '../actions';
import type { MyFollowUp } from '../queries/follow-ups';
import { type FollowUpAnswer, followUpLabels } from '../rules/follow-up';

const hints: Record<FollowUpAnswer, string> = {
  employed: '有单位、平台或雇主，包括灵活就业',
  self_employed: '自己开店、办企业、做个体',
  unemployed: '现在没有工作，或还在学习',
};

/** One question, three answers. */
export function FollowUpForm({ asked }: { asked: MyFollowUp }) {
  return (
    <Form action={answerFollowUpAction}>
      <input type="hidden" name="followUpId" value={asked.id} />
      <RadioGroup
        name="answer"
        label="现在的情况"
        hideLabel
        cards
        defaultValue={asked.answer ?? undefined}
        options={followUpAnswers.map((value) => ({
          value,
          label: followUpLabels[value],
          hint: hints[value],
        }))}
      />
      <div className="mt-6">
        <SubmitButton pendingText="提交中…">{asked.answer ? '改成这样' : '提交'}</SubmitButton>
      </div>
    </Form>
  );
}
