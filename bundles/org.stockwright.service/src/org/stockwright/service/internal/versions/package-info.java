/** Versions of what is drafted, approved by a second person, used from a day on, and retired. */
package org.stockwright.service.internal.versions;
