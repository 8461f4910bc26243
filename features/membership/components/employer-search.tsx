import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { SearchLimit } from '@/components/ui/search-limit';
import { StepHeader } from '@/components/ui/step-header';
import { stepOf, stepsTotal } from '../rules/questions';

interface EmployerSearchProps {
  query: string;
  from?: string;
  /** Opened to put one answer right: not a step of the way. */
  returns?: boolean;
}

/** Searches by an ordinary address (`?q=`), so it works without JavaScript and survives back. */
export function EmployerSearch({ query, from, returns }: EmployerSearchProps) {
  return (
    <form action="/join/workplace/employer" method="get" aria-label="找单位">
      {!returns && !from && <StepHeader step={stepOf('workplace')} total={stepsTotal} />}
      {from && <input type="hidden" name="from" value={from} />}
      <TextField
        name="q"
        label="查找您的单位"
        heading
        hint="写名称里的几个字、拼音、拼音首字母，或统一社会信用代码。"
        defaultValue={query}
        autoComplete="organization"
        enterKeyHint="search"
        below={query && <SearchLimit words={query} />}
        beside={
          <Button type="submit" variant={query ? 'secondary' : 'primary'}>
            查找
          </Button>
        }
      />
    </form>
  );
}
