import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { PhotoField } from '@/components/forms/photo-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { Panel } from '@/components/ui/card';
import { newId } from '@/lib/ids';
import { coverSize } from '../rules/file-sizes';
import type { OfferingFile } from '../rules/files-by-purpose';
import { OfferingPicture } from './picture';
import { RemoveFile } from './remove-file';

interface CoverPanelProps {
  offeringId: string;
  cover: OfferingFile | undefined;
  actions: { set: FormAction; remove: FormAction };
}

/** The picture on the page, on the poster and on the card of a shared link. */
export function CoverPanel({ offeringId, cover, actions }: CoverPanelProps) {
  return (
    <Panel title="封面" note="选填。显示在页面、海报和转发的卡片上">
      {cover && (
        <div className="mb-4 flex flex-wrap items-start gap-4">
          <OfferingPicture file={cover} className="w-[240px]" />
          <div className="min-w-0 flex-[1_1_12em]">
            <p className="mb-2">{cover.words}</p>
            <RemoveFile file={cover} remove={actions.remove}>
              撤下封面
            </RemoveFile>
          </div>
        </div>
      )}
      <Form
        // A cover that was set begins a form of its own.
        key={cover?.id ?? 'none'}
        action={actions.set}
        part="cover"
        idempotencyKey={newId()}
        maxBytes={MOST_WITH_FILES}
        aria-label="封面"
      >
        <input type="hidden" name="offeringId" value={offeringId} />
        <FieldStack>
          <PhotoField
            name="picture"
            label={cover ? '换一张图片' : '图片'}
            pixels={coverSize.side * 2}
            hint="横的好看。图上别放字：字写在名称和说明里，小屏才看得清"
          />
          <TextField
            name="coverWords"
            label="图上是什么"
            hint="看不见图的人靠它，如：学员在实训室接线"
            maxLength={60}
          />
        </FieldStack>
        <SubmitButton
          small
          block={false}
          variant="secondary"
          className="mt-3"
          pendingText="上传中…"
        >
          {cover ? '换封面' : '设为封面'}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
