/** The reports of values. They ask the services of this and other areas and compute no value; they add up what is shown. */
package org.stockwright.valuation.internal.reports;
