/** What customers send back. */
package org.stockwright.fulfilment.internal.returns;
