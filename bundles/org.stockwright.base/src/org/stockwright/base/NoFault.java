package org.stockwright.base;

/**
 * An exception that is not the fault of the contribution that it passes through: the user cancelled, the book was closed, the
 * database cannot be reached, somebody may not do this. {@link Contributions} lets it pass.
 */
public interface NoFault {
}
