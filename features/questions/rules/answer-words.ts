import { formatFullDay } from '@/lib/dates';
import { formatPhone } from '@/lib/format';
import type { AnswerValue, QuestionType } from './question';

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1_048_576).toFixed(1)} MB`;

/** An answer as a person reads it. */
export function answerWords(type: QuestionType, value: AnswerValue): string {
  if (value === true) return '已同意';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') {
    return 'file' in value ? `已上传文件（${megabytes(value.size)}）` : value.join('、');
  }
  if (type === 'date') return formatFullDay(value);
  return type === 'phone' ? formatPhone(value) : value;
}
