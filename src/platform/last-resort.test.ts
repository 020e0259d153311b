import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('an error that nobody caught is logged without what it names, and the program goes on', () => {
  const script = `
    import { catchTheRest } from './src/platform/last-resort.ts'
    catchTheRest()
    const named = (error) => Object.assign(error, { code: '23505', detail: 'Key (name)=(Danny Okafor) exists.' })
    setTimeout(() => { throw named(new Error('thrown')) }, 1)
    setTimeout(() => void Promise.reject(named(new Error('left'))), 20)
    setTimeout(() => console.log('still here'), 60)`
  const { PATH = '', HOME = '' } = process.env

  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './src/platform/tsx-hook.ts', '--input-type=module', '-e', script],
    { encoding: 'utf8', env: { PATH, HOME, LOG_LEVEL: 'info' } },
  )

  expect(status).toBe(0)
  expect(stdout).toContain('still here')
  const printed = `${stdout}${stderr}`
  for (const words of ['nobody caught this', 'nobody waited for this', '23505']) expect(printed).toContain(words)
  expect(printed).not.toContain('Okafor')
})
