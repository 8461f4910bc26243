import { TextField } from '@/components/forms/text-field';

/** 统一社会信用代码 of an employer or of a union: 18 characters, typed with spaces or in small letters too. */
export function UsccField({
  label,
  hint,
  value,
}: {
  label: string;
  hint: string;
  value: string | null | undefined;
}) {
  return (
    <TextField
      name="uscc"
      label={label}
      hint={hint}
      defaultValue={value ?? ''}
      autoCapitalize="characters"
      maxLength={24}
      optional
    />
  );
}

export function AddressField({ value }: { value: string | null | undefined }) {
  return (
    <TextField name="address" label="地址" defaultValue={value ?? ''} maxLength={100} optional />
  );
}
