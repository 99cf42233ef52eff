/** Channels: their queue, what their messages become, what they are told. */
package org.stockwright.fulfilment.internal.channels;
