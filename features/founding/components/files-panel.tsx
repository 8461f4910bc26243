import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhotoField } from '@/components/forms/photo-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { formatDay, todayOn } from '@/lib/dates';
import { addFoundingFilesAction, removeFoundingFileAction } from '../actions';
import type { FoundingFileRow } from '../queries/files';
import type { FoundingScreen } from '../queries/foundings';
import { fileNames, kindsNow } from '../rules/files';
import { wayOf } from '../rules/kinds';

interface FilesProps {
  founding: FoundingScreen;
  files: readonly FoundingFileRow[];
  most: number;
  stamp: string;
  today: string;
}

const nameOf = ({ kind, addedAt }: FoundingFileRow, today: string) =>
  `${fileNames[kind]}，${formatDay(todayOn(addedAt), today)}`;

function AddForm({ founding, most, stamp }: FilesProps) {
  const kinds = kindsNow(wayOf(founding.kind), founding.step);
  if (kinds.length === 0) return null;
  return (
    <Form
      action={addFoundingFilesAction}
      idempotencyKey={stamp}
      part="files"
      fold={foldOf('上传材料')}
    >
      <input type="hidden" name="foundingId" value={founding.id} />
      <FieldStack>
        <SelectField
          name="kind"
          label="哪份材料"
          placeholder="请选"
          options={kinds.map((value) => ({ value, label: fileNames[value] }))}
        />
        <PhotoField
          name="files"
          label="照片或扫描件"
          pixels={1800}
          most={most}
          documents
          limits={`一次最多 ${most} 份，图片或 PDF，每份 10 MB 以内。加密保存，打开有记录`}
        />
        <SubmitButton block={false} small>
          上传
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

function RemoveForm({ founding, files, today }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <Form action={removeFoundingFileAction} part="remove-file" fold={foldOf('撤下一份')}>
      <input type="hidden" name="foundingId" value={founding.id} />
      <FieldStack>
        <SelectField
          name="fileId"
          label="哪一份"
          placeholder="请选"
          options={files.map((file, at) => ({
            value: file.id,
            label: `${at + 1}. ${nameOf(file, today)}`,
          }))}
        />
        <TextField name="reason" label="为什么" maxLength={100} />
        <SubmitButton block={false} small variant="danger">
          撤下
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** The scans behind the steps; each opens on its own, on record. */
export function FilesPanel(props: FilesProps) {
  const { founding, files, today } = props;
  if (!founding.mayTake('applied')) return null;
  return (
    <Panel title="材料" note={files.length > 0 ? `${files.length} 份` : undefined}>
      {files.length > 0 && (
        <ol className="mb-3 flex list-decimal flex-col gap-1 pl-5">
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/api/founding-files/${file.id}`} target="_blank" rel="noreferrer">
                {nameOf(file, today)}
              </a>
            </li>
          ))}
        </ol>
      )}
      <Disclosures>
        <AddForm {...props} />
        <RemoveForm {...props} />
      </Disclosures>
    </Panel>
  );
}
