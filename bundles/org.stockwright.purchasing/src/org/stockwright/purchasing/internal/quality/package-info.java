/** Quality plans and inspections. */
package org.stockwright.purchasing.internal.quality;
