package org.stockwright.purchasing.internal.receiving;

import java.util.List;

import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.purchasing.ReceivingPermission;

/** What the kinds of documents of receiving have in common. */
abstract class ReceivingKind extends PlainKind {

    ReceivingKind(String id, String title, String series, State... states) {
        super(new KindView(id, title, List.of(states)), series, ReceivingPermission.VIEW, true);
    }

}
