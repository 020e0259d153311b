import type { Prepared, SealedNote } from './wing-seal.ts'

/** A register that can be taken without a network: a time, numbers and ids, and nobody's name. */
export interface KeptRegister {
  id: string
  /** "Session 3 of 8", with its day and time. */
  title: string
  starts: string
  /** Up to when the page that brought it showed what others had marked. */
  seen: string
  lines: { placeId: string; number: number; mark: string }[]
  author: string
  at: number
}

type StoreName = 'notes' | 'prepared' | 'registers'

const store = async <T>(name: StoreName, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened()
  try {
    return await settled(work(database.transaction(name, 'readwrite').objectStore(name)))
  } finally {
    database.close()
  }
}

export const savePrepared = (prepared: Prepared) => store('prepared', (kept) => kept.put(prepared, 'now'))
export const readPrepared = () => store<Prepared | undefined>('prepared', (kept) => kept.get('now'))
export const forgetPrepared = () => store('prepared', (kept) => kept.clear())
export const keepNote = (note: SealedNote) => store('notes', (kept) => kept.put(note, note.id))
export const allNotes = () => store<SealedNote[]>('notes', (kept) => kept.getAll())
export const deleteNote = (id: string) => store('notes', (kept) => kept.delete(id))
export const keepRegister = (register: KeptRegister) => store('registers', (kept) => kept.put(register, register.id))
export const allRegisters = () => store<KeptRegister[]>('registers', (kept) => kept.getAll())
export const forgetRegisters = () => store('registers', (kept) => kept.clear())
export const deleteRegister = (id: string) => store('registers', (kept) => kept.delete(id))

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('tl-wing', 2)
  request.addEventListener('upgradeneeded', () => {
    for (const name of ['notes', 'prepared', 'registers']) {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name)
    }
  })
  return settled(request)
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
