import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const folder = resolve('node_modules/.cache/chromium')

// Not the package's own arguments: they are made for Lambda, where Chromium runs in one process and dies when a context
// is closed; one start in sixty of the rest crashed here.
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

/**
 * The browser that npm carries, with its libraries and fonts, or the one that CHROMIUM_PATH names. Unpacked into the
 * project: /tmp is everybody's.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH']
  if (own) return playwright.launch({ executablePath: own, args })
  if (!existsSync(folder)) await unpack()
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts'), LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  })
}

/** Beside it, then renamed, so that a half-unpacked browser is never taken for a whole one. */
async function unpack(): Promise<void> {
  mkdirSync(resolve(folder, '..'), { recursive: true })
  const half = mkdtempSync(`${folder}.half-`)
  const { TMPDIR } = process.env
  Object.assign(process.env, { TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }) // else without the libraries
  await chromium.executablePath()
  Object.assign(process.env, { TMPDIR: TMPDIR ?? '/tmp' })
  delete process.env['AWS_EXECUTION_ENV']
  const fonts = join(half, 'fonts/fonts.conf')
  writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/', `${folder}/`))
  try {
    renameSync(half, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(half, { recursive: true }) // another test file was first
  }
}
