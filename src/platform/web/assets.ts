import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { hash, here, type Manifest, read, root, writeWhole } from './asset-files.ts'
import type { Asset, Assets } from './page-context.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Styles, script, drawings and fonts, built when their sources changed since the last start.
 *
 * @param folder - where the built files are kept; made when it is missing. Files of older versions stay, for pages that
 * are still open.
 */
export async function prepareAssets(folder: string): Promise<Assets> {
  const manifestFile = join(folder, `manifest-${sourceHash()}.json`)
  const manifest = readManifest(folder, manifestFile) ?? (await build(folder))
  writeWhole(manifestFile, JSON.stringify(manifest))

  const files = new Map(manifest.names.map((name) => [name, readAsset(join(folder, name))]))
  const { styles, script, wing, wingWorker, left, icon, fonts } = manifest
  return {
    styles,
    script,
    wing,
    wingWorker,
    left,
    sprite: manifest.sprite,
    icon,
    fonts,
    find: (name) => files.get(name),
  }
}

/** Sass and esbuild are loaded only when there is something to build, and go when it is built. */
function build(folder: string): Promise<Manifest> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-assets.ts', import.meta.url), { workerData: folder })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The build of the styles ended with ${code}.`))) // after its message it says nothing
  })
}

/** Changes when a source, or the package that a source is built with, does. */
function sourceHash(): string {
  const sources = ['styles', 'scripts', 'fonts', 'icons'].flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((name) => extname(name))
      .sort()
      .map((name) => read(folder, name)),
  )
  const packages = ['govuk-frontend', '@ministryofjustice/frontend', 'sass', 'esbuild'].map((name) =>
    readFileSync(join(root, 'node_modules', name, 'package.json')),
  )
  const builder = read('.', 'build-assets.ts')
  return hash(Buffer.concat([...sources, ...packages, builder]))
}

function readManifest(folder: string, file: string): Manifest | undefined {
  if (!existsSync(file)) return undefined
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  return manifest.names.every((name) => existsSync(join(folder, name))) ? manifest : undefined
}

function readAsset(file: string): Asset {
  return { type: types[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) }
}
