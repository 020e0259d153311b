import { writeFile } from 'node:fs/promises'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Given, Option } from '../options.ts'
import { FileProblem } from '../table/file-problem.ts'

export const pictureOption: Option = {
  name: 'picture',
  takes: 'FILE.svg',
  says: 'draws it as well, into a file that prints and opens in any browser',
}

/** Writes the picture where it was asked for. @throws FileProblem the place cannot be written to. */
export async function writePicture(given: Given, draw: () => JSX.Element): Promise<void> {
  if (!given.has('picture')) return
  const svg = await draw().toString()
  try {
    await writeFile(given.file('picture'), `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`)
  } catch {
    throw new FileProblem(
      `The picture cannot be written to ${given.text('picture')}.`,
      'Look at the folder and its rights.',
    )
  }
}
