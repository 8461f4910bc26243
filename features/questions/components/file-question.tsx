'use client';
import { useContext } from 'react';
import type { FieldWords } from '@/components/forms/field-frame';
import { FileField } from '@/components/forms/file-field';
import { FormContext } from '@/components/forms/form-context';

interface FileQuestionProps extends FieldWords {
  questionId: string;
  /** A file is kept from before. */
  stored: boolean;
}

/** A file to send. One that is kept already stays until another is chosen; the field cannot show it again. */
export function FileQuestion({ questionId, stored, ...words }: FileQuestionProps) {
  const { data } = useContext(FormContext);
  const isStored =
    typeof data === 'object' && data !== null && 'files' in data
      ? String(data.files).split(',').includes(questionId)
      : stored;
  return (
    <FileField
      {...words}
      accept="image/jpeg,image/png,application/pdf"
      limits={isStored ? '已收到文件，不换就不用再选' : 'JPG、PNG 或 PDF，最大 5 MB'}
    />
  );
}
