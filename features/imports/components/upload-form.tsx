import { FieldStack } from '@/components/forms/field-stack';
import { FileField } from '@/components/forms/file-field';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { OrganisationSelect } from '@/features/organisations/components/organisation-select';
import type { OrganisationChoice } from '@/features/organisations/queries/organisation-choices';
import { bookSays } from '../rules/book-says';
import { type Book, bookLabels } from '../rules/books';
import { MOST_FILE_BYTES } from '../schema/imports';

interface UploadFormProps {
  action: FormAction;
  idempotencyKey: string;
  book: Book;
  choices: readonly OrganisationChoice[];
  mostRows: number;
}

/** A workbook and whose it is; nothing is written before its review. */
export function UploadForm({ action, idempotencyKey, book, choices, mostRows }: UploadFormProps) {
  const { whose, whoseHint } = bookSays[book];
  return (
    <Form action={action} idempotencyKey={idempotencyKey} maxBytes={MOST_FILE_BYTES}>
      <input type="hidden" name="book" value={book} />
      <FieldStack>
        <OrganisationSelect label={whose} hint={whoseHint} choices={choices} />
        <FileField
          name="table"
          label={bookLabels[book]}
          hint={
            <>
              没有表格？
              <TextLink href={`/api/desk/imports/template?book=${book}`}>下载模板</TextLink>
              。用自己的表也行，有栏名就行；隐藏的行和表不读
            </>
          }
          accept=".xlsx,.csv"
          limits={`.xlsx 或 .csv，最多 ${mostRows} 行，10 MB`}
          buttonText="选表格"
        />
        <SubmitButton pendingText="正在读表…" block={false}>
          上传，先核对
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
