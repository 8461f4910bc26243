import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import type { DeskClosing } from '../queries/closing';

interface ClosingFormProps {
  offeringId: string;
  closing: DeskClosing | null;
  write: FormAction;
}

/** The paragraph that closes an offering: kept for oneself, or read by everybody. */
export function ClosingForm({ offeringId, closing, write }: ClosingFormProps) {
  const isPublished = Boolean(closing?.publishedAt);
  return (
    <Panel
      title={
        <>小结 {isPublished ? <Tag tone="success">已发布</Tag> : closing && <Tag>未发布</Tag>}</>
      }
      note="写给没来的人看：办了什么、学到什么"
    >
      <Form action={write} part="closing" aria-label="小结">
        <input type="hidden" name="offeringId" value={offeringId} />
        <input type="hidden" name="version" value={closing?.version ?? 0} />
        <TextArea
          name="closingWords"
          label="一段话"
          hint="人数系统自己数，不用写。别写姓名"
          maxLength={600}
          rows={5}
          defaultValue={closing?.words}
        />
        <div className="mt-3 flex flex-wrap gap-2">
          <SubmitButton name="to" value="published" small block={false} pendingText="发布中…">
            {isPublished ? '保存并继续公开' : '发布小结'}
          </SubmitButton>
          <SubmitButton
            name="to"
            value="stored"
            small
            block={false}
            variant="secondary"
            pendingText="保存中…"
          >
            {isPublished ? '收回，不再公开' : '先保存'}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
