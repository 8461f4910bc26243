import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { SearchForm } from '@/components/ui/search-form';
import { SearchLimit } from '@/components/ui/search-limit';
import { StepHeader } from '@/components/ui/step-header';
import { stepOf, stepsTotal } from '../rules/questions';

interface EmployerSearchProps {
  query: string;
  lost: boolean;
  from?: string;
  /** Opened to put one answer right: not a step of the way. */
  returns?: boolean;
}

/** Its answer is an ordinary address, so it works without JavaScript and survives back. */
export function OwnEmployerSearch({ query, lost, from, returns }: EmployerSearchProps) {
  return (
    <SearchForm to="/join/workplace/employer" keep={{ from }} lost={lost} label="找单位">
      {!returns && !from && <StepHeader step={stepOf('workplace')} total={stepsTotal} />}
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
    </SearchForm>
  );
}
