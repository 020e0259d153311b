import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: ['security/**/*.test.ts'],
    globalSetup: 'src/platform/testing/postgres.ts',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    env: { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
})
