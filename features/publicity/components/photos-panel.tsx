import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { PhotoField } from '@/components/forms/photo-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { Panel } from '@/components/ui/card';
import { newId } from '@/lib/ids';
import { photoSize } from '../rules/file-sizes';
import type { OfferingFile } from '../rules/files-by-purpose';
import { OfferingPicture } from './picture';
import { RemoveFile } from './remove-file';

interface PhotosPanelProps {
  offeringId: string;
  photos: readonly OfferingFile[];
  most: number;
  actions: { add: FormAction; remove: FormAction };
}

/** The photos that go with 小结; each is taken down at once when somebody on it wants that. */
export function PhotosPanel({ offeringId, photos, most, actions }: PhotosPanelProps) {
  const left = most - photos.length;
  return (
    <Panel title="现场照片" note={`${photos.length} / ${most} 张，和小结一起公开`}>
      {photos.length > 0 && (
        <ul className="mb-4 grid gap-4 sm:grid-cols-3">
          {photos.map((photo) => (
            <li key={photo.id}>
              <OfferingPicture file={photo} later />
              <p className="my-1 text-secondary">{photo.words}</p>
              <RemoveFile file={photo} remove={actions.remove}>
                撤下
              </RemoveFile>
            </li>
          ))}
        </ul>
      )}
      {left <= 0 ? (
        <p className="text-ink-2">已有 {photos.length} 张。要换，先撤下几张。</p>
      ) : (
        <Form
          key={photos.length}
          action={actions.add}
          part="photos"
          idempotencyKey={newId()}
          maxBytes={MOST_WITH_FILES}
          aria-label="现场照片"
        >
          <input type="hidden" name="offeringId" value={offeringId} />
          <FieldStack>
            <PhotoField
              name="photos"
              label="照片"
              pixels={photoSize.side * 2}
              most={left}
              limits={`一次可选几张，还能加 ${left} 张。会去掉拍摄地点等信息`}
            />
            <TextField
              name="photoWords"
              label="照片里在做什么"
              hint="看不见图的人靠它，如：学员练习急停"
              maxLength={60}
            />
            <CheckboxField name="agreed" label="照片里的人已同意公开；有孩子的，监护人已书面同意" />
          </FieldStack>
          <SubmitButton
            small
            block={false}
            variant="secondary"
            className="mt-3"
            pendingText="上传中…"
          >
            加照片
          </SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
