import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'journeys/**/*.test.ts',
      'demo/**/*.test.ts',
      'database/**/*.test.ts',
      'security/planted-bugs.test.ts',
    ],
    globalSetup: 'src/platform/testing/postgres.ts',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { LOG_LEVEL: 'fatal' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
})
