import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { unionOffices } from '@/db/schema/offices';
import type { Ctx } from '@/lib/ctx';

/** 是否工会干部: whether a person holds an office of a union today. As the system: the office may be elsewhere. */
export const holdsOffice = async (systemTx: Ctx, personId: string): Promise<boolean> =>
  (await systemTx.db.$count(
    unionOffices,
    and(eq(unionOffices.personId, personId), isNull(unionOffices.endedOn)),
  )) > 0;
