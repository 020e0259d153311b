import { defineConfig } from 'vitest/config'
import every from '../vitest.config.ts'

export default defineConfig({
  ...every,
  test: { ...every.test, include: ['journeys/**/*.accessibility.ts'] },
})
