import { defineConfig } from 'vitest/config'

// The tests that need no database: a mutation takes a fraction of a second. What the database keeps is mutated by the planted bugs.
export default defineConfig({
  test: {
    include: [
      'src/imports/{decode-text,guess-columns}.test.ts',
      'src/imports/read*.test.ts',
      'src/people/identifiers/*.test.ts',
      'src/custody/*-*.test.ts',
      'src/platform/calendar-day.test.ts',
      'src/platform/wall-clock.test.ts',
      'src/subject-access/clock.test.ts',
      'src/subject-access/redact*.test.ts',
      'src/agreements/agreement-*.test.ts',
      'src/audit/{breaks,signed-heads}.test.ts',
      'src/consents/answers.test.ts',
      'src/referrals/moves.test.ts',
      'src/sight/audiences.test.ts',
    ],
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 60_000, // a busy machine is no mutation
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
})
