/** Profiles of clients, and scores that are computed of them ahead of demand. */
package org.stockwright.service.internal.scores;
