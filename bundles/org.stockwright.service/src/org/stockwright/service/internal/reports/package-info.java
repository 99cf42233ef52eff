/** Reports of service inventory. */
package org.stockwright.service.internal.reports;
