export const mostRows = 1_000_000 // twice what a list of 20 MB holds
const mostColumns = 1_000
const mostCells = 20_000_000 // each row has a cell for each column: a few letters a row, and a file of 2 MB would fill the memory

/** Whether so many cells, laid out, would take more than the memory of everybody who is at work. */
export const isTooLarge = (columns: number, rows: number): boolean =>
  columns > mostColumns || rows > mostRows || columns * rows > mostCells

const longestLine = 1 << 20 // letters; the parser takes long over more
const [lineFeed, carriageReturn] = [10, 13]

/** Whether a line goes on for so long that it is no row of a list. */
export function hasEndlessLine(text: string): boolean {
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === lineFeed || sign === carriageReturn) start = at + 1
    else if (at - start >= longestLine) return true
  }
  return false
}
