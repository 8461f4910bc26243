import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhotoField } from '@/components/forms/photo-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { correctVisitAction, recordVisitAction } from '../actions';
import type { Visit } from '../queries/visits';
import { metLabels, resultLabels } from '../rules/labels';
import { optionsOf } from './options-of';

interface VisitFormProps {
  employerId: string;
  today: string;
  /** The one that is corrected. */
  wrong: Visit | null;
  photosMost: number;
  stamp: string;
}

/** Writes down a visit, at the gate: closed answers only, nothing about any worker. */
export function VisitForm({ employerId, today, wrong, photosMost, stamp }: VisitFormProps) {
  return (
    <Form
      action={wrong ? correctVisitAction : recordVisitAction}
      idempotencyKey={stamp}
      maxBytes={MOST_WITH_FILES}
      className="max-w-form"
    >
      <input type="hidden" name="employerId" value={employerId} />
      {wrong && <input type="hidden" name="visitId" value={wrong.id} />}
      <FieldStack>
        <DateField
          name="visitedOn"
          label="走访日期"
          max={today}
          defaultValue={wrong?.visitedOn ?? today}
        />
        <RadioGroup
          name="met"
          label="见到了谁"
          hint="记职务，不记姓名"
          defaultValue={wrong?.met}
          options={optionsOf(metLabels)}
        />
        <RadioGroup
          name="result"
          label="结果"
          defaultValue={wrong?.result}
          options={optionsOf(resultLabels)}
        />
        <DateField
          name="nextVisitOn"
          label="下次走访"
          optional
          hint="到那天提醒负责人。不约就空着"
          defaultValue={wrong?.nextVisitOn ?? ''}
        />
        {photosMost > 0 && (
          <PhotoField
            name="photos"
            label="照片"
            optional
            pixels={1200}
            most={photosMost}
            limits={`最多 ${photosMost} 张，如大门、厂牌。会去掉拍摄地点等信息，请不要拍职工的脸`}
          />
        )}
        {wrong && (
          <TextField
            name="correctionReason"
            label="哪里记错了"
            maxLength={100}
            hint="原来的一条留着，标“已更正”"
          />
        )}
        <SubmitButton pendingText="保存中…">{wrong ? '更正' : '记下这次走访'}</SubmitButton>
      </FieldStack>
    </Form>
  );
}
