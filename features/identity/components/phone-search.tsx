import { Button } from '@/components/ui/button';
import { SearchForm } from '@/components/ui/search-form';

interface PhoneSearchProps {
  phone: string | undefined;
  error: string | null;
  lost: boolean;
}

/** Finds one person by the whole number; there is no list of everybody to browse. */
export function PhoneSearch({ phone, error, lost }: PhoneSearchProps) {
  return (
    <search>
      <SearchForm to="/desk/roles" lost={lost} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-[0_1_18em]">
          <label htmlFor="phone" className="mb-1 block font-semibold">
            按完整手机号找人
          </label>
          <input
            id="phone"
            name="phone"
            className="input"
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            defaultValue={phone}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'phone-error' : undefined}
          />
        </div>
        <Button type="submit" variant="secondary">
          查找
        </Button>
      </SearchForm>
      {error && (
        <p id="phone-error" role="alert" className="mt-2 text-error">
          {error}
        </p>
      )}
    </search>
  );
}
