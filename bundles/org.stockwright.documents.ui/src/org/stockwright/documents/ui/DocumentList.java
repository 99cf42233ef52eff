package org.stockwright.documents.ui;

import org.stockwright.documents.ui.internal.view.DocumentsView;

/**
 * A list of the documents of one kind. An area declares it in {@code plugin.xml} as a view of its own, with the kind behind
 * the class: {@code class="org.stockwright.documents.ui.DocumentList:purchase-order"}.
 */
public final class DocumentList extends DocumentsView {
}
