/** Shipments that happened, for features that look back at them without the rest of the waybills. */
export { pastTickets } from './past-tickets.repository'
