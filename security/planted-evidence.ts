type Add = (table: string, row: Record<string, unknown>, name?: string) => Promise<string | undefined>

interface Of {
  agencyId: string
  caseId: string
  personId: string
  accountId: string
  at: string
}

/** An analyst's file, a story that the person lets their prison tell, and results that nobody published yet. */
export async function plantEvidence(add: Add, { agencyId, caseId, personId, accountId, at }: Of, textId: string): Promise<void> {
  const ended = { question: '{}', asked_at: at, state: 'DONE', finding: '{"sentences": [], "tables": [], "pictures": []}', forget_at: '2099-01-01' }
  await add('analysis', { agency_id: agencyId, method: 'its', title: 'x', file_name: 'x', file: Buffer.from('x'), columns: ['x'], made_by: accountId, made_at: at, ...ended })
  const own = { case_id: caseId, person_id: personId, owner_agency_id: agencyId }
  await add('consent', { ...own, purpose: 'RESETTLEMENT', agency_id: agencyId, kind: 'STORY', answer: 'GIVEN', how: 'SPOKEN', text_id: textId, locale: 'en', said_on: '2026-03-01', recorded_by: accountId, recorded_at: at }, 'consent to a story')
  await add('case_story', { ...own, title: 'x', words: 'x', locale: 'en', written_by: accountId, written_at: at })
  await add('public_quarter', { quarter_on: '2025-10-01', counted_at: at })
  await add('public_result', { quarter_on: '2025-10-01', measure: 'MET_IN_FIRST_WEEK', people: 40, counted: 20, counted_at: at })
} // biome-ignore format: one row a line
