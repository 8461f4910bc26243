import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';

/** An invented number of 港南区 with its right check character. */
export const aResidentId = (first17: string): string => first17 + residentIdCheckCharacter(first17);
