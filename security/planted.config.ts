import { defineConfig } from 'vitest/config'
import security from './vitest.config.ts'

// For the runs of security/run.ts: any test, on a database that stands already.
export default defineConfig({
  ...security,
  test: {
    ...security.test,
    include: ['src/**/*.test.{ts,tsx}', 'database/**/*.test.ts', 'security/**/*.test.ts'],
    maxWorkers: 1, // another run goes on beside it
    globalSetup: 'security/standing.ts',
    fsModuleCachePath: '.transformed', // inside the copy, and gone with it
  },
})
