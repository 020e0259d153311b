const icons: Record<string, PathwayDrawing> = {
  ACCOMMODATION: 'home',
  ATTITUDES_THINKING_AND_BEHAVIOUR: 'thinking',
  CHILDREN_FAMILIES_AND_COMMUNITY: 'family',
  DRUGS_AND_ALCOHOL: 'drugs',
  EDUCATION_SKILLS_AND_WORK: 'work',
  FINANCE_AND_ID: 'money',
  HEALTH: 'health',
}

type PathwayDrawing = 'home' | 'thinking' | 'family' | 'drugs' | 'work' | 'money' | 'health' | 'flag'

/** Which drawing stands beside a pathway; a flag beside one that the partnership added, and beside other things. */
export const iconOfPathway = (code: string): PathwayDrawing => icons[code] ?? 'flag'
