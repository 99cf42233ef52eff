/** Capacity of services: resources, bookings and the waiting list. */
package org.stockwright.service.internal.capacity;
