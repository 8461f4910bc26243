import { TextField } from '@/components/forms/text-field';

/** The name as on the document; `heading` when it is the page's only question. */
export function NameField({ name, heading }: { name?: string | null; heading?: boolean }) {
  return (
    <TextField
      name="name"
      label={heading ? '您的姓名' : '姓名'}
      heading={heading}
      hint="照身份证上的写。少数民族姓名中间的点写“·”。"
      defaultValue={name ?? undefined}
      autoComplete="name"
      maxLength={100}
    />
  );
}
