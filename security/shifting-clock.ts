import { readFileSync } from 'node:fs'

// Loaded before the program by NODE_OPTIONS: its clock then differs from the machine's by what a file says, in milliseconds.

const file = process.env['CLOCK_SHIFT_FILE']!
const Right = Date
let shift = 0
setInterval(() => {
  try {
    shift = Number(readFileSync(file, 'utf8'))
  } catch {} // it is being written
}, 20).unref()

globalThis.Date = class extends Right {
  constructor(...args: [] | [string]) {
    if (args.length === 0) super(Right.now() + shift)
    else super(...args)
  }

  static override now(): number {
    return Right.now() + shift
  }
} as DateConstructor
