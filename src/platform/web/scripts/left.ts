// On the page that follows signing out. Nobody writes on in the name of who was there; what they sealed waits until they are back.
import { forgetPrepared, forgetRegisters } from './wing-store.ts'

if (window.indexedDB) void forgetPrepared().then(forgetRegisters)
