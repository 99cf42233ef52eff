/** What fulfilment shows in reports. */
package org.stockwright.fulfilment.internal.reports;
