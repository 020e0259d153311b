import { defineConfig } from 'vitest/config'
import security from './vitest.config.ts'

export default defineConfig({
  ...security,
  test: { ...security.test, include: ['security/**/*.fuzz.ts'], testTimeout: 36_000_000 },
})
