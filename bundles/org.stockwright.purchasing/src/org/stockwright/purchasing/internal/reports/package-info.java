/** What purchasing shows in reports. */
package org.stockwright.purchasing.internal.reports;
