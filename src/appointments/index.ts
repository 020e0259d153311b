import type { Capability } from '../platform/capability.ts'
import { appointmentRoutes } from './routes.ts'

export { type Attendance, attendances } from './attendances.ts'
export { type AppointmentFields, bookAppointment } from './book-appointment.ts'
export { cancelAppointment, changeAppointment, recordAttendance } from './change-appointment.ts'
export { type Appointment, findClash, getAppointment, listComing, listPast } from './queries/appointments.ts'

export const capability: Capability = { routes: appointmentRoutes }
