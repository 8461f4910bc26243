import { fieldWords } from './identity';

interface Open {
  readonly id: string;
  readonly status: 'draft' | 'waiting';
  readonly fields: readonly string[];
}

/** What a person's open corrections ask of them: the photo that is missing; what was sent only goes on. */
export const correctionTodos = (open: readonly Open[]) =>
  open.map(({ id, status, fields }) => ({
    key: id,
    title: `更正${fieldWords(fields)}`,
    sub: status === 'draft' ? '还差证件照片，拍好就能提交' : '工会核对后答复您',
    tag: status === 'draft' ? '未提交' : '核对中',
    tone: status === 'draft' ? ('warning' as const) : ('info' as const),
    href: `/me/corrections/${id}`,
    waits: status === 'waiting',
  }));
