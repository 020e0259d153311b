import type { Command } from '../platform/capability.ts'
import { rotateKey } from '../platform/sealing/seal-keys.ts'

export const keyWorkCommands: Command[] = [
  {
    name: 'rotate note-key',
    usage: '',
    summary: 'makes the next key that browsers seal notes from a wing to; what was sealed before still opens',
    async run({ print }) {
      const { id } = await rotateKey()
      print(`Notes are sealed to key ${id} from now on. The keys before stay, so that older notes open.`)
      return 0
    },
  },
]
