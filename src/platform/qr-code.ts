import { create } from 'qrcode'

export interface DrawnCode {
  /** Squares along one side. */
  size: number
  /** What an SVG path draws in black on `size` x `size`. */
  path: string
}

/** A QR code, as few strokes as it takes: one for each run of black squares in a row. */
export function drawCode(text: string): DrawnCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    let start = 0
    while (start < size) {
      let end = start
      while (end < size && data[row * size + end]) end += 1
      if (end > start) path += `M${start} ${row}h${end - start}v1h${start - end}z`
      start = end + 1
    }
  }
  return { size, path }
}
