/** The module map. A folder in src/ that is not platform/ is a capability, so a new one is covered at once. */
const capability = '^src/(?!platform/)([^/]+)/'
const door = '^src/(?!platform/)[^/]+/index\\.ts$'
const test = '(\\.test|/builders)\\.ts$|^src/platform/testing/'
const atRunTime = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    { name: 'use-the-door', severity: 'error',
      comment: 'Another capability is entered through its index.ts (tests may also use its builders.ts).',
      from: { path: capability },
      to: { path: capability, pathNot: ['^src/$1/', door, '/builders\\.ts$'] } },
    { name: 'no-cycles', severity: 'error',
      comment: 'Two capabilities that need each other are one capability, or lack a third.',
      from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'platform-knows-no-capability', severity: 'error',
      from: { path: '^src/platform/', pathNot: test }, to: { path: capability } },
    { name: 'outcomes-is-a-leaf', severity: 'error',
      comment: 'Methods over files and numbers. What measures by them may enter; no record does.',
      from: { path: '^src/(?!outcomes/|links/|reoffending/|fairness/|context-events/|distance/|evaluations/|evidence/|learning-sets/|surveys/)[^/]+/' }, to: { path: '^src/outcomes/' } },
    { name: 'outcomes-knows-no-record', severity: 'error',
      comment: 'A method is a function of its numbers: it can be tested, and trusted, without a database.',
      from: { path: '^src/outcomes/' }, to: { path: capability, pathNot: '^src/outcomes/' } },
    { name: 'sql-lives-in-queries', severity: 'error',
      from: { path: '^src/', pathNot: ['/queries(/|\\.ts$)', '^src/platform/', test] },
      to: { path: 'node_modules/(kysely|pg)/', ...atRunTime } },
    { name: 'views-only-draw', severity: 'error',
      from: { path: '/views(/|\\.tsx$)' },
      to: { path: '/queries(/|\\.ts$)|/routes(/|\\.ts$)|node_modules/(fastify|kysely|pg)/', ...atRunTime } },
    { name: 'operations-know-no-web', severity: 'error',
      comment: 'A form (note-form.ts) reads what was typed: it is part of the route.',
      from: { path: capability, pathNot: ['/(routes|api)(/|\\.ts$)', '[-/]forms?\\.ts$', '/index\\.ts$', '/views(/|\\.tsx$)', test] },
      to: { path: '^src/platform/web/|node_modules/fastify/', ...atRunTime } },
    { name: 'tests-stay-out-of-production', severity: 'error',
      from: { path: '^src/', pathNot: test }, to: { path: test } },
  ],
  // TypeScript 7 has no API yet. Without `parser` type-only imports count as real ones; without @swc/core, 0 modules.
  options: { parser: 'swc', doNotFollow: { path: 'node_modules' } },
}
