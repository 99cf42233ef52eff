/** The share of service inventory in the demo company. */
package org.stockwright.service.internal.demo;
