import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wantedBugs } from './planted-bugs.ts'

test('each mistake that is planted still finds the code that it changes', () => {
  const isLost = ({ file, find, put }: ReturnType<typeof wantedBugs>[number]) => {
    const text = readFileSync(file, 'utf8')
    return text.replace(find, put) === text
  }

  expect(wantedBugs('').filter(isLost)).toEqual([])
})
