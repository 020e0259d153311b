// Runs one command of `throughline outcomes` in a process of its own: a long reckoning holds nothing up, and ends where it is stopped.
//   node --import ./src/platform/tsx-hook.ts src/evidence/analyses/reckon-child.ts METHOD FILE QUESTION
import { capability as fairness } from '../../fairness/index.ts'
import { capability as outcomes } from '../../outcomes/index.ts'

const [method, path, question] = process.argv.slice(2) as [string, string, string]
const commands = [...(outcomes.fileCommands ?? []), ...(fairness.fileCommands ?? [])]
const command = commands.find(({ name }) => name === `outcomes ${method}`)!
process.exitCode = await command.run({
  args: [],
  flags: { ...(JSON.parse(question) as Record<string, string>), data: 'file', json: true },
  print: (line) => process.stdout.write(`${line}\n`),
  fileAt: () => path,
})
