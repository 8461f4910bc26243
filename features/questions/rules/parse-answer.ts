import { lengthOf, problemOf, textProblems } from '@/lib/characters';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { isRealDate } from '@/lib/dates';
import type { AnswerValue, Question } from './question';

/** What a form sends for one question. Files are looked at apart, by their bytes. */
export type Typed = string | readonly string[] | undefined;

export type Parsed =
  | { readonly state: 'empty' }
  | { readonly state: 'answered'; readonly value: AnswerValue }
  | { readonly state: 'wrong'; readonly message: string };

const empty: Parsed = { state: 'empty' };
const wrong = (message: string): Parsed => ({ state: 'wrong', message });
const answered = (value: AnswerValue): Parsed => ({ state: 'answered', value });

/** Beyond this no text field of ours goes, whatever the officer set. */
export const longest = { text: 100, paragraph: 1000 } as const;

function textOf(q: Question, typed: string): Parsed {
  const limit = longest[q.type === 'text' ? 'text' : 'paragraph'];
  const most = Math.min(q.most ?? limit, limit);
  const problem = problemOf(typed);
  if (problem) return wrong(textProblems[problem]);
  const lines = typed.replace(/\r\n?/g, '\n');
  const text = (q.type === 'text' ? lines.replace(/[\n\t]+/g, ' ') : lines).trim();
  if (text === '') return empty;
  const length = lengthOf(text);
  if (length > most) return wrong(`最多 ${most} 个字，现在 ${length} 个，请精简`);
  if (q.least !== null && length < q.least) return wrong(`至少 ${q.least} 个字`);
  return answered(text);
}

// People type １２ and 12　 as readily as 12.
const halfWidth = (typed: string) =>
  typed.replace(/[０-９．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim();

function numberOf(q: Question, typed: string): Parsed {
  const plain = halfWidth(typed);
  if (plain === '') return empty;
  if (!/^-?\d{1,9}(\.\d{1,2})?$/.test(plain)) return wrong('请填数字，如 3 或 3.5');
  const n = Number(plain);
  if (q.least !== null && n < q.least) return wrong(`不能小于 ${q.least}`);
  if (q.most !== null && n > q.most) return wrong(`不能大于 ${q.most}`);
  return answered(n);
}

function dateOf(typed: string): Parsed {
  const on = typed.trim();
  if (on === '') return empty;
  return isRealDate(on) && on >= '1900-01-01' && on <= '2099-12-31'
    ? answered(on)
    : wrong('日期不对，请重选');
}

function phoneOf(typed: string): Parsed {
  if (typed.trim() === '') return empty;
  const phone = parsePhone(typed.slice(0, 40));
  return phone.ok ? answered(phone.normalised) : wrong(phoneMessages[phone.reason]);
}

function choicesOf(q: Question, typed: readonly string[]): Parsed {
  const chosen = q.choices.filter((choice) => typed.includes(choice));
  if (typed.some((one) => one !== '' && !q.choices.includes(one))) {
    return wrong('选项已变，请从下面重选');
  }
  if (chosen.length === 0) return empty;
  if (q.least !== null && chosen.length < q.least) return wrong(`至少选 ${q.least} 项`);
  if (q.most !== null && chosen.length > q.most) return wrong(`最多选 ${q.most} 项`);
  return answered(chosen);
}

function choiceOf(q: Question, typed: string): Parsed {
  if (typed === '') return empty;
  return q.choices.includes(typed) ? answered(typed) : wrong('选项已变，请从下面重选');
}

/**
 * Reads what was typed for one question: the value to keep, nothing, or what to put right in Chinese.
 * The only parser of answers; the phone and the server show the same words.
 */
export function parseAnswer(q: Question, typed: Typed): Parsed {
  const list = typed === undefined ? [] : [typed].flat();
  if (q.type === 'choices') return choicesOf(q, list);
  if (list.length > 1) return wrong('只能填一个答案，请重新填写');
  const [one = ''] = list;
  switch (q.type) {
    case 'text':
    case 'paragraph':
      return textOf(q, one);
    case 'choice':
      return choiceOf(q, one);
    case 'number':
      return numberOf(q, one);
    case 'date':
      return dateOf(one);
    case 'phone':
      return phoneOf(one);
    case 'consent':
      return one === 'yes' ? answered(true) : empty;
    case 'file':
      return empty;
  }
}

/** Said when a required question was left empty. */
export const missingWords = (q: Question): string => {
  if (q.type === 'consent') return '请先勾选同意，再继续';
  if (q.type === 'file') return '请上传图片或 PDF';
  return q.type === 'choice' || q.type === 'choices' || q.type === 'date' ? '请选择' : '请填写';
};

/** Said of a question that comes up by an answer given just now. */
export const unseenWords = '按您的回答多了这一题，不想填可以空着再点一次';
