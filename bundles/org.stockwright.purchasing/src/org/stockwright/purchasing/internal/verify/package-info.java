/** What {@code verify} looks at in purchasing: what documents did is what their lines tell. Not exported. */
package org.stockwright.purchasing.internal.verify;
