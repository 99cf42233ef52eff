package org.stockwright.documents.ui;

import org.stockwright.documents.ui.internal.view.DocumentsView;

/**
 * A list of the documents of one kind. An area declares it in {@code plugin.xml} as a view of its own, with the kind behind
 * the class: {@code class="org.stockwright.documents.ui.DocumentList:purchase-order"}. With {@code /within} behind the kind, which is for
 * documents within the company, the list shows places and departments where others show the partner.
 */
public final class DocumentList extends DocumentsView {
}
