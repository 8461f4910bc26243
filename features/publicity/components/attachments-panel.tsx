import { FieldStack } from '@/components/forms/field-stack';
import { FileField } from '@/components/forms/file-field';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { newId } from '@/lib/ids';
import { sentMegabytes } from '../rules/file-sizes';
import type { OfferingFile } from '../rules/files-by-purpose';
import { filePath } from '../rules/shared-offering';
import { fileWords } from './attachment-list';
import { RemoveFile } from './remove-file';

interface AttachmentsPanelProps {
  offeringId: string;
  files: readonly OfferingFile[];
  most: number;
  actions: { add: FormAction; remove: FormAction };
}

/** The files beside the text of an offering, and one more. */
export function AttachmentsPanel({ offeringId, files, most, actions }: AttachmentsPanelProps) {
  return (
    <Panel title="附件" note={`选填。最多 ${most} 个，人人能下载，别放名单`}>
      {files.length > 0 && (
        <ul className="lines mb-4">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 flex-[1_1_12em]">
                <TextLink href={filePath(file.id)}>{file.words}</TextLink>{' '}
                <span className="text-ink-2">{fileWords(file)}</span>
              </span>
              <RemoveFile file={file} remove={actions.remove}>
                撤下
              </RemoveFile>
            </li>
          ))}
        </ul>
      )}
      {files.length >= most ? (
        <p className="text-ink-2">已有 {most} 个。要换，先撤下一个。</p>
      ) : (
        <Form
          key={files.length}
          action={actions.add}
          part="attachment"
          idempotencyKey={newId()}
          maxBytes={MOST_WITH_FILES}
          aria-label="附件"
        >
          <input type="hidden" name="offeringId" value={offeringId} />
          <FieldStack>
            <FileField
              name="file"
              label="文件"
              buttonText="选文件"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              limits={`图片或 PDF，最大 ${sentMegabytes} MB。图片会去掉拍摄地点等信息`}
            />
            <TextField name="fileWords" label="附件名称" hint="如：培训通知" maxLength={60} />
          </FieldStack>
          <SubmitButton
            small
            block={false}
            variant="secondary"
            className="mt-3"
            pendingText="上传中…"
          >
            加附件
          </SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
