/** Decision tables: how they are read, checked, kept, and how they decide. */
package org.stockwright.service.internal.rules;
