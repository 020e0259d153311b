/** What may make it harder for somebody to take part. */
export const accessNeeds = ['READS_WITH_HELP', 'NO_PHONE', 'WHEELCHAIR', 'HEARING', 'SIGHT'] as const
export const sexes = ['MALE', 'FEMALE', 'OTHER'] as const
